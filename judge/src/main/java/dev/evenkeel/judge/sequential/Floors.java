package dev.evenkeel.judge.sequential;

import dev.evenkeel.judge.Fact;
import dev.evenkeel.judge.Track;
import java.time.Instant;
import java.util.Arrays;

/**
 * The lowest values of a number over windows of time: of memory, what garbage collection leaves.
 * Reckoned from the lowest reading of each ten seconds.
 */
final class Floors {
  private static final int BEFORE = (int) (Steps.BEFORE / Steps.SHORT);

  /** A window with less readings than this share of the usual says nothing. */
  private static final double ENOUGH = 0.75;

  private static final int HOUR = 360;

  private final double[] lowest;
  private final int[] readUpTo;

  /** The first step that was read. */
  private final int first;

  private Floors(double[] lowest) {
    this.lowest = lowest;
    int found = 0;
    while (found < lowest.length - 1 && Double.isNaN(lowest[found])) {
      found++;
    }
    first = found - BEFORE;
    readUpTo = new int[lowest.length + 1];
    for (int i = 0; i < lowest.length; i++) {
      readUpTo[i + 1] = readUpTo[i] + (Double.isNaN(lowest[i]) ? 0 : 1);
    }
  }

  /**
   * @param now nothing later is looked at
   */
  static Floors of(Track track, Instant began, Instant now) {
    long last = Math.clamp(Steps.between(began, now), 0, Steps.LONGEST);
    var lowest = new double[BEFORE + (int) (last / Steps.SHORT) + 1];
    Arrays.fill(lowest, Double.NaN);
    for (var reading : track.readings()) {
      long at = Steps.between(began, reading.at());
      if (at <= -Steps.BEFORE - Steps.SHORT || at > last) {
        continue;
      }
      int step = BEFORE + (int) Math.ceilDiv(at, Steps.SHORT);
      reading
          .find(Fact.Value.class)
          .filter(fact -> step < lowest.length)
          .ifPresent(fact -> lowest[step] = lower(lowest[step], fact.value()));
    }
    return new Floors(lowest);
  }

  /** The last whole step of the trial that can be asked for. */
  int last() {
    return lowest.length - 1 - BEFORE;
  }

  /** Whether there are readings of this step. */
  boolean isRead(int step) {
    return !Double.isNaN(lowest[BEFORE + step]);
  }

  double at(int step) {
    return lowest[BEFORE + step];
  }

  /**
   * The lowest value of the steps after {@code to - length} up to {@code to}; not a number when too
   * little was read, or when the window begins before {@code from}.
   */
  double floor(int to, int length, int from) {
    int begin = to - length + 1;
    if (begin <= from || begin < -BEFORE || to > last()) {
      return Double.NaN;
    }
    double floor = Double.NaN;
    int read = 0;
    for (int step = begin; step <= to; step++) {
      if (isRead(step)) {
        read++;
        floor = lower(floor, at(step));
      }
    }
    return read >= Math.max(3, ENOUGH * usual(begin, to)) ? floor : Double.NaN;
  }

  /** The highest floor before the trial; not a number when too little was read. */
  double highestBefore(int length) {
    double highest = Double.NaN;
    int floors = 0;
    for (int to = -BEFORE + length - 1; to <= 0; to++) {
      double floor = floor(to, length, Integer.MIN_VALUE);
      if (!Double.isNaN(floor)) {
        floors++;
        highest = Double.isNaN(highest) ? floor : Math.max(highest, floor);
      }
    }
    return floors >= 20 ? highest : Double.NaN;
  }

  /**
   * How many readings such a window usually has, by the last hour; older ones may be thinned out.
   */
  private double usual(int begin, int to) {
    int from = Math.max(first, to - HOUR);
    return (double) read(from, to) / (to - from + 1) * (to - begin + 1);
  }

  /** How many steps have readings, both ends included. */
  private int read(int from, int to) {
    int first = Math.clamp(BEFORE + from, 0, lowest.length);
    int last = Math.clamp(BEFORE + to + 1L, 0, lowest.length);
    return last > first ? readUpTo[last] - readUpTo[first] : 0;
  }

  private static double lower(double a, double b) {
    return Double.isNaN(a) ? b : Math.min(a, b);
  }
}
