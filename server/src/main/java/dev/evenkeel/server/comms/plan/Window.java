package dev.evenkeel.server.comms.plan;

import java.time.Duration;
import java.time.Instant;

/**
 * When an upgrade happens.
 *
 * @param exact whether the hours are known, and not only the day
 */
public record Window(Instant start, Instant end, boolean exact) {
  private static final Duration NEAR = Duration.ofDays(2);

  /** So near, or under way, that whoever is told of it some hours later is told too late. */
  public boolean isNear(Instant now) {
    return end.isAfter(now) && start.isBefore(now.plus(NEAR));
  }
}
