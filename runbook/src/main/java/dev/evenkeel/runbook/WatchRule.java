package dev.evenkeel.runbook;

import dev.evenkeel.runbook.words.Written;
import java.time.Duration;
import java.util.Optional;

/**
 * One thing that must stay well. A warning pauses the run, a breach rolls it back (D5).
 *
 * @param source name of the source it reads
 * @param quantile which latency is meant by {@link Metric#LATENCY}, 0 to 1
 * @param window how much of the recent past is judged
 * @param evidence requests or readings below which the verdict is 'not enough evidence'
 */
public record WatchRule(
    String name,
    String source,
    Metric metric,
    double quantile,
    Duration window,
    int evidence,
    Optional<Threshold> warning,
    Optional<Threshold> breach,
    Where where) {

  /** What of the source is judged. */
  public enum Metric {
    /** Failed requests of all requests, 0 to 1. */
    @Written("errorRate")
    ERROR_RATE,
    /** A quantile of the response time, in milliseconds. */
    LATENCY,
    /** A plain number, such as memory in bytes. */
    VALUE,
    /** How long a probe has been failing without a success in between. */
    FAILING,
    /** How long a user has been unable to complete a workflow. */
    BLOCKED,
    /** How often failures came of a kind never seen before. */
    NOVELTY,
    /** How busy a consumer would be with all traffic on the new version, 0 to 1 and above. */
    OVERRUN
  }
}
