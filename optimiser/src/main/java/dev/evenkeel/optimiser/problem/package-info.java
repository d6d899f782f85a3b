/**
 * What is to be planned, as the format {@code upgrade-planning/1} writes it. Times are whole slots
 * from the start of the horizon; intervals begin with their first slot and end before their last.
 */
@NullMarked
package dev.evenkeel.optimiser.problem;

import org.jspecify.annotations.NullMarked;
