package dev.evenkeel.judge;

import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How the metric of a rule went over time, and the lines it is held against: what a chart shows.
 *
 * @param upgraded of the upgraded part
 * @param others of the part still untouched
 * @param baseline the metric before the first change
 * @param warning from where on the rule warns, against that baseline
 * @param breach from where on the rule is broken, against that baseline
 */
public record Course(
    List<Point> upgraded,
    List<Point> others,
    OptionalDouble baseline,
    OptionalDouble warning,
    OptionalDouble breach) {
  public Course {
    upgraded = List.copyOf(upgraded);
    others = List.copyOf(others);
  }

  /**
   * The metric over one step of time. A step without data has no point.
   *
   * @param at when the step ended
   * @param evidence requests or readings in it
   */
  public record Point(Instant at, double level, long evidence) {}
}
