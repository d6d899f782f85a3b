package dev.evenkeel.server.schedule.timetable;

import dev.evenkeel.server.plan.UpgradeId;
import java.time.Instant;

/**
 * Where an upgrade stands in a timetable.
 *
 * @param mode how it is done, such as {@code big-bang}
 * @param pinned whether it is to stay there
 */
public record Placement(
    UpgradeId upgrade, Instant start, Instant end, String mode, boolean pinned) {}
