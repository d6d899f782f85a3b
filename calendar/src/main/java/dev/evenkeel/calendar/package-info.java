/**
 * When change is allowed: maintenance windows, freezes and holidays, what is open of them, and the
 * next times in which a change fits. No input or output and no clock: time is always an argument.
 *
 * <p>Everything that recurs is written in the wall-clock time of a zone ({@link
 * dev.evenkeel.calendar.Recurrence} says what holds where clocks are changed) and becomes {@link
 * dev.evenkeel.calendar.Span}s of instants.
 */
@NullMarked
package dev.evenkeel.calendar;

import org.jspecify.annotations.NullMarked;
