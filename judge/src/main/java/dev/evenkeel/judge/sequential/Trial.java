package dev.evenkeel.judge.sequential;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A new version running beside the old one, and how sure a verdict on it must be.
 *
 * @param began when the new version began to serve
 * @param warmUp how long after a start slowness and errors are expected; not negative
 * @param falseAlarms the probability of ever taking back a version that is not worse, over all
 *     pairs and the whole trial together; 0.000001 to 0.5
 */
public record Trial(Instant began, Duration warmUp, double falseAlarms, List<Pair> pairs) {
  public static final double FALSE_ALARMS = 0.01;

  /** The smallest share of false alarms that can be asked for. */
  public static final double LEAST = 1e-6;

  public static final Duration WARM_UP = Duration.ofMinutes(2);

  public Trial {
    if (!(falseAlarms >= LEAST && falseAlarms <= 0.5)) {
      throw new IllegalArgumentException(
          "The share of false alarms is at least 0.000001 and at most 0.5, not " + falseAlarms);
    }
    if (warmUp.isNegative()) {
      throw new IllegalArgumentException("A warm-up is not negative, as " + warmUp + " is");
    }
    pairs = List.copyOf(pairs);
  }

  public static Trial of(Instant began, List<Pair> pairs) {
    return new Trial(began, WARM_UP, FALSE_ALARMS, pairs);
  }
}
