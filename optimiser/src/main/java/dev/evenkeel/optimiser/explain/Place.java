package dev.evenkeel.optimiser.explain;

import dev.evenkeel.optimiser.timetable.Score;

/**
 * Where an upgrade could stand, or does.
 *
 * @param start its first slot
 * @param end the slot after its last
 * @param total of the objective, for this upgrade alone
 */
public record Place(String mode, int start, int end, Score score, long total) {}
