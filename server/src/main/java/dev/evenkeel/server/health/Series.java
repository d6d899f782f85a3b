package dev.evenkeel.server.health;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One rule over time, for a chart. A line has at most {@value #POINTS} points, the oldest first; a
 * stretch without data is a gap, never a zero.
 *
 * @param upgraded the metric of the upgraded part, from the first target upgraded on
 * @param others the metric of the part that is still on the old version; before the first change
 *     that is everything
 * @param changeBegan where the chart draws the line of the first change
 * @param baseline the metric over all the time before the first change
 * @param warning from where on the rule warns, against that baseline; empty when it never warns or
 *     nothing is known yet
 * @param breach from where on the rule is broken, against that baseline
 */
public record Series(
    String rule,
    Unit unit,
    List<Point> upgraded,
    List<Point> others,
    Optional<Instant> changeBegan,
    OptionalDouble baseline,
    OptionalDouble warning,
    OptionalDouble breach) {

  /** The most points a line may have. */
  public static final int POINTS = 300;

  public Series {
    upgraded = List.copyOf(upgraded);
    others = List.copyOf(others);
  }

  /**
   * The metric over a little stretch that ends here.
   *
   * @param value in the unit of the series
   * @param evidence requests or readings behind it
   */
  public record Point(Instant at, double value, long evidence) {}

  /** What the numbers are. */
  public enum Unit {
    /** 0 to 1; shown as percent. */
    SHARE,
    MILLISECONDS,
    SECONDS,
    /** As the source gave it. */
    PLAIN
  }
}
