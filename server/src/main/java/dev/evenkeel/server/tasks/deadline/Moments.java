package dev.evenkeel.server.tasks.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * The moments deadlines count from.
 *
 * @param zone in whose calendar days are counted
 * @param workdays which days are counted
 */
public record Moments(
    Instant launch,
    Optional<LocalDate> goLive,
    Optional<Instant> windowStart,
    ZoneId zone,
    Workdays workdays) {}
