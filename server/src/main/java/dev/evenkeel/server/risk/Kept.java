package dev.evenkeel.server.risk;

import dev.evenkeel.server.shared.Actor;
import java.time.Instant;
import java.util.Optional;

/**
 * A sheet as it was kept.
 *
 * @param version 0 while nothing was kept
 */
public record Kept<T>(T sheet, long version, Optional<Actor> by, Optional<Instant> at) {}
