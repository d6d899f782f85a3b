package dev.evenkeel.server.execution;

import dev.evenkeel.server.execution.machine.Spoken;
import dev.evenkeel.server.shared.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a run shall start by itself.
 *
 * @param at not before
 * @param latest not after; what keeps it from starting has until then to go away
 */
public record StartTimes(Instant at, Instant latest) {
  /** Between the two when nothing is said. */
  private static final Duration USUAL = Duration.ofHours(1);

  /** A server that was busy, or was just being started anew, must be able to be in time. */
  private static final Duration LEAST = Duration.ofMinutes(1);

  private static final Duration FARTHEST = Duration.ofDays(2 * 366);

  /**
   * @throws Refused when they are over, far away, or nearer to each other than a minute
   */
  public static StartTimes of(Instant at, Optional<Instant> latest, Instant now) {
    Instant last = latest.orElse(at.plus(USUAL));
    if (last.isBefore(at.plus(LEAST))) {
      throw invalid(
          "The latest start (%s) must be a minute or more after the start (%s)."
              .formatted(Spoken.moment(last), Spoken.moment(at)));
    }
    if (at.isBefore(now)) {
      throw invalid(
          "%s is over; it is %s. Give a later time, or start the run now."
              .formatted(Spoken.moment(at), Spoken.moment(now)));
    }
    if (last.isAfter(now.plus(FARTHEST))) {
      throw invalid(
          "%s is more than two years away. Give a nearer time.".formatted(Spoken.moment(last)));
    }
    return new StartTimes(at, last);
  }

  private static Refused invalid(String says) {
    return new Refused(Refused.Kind.INVALID, says);
  }
}
