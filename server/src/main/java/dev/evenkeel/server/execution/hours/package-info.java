/** Asks the calendar of the estate for the engine. */
@NullMarked
package dev.evenkeel.server.execution.hours;

import org.jspecify.annotations.NullMarked;
