package dev.evenkeel.optimiser.search;

import dev.evenkeel.optimiser.timetable.Timetable;

/**
 * What planning came to.
 *
 * @param timetable the best that was found
 * @param progress at the end
 */
public record Plan(Timetable timetable, Progress progress) {}
