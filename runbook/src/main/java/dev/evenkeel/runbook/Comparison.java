package dev.evenkeel.runbook;

import java.time.Duration;
import java.util.List;

/**
 * Metrics in which the new version is compared with the old one. They may be looked at as often as
 * one likes.
 *
 * @param falseAlarms how likely it is at most that a version which is not worse is taken back: by
 *     all metrics and all of the run together
 * @param warmUp how long after a target was upgraded slowness and errors are expected
 */
public record Comparison(double falseAlarms, Duration warmUp, List<Compared> metrics) {
  public Comparison {
    metrics = List.copyOf(metrics);
  }
}
