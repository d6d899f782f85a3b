package dev.evenkeel.judge;

import java.time.Duration;
import java.util.Optional;

/**
 * One thing that must stay well, as its user stated it.
 *
 * @param quantile which latency is meant by {@link Metric#LATENCY}; above 0, below 1
 * @param window how much of the recent past is judged at least; longer than nothing
 * @param evidence requests or readings below which nothing is called healthy; at least 1
 * @param warning from where on the upgrade should pause
 * @param breach from where on the upgrade should be taken back
 */
public record Rule(
    String name,
    Metric metric,
    double quantile,
    Duration window,
    long evidence,
    Optional<Threshold> warning,
    Optional<Threshold> breach) {

  public Rule {
    if (!(quantile > 0 && quantile < 1)) {
      throw new IllegalArgumentException(
          "Rule %s: a quantile is between 0 and 1, not %s".formatted(name, quantile));
    }
    if (!window.isPositive()) {
      throw new IllegalArgumentException(
          "Rule %s: a window is longer than nothing, not %s".formatted(name, window));
    }
    if (evidence < 1) {
      throw new IllegalArgumentException(
          "Rule %s: evidence is at least 1, not %d".formatted(name, evidence));
    }
  }
}
