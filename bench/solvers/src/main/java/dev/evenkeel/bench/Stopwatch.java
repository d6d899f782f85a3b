package dev.evenkeel.bench;

import java.time.Duration;

/** The time a contestant has, building its model included, and when it had its first timetable. */
final class Stopwatch {
  private final long began = System.nanoTime();
  private final Duration time;
  private volatile Duration first;

  Stopwatch(Duration time) {
    this.time = time;
  }

  Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - began);
  }

  /** What is left of a share of the time. */
  Duration left(double share) {
    Duration left = Duration.ofNanos((long) (share * time.toNanos())).minus(elapsed());
    return left.isNegative() ? Duration.ZERO : left;
  }

  Duration left() {
    return left(1);
  }

  /** A timetable that keeps to all rules is there. */
  void hasOne() {
    if (first == null) {
      first = elapsed();
    }
  }

  /** Null when there was none. */
  Duration first() {
    return first;
  }
}
