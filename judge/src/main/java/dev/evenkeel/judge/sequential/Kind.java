package dev.evenkeel.judge.sequential;

/** What a pair of series counts or measures, which is how it is compared. More is always worse. */
public enum Kind {
  /**
   * Failed requests of all: {@link dev.evenkeel.judge.Fact.Counted}. Margin: points, 0.01 is one.
   */
  ERRORS(0.01),
  /**
   * Response times as a histogram: {@link dev.evenkeel.judge.Fact.Timed}. Margin: a share, 0.2 is a
   * fifth slower.
   */
  LATENCY(0.2),
  /** A counter, per second: {@link dev.evenkeel.judge.Fact.Counted#requests()}. Margin: a share. */
  RATE(0.25),
  /**
   * A number that goes up and down, such as CPU: {@link dev.evenkeel.judge.Fact.Value}. Margin: a
   * share.
   */
  LEVEL(0.25),
  /**
   * A number that should not grow for ever, such as memory: {@link dev.evenkeel.judge.Fact.Value}.
   * Margin: a share.
   */
  GROWTH(0.04);

  private final double margin;

  Kind(double margin) {
    this.margin = margin;
  }

  /** How much worse is tolerated when nobody says. */
  public double margin() {
    return margin;
  }
}
