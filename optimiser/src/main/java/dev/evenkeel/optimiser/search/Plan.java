package dev.evenkeel.optimiser.search;

import dev.evenkeel.optimiser.timetable.Timetable;

/**
 * What planning came to.
 *
 * @param timetable the best that was found
 * @param first when there was a first timetable, and what it came to
 * @param progress at the end
 */
public record Plan(Timetable timetable, Progress first, Progress progress) {}
