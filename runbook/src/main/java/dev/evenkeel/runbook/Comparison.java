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
 * @param days how many earlier days are read
 */
public record Comparison(
    double falseAlarms, Duration warmUp, Against against, int days, List<Compared> metrics) {

  /** What the new version is held against. */
  public enum Against {
    /** Targets still on the old version, at the same time. */
    WAITING,
    /** The same hours of earlier days. */
    HISTORY,
    BOTH;

    /** Whether earlier days are read. */
    public boolean readsHistory() {
      return this != WAITING;
    }

    /** Whether targets that wait count. */
    public boolean seesWaiting() {
      return this != HISTORY;
    }
  }

  public Comparison {
    metrics = List.copyOf(metrics);
  }
}
