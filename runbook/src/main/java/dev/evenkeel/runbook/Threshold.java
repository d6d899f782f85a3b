package dev.evenkeel.runbook;

import java.time.Duration;

/** From where on a metric is bad. Obeyed literally. */
public sealed interface Threshold {

  /**
   * Higher than the baseline by an amount in the metric's own unit: for error rates a share (0.01
   * is one percentage point, D6), for latencies milliseconds, for values their unit.
   */
  record AboveBaseline(double amount) implements Threshold {}

  /** Higher than the baseline by a share of it: 0.2 is a fifth more. */
  record RelativeToBaseline(double share) implements Threshold {}

  /** Higher than a fixed limit in the metric's own unit, whatever the baseline. */
  record Above(double limit) implements Threshold {}

  /** Lower than a fixed limit in the metric's own unit. */
  record Below(double limit) implements Threshold {}

  /** Failing without a success for longer than this. */
  record FailingFor(Duration limit) implements Threshold {}

  /** Any one user unable to complete a workflow for longer than this. */
  record BlockedFor(Duration limit) implements Threshold {}
}
