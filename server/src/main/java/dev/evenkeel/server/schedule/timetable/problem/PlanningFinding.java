package dev.evenkeel.server.schedule.timetable.problem;

import java.util.Optional;

/**
 * What of upgrades cannot be planned as it is, or is planned on a guess.
 *
 * @param upgrade of which it is true, by its number
 * @param isLeftOut whether the upgrade is not in the timetable for that
 */
public record PlanningFinding(Optional<Long> upgrade, boolean isLeftOut, String says) {}
