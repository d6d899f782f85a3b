package dev.evenkeel.optimiser.search;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How much of the time has gone by.
 *
 * @param nanos a clock that only goes forward
 * @param began what it said at the beginning
 * @param time how much there is
 */
record Stopwatch(LongSupplier nanos, long began, Duration time) {

  static Stopwatch start(LongSupplier nanos, Duration time) {
    return new Stopwatch(nanos, nanos.getAsLong(), time);
  }

  Duration elapsed() {
    return Duration.ofNanos(nanos.getAsLong() - began);
  }

  /** From 0 at the beginning to 1 when the time is over, and beyond. */
  double share() {
    return (double) elapsed().toNanos() / Math.max(1, time.toNanos());
  }
}
