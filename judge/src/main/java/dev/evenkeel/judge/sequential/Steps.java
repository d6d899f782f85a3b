package dev.evenkeel.judge.sequential;

import java.time.Instant;

/**
 * The steps of time in which evidence is gathered: ten seconds in the first two hours of a trial
 * and before it, a minute in its first day, ten minutes after that. They depend on nothing but the
 * beginning of the trial, so that what comes later never moves what was seen before.
 *
 * <p>Times are milliseconds since the beginning; a step holds what is later than its start, up to
 * and including its end.
 */
final class Steps {
  static final long SHORT = 10_000;

  /** How long before the trial readings are looked at. */
  static final long BEFORE = 900_000;

  /** A trial is looked at for 90 days. */
  static final long LONGEST = 90L * 86_400_000;

  private static final long MINUTE = 60_000;
  private static final long TWO_HOURS = 7_200_000;
  private static final long DAY = 86_400_000;

  private Steps() {}

  /** The end of the step in which a moment lies. */
  static long endOf(long millis) {
    long length = millis <= TWO_HOURS ? SHORT : millis <= DAY ? MINUTE : 10 * MINUTE;
    return Math.ceilDiv(millis, length) * length;
  }

  /** Milliseconds from one instant to another; far away ones are as far as they can be reckoned. */
  static long between(Instant from, Instant to) {
    double seconds = (double) to.getEpochSecond() - from.getEpochSecond();
    if (Math.abs(seconds) > 1e12) {
      return seconds > 0 ? Long.MAX_VALUE / 4 : Long.MIN_VALUE / 4;
    }
    return (to.getEpochSecond() - from.getEpochSecond()) * 1000
        + Math.floorDiv(to.getNano() - from.getNano(), 1_000_000);
  }

  static Instant at(Instant began, long millis) {
    return began.plusMillis(millis);
  }
}
