package dev.evenkeel.server.comms.plan;

import java.time.Instant;

/**
 * When an upgrade happens.
 *
 * @param exact whether the hours are known, and not only the day
 */
public record Window(Instant start, Instant end, boolean exact) {}
