package dev.evenkeel.judge.literal;

import java.time.Duration;
import java.time.Instant;

/** What happened after one instant and up to another. */
record Slice<T>(Instant from, Instant to, T what) {

  /** How long it is; 0 for what a look did by itself. */
  double seconds() {
    return inSeconds(Duration.between(from, to));
  }

  static double inSeconds(Duration duration) {
    return duration.toSeconds() + duration.getNano() / 1e9;
  }
}
