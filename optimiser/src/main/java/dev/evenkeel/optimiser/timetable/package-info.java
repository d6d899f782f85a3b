/** What is planned when, and whether that may be and what it comes to. */
@NullMarked
package dev.evenkeel.optimiser.timetable;

import org.jspecify.annotations.NullMarked;
