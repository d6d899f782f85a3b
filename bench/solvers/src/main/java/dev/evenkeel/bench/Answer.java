package dev.evenkeel.bench;

import dev.evenkeel.optimiser.timetable.Timetable;

/**
 * What a contestant says.
 *
 * @param bound what no timetable of the whole problem falls below, or 0
 */
record Answer(Timetable timetable, long bound) {}
