/** Looks for timetables that cost little. */
@NullMarked
package dev.evenkeel.optimiser.search;

import org.jspecify.annotations.NullMarked;
