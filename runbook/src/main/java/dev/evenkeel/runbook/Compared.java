package dev.evenkeel.runbook;

import dev.evenkeel.runbook.words.Written;

/**
 * One metric in which the new version must not be worse than the old one.
 *
 * @param source name of the source it reads
 * @param margin how much worse does not matter: points for {@link Metric#ERROR_RATE} (0.01 is one),
 *     else a share (0.2 is a fifth more)
 */
public record Compared(String name, String source, Metric metric, double margin, Where where) {

  /** What of the source is compared. More is always worse. */
  public enum Metric {
    /** Failed requests of all requests. */
    @Written("errorRate")
    ERROR_RATE(0.01),
    /** Response times, all of them: the middle and the slow ones. */
    LATENCY(0.2),
    /** A counter, per second, such as exceptions. */
    RATE(0.25),
    /** A number that goes up and down, such as CPU. */
    LEVEL(0.25),
    /** A number that should not grow for ever, such as memory. */
    GROWTH(0.04);

    private final double margin;

    Metric(double margin) {
      this.margin = margin;
    }

    /** How much worse does not matter when the runbook does not say. */
    public double margin() {
      return margin;
    }
  }
}
