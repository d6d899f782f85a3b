package dev.evenkeel.judge.downstream;

import java.util.List;
import java.util.Optional;

/**
 * How much of one thing comes per unit of another, over a series: the ratio of their sums.
 *
 * <p>Its interval is that of the ratio estimator (Cochran, 'Sampling Techniques', chapter 6) over
 * at most {@value #BATCHES} batches of neighbours: readings that follow each other shortly are
 * alike, and the means of long batches are nearly independent (batch means; Law and Kelton,
 * 'Simulation Modeling and Analysis', chapter 9).
 */
final class Ratio {
  /** So many, since more say little about the spread and batches should be long. */
  private static final int BATCHES = 20;

  /** Fewer say nothing about the spread. */
  static final int FEWEST = 5;

  /** 97.5 % quantiles of Student's distribution for 4 to 19 degrees of freedom. */
  private static final double[] STUDENT = {
    2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131, 2.120,
    2.110, 2.101, 2.093
  };

  /** One reading: so much of this for so much of that. */
  record Point(double of, double per) {}

  private Ratio() {}

  /** Empty with fewer than {@value #FEWEST} points, or nothing to divide by. */
  static Optional<Range> of(List<Point> points) {
    int batches = Math.min(BATCHES, points.size());
    double per = points.stream().mapToDouble(Point::per).sum();
    if (batches < FEWEST || !(per > 0)) {
      return Optional.empty();
    }
    double ratio = points.stream().mapToDouble(Point::of).sum() / per;
    double squares = 0;
    for (int i = 0; i < batches; i++) {
      double rest = 0;
      for (var point : points.subList(cut(points, i, batches), cut(points, i + 1, batches))) {
        rest += point.of() - ratio * point.per();
      }
      squares += rest * rest;
    }
    double error = Math.sqrt(squares * batches / (batches - 1.0)) / per;
    double off = STUDENT[batches - FEWEST] * error;
    var range = new Range(Math.max(0, ratio - off), ratio, ratio + off);
    return Double.isFinite(range.high()) ? Optional.of(range) : Optional.empty();
  }

  private static int cut(List<Point> points, int batch, int batches) {
    return (int) ((long) points.size() * batch / batches);
  }
}
