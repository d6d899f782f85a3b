package dev.evenkeel.judge.sequential;

import dev.evenkeel.judge.Fact;
import dev.evenkeel.judge.Reading;
import dev.evenkeel.judge.Track;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What the counters of one part grew by in each step of time. As in Prometheus: after a missing
 * reading the next one carries the sum; when any counter of a target falls, the target started
 * again and all of them began at 0; the first reading of a target says nothing yet.
 *
 * @param sums by the end of the step
 * @param restarts ends of the steps in which a target started again
 */
record Increments(NavigableMap<Long, double[]> sums, TreeSet<Long> restarts) {

  private static final double[] NOTHING = {};

  /** More than this in one step cannot be reckoned with. */
  private static final double MOST = 1e15;

  /**
   * @param counters what is counted in a reading; of one length always
   * @param now nothing later is looked at
   */
  static Increments of(
      List<Track> tracks,
      Function<Reading, Optional<double[]>> counters,
      Instant began,
      Instant now) {
    var increments = new Increments(new TreeMap<>(), new TreeSet<>());
    long last = Math.min(Steps.between(began, now), Steps.LONGEST);
    for (var track : tracks) {
      increments.add(track, counters, began, last);
    }
    return increments;
  }

  /** Of a number that goes up and down: the sum of its readings in each step, and how many. */
  static Increments ofValues(List<Track> tracks, Instant began, Instant now) {
    var increments = new Increments(new TreeMap<>(), new TreeSet<>());
    long last = Math.min(Steps.between(began, now), Steps.LONGEST);
    for (var track : tracks) {
      for (var reading : track.readings()) {
        long at = Steps.between(began, reading.at());
        if (isInReach(at, last)) {
          reading
              .find(Fact.Value.class)
              .ifPresent(fact -> increments.addValue(Steps.endOf(at), fact.value()));
        }
      }
    }
    return increments;
  }

  private void addValue(long step, double value) {
    var sum = sums.computeIfAbsent(step, _ -> new double[2]);
    sum[0] = Math.clamp(sum[0] + value, -1e300, 1e300);
    sum[1]++;
  }

  private static boolean isInReach(long at, long last) {
    return at > -Steps.BEFORE - Steps.SHORT && at <= last && Steps.endOf(at) <= last;
  }

  boolean isEmpty() {
    return sums.isEmpty();
  }

  /** What grew in a step; nothing when nothing was read. */
  double[] of(long step) {
    return sums.getOrDefault(step, NOTHING);
  }

  private void add(
      Track track, Function<Reading, Optional<double[]>> counters, Instant began, long last) {
    double[] before = null;
    long then = 0;
    for (var reading : track.readings()) {
      long at = Steps.between(began, reading.at());
      if (!isInReach(at, last)) {
        continue;
      }
      var counted = counters.apply(reading);
      if (counted.isEmpty()) {
        continue;
      }
      if (before != null) {
        add(Steps.endOf(at), before, counted.get(), (at - then) / 1000.0);
      }
      before = counted.get();
      then = at;
    }
  }

  private void add(long step, double[] before, double[] after, double seconds) {
    boolean restarted = false;
    for (int i = 0; i < after.length; i++) {
      restarted |= after[i] < before[i];
    }
    var sum = sums.computeIfAbsent(step, _ -> new double[after.length + 1]);
    sum[after.length] += seconds;
    for (int i = 0; i < after.length; i++) {
      sum[i] = Math.min(MOST, sum[i] + after[i] - (restarted ? 0 : before[i]));
    }
    if (restarted) {
      restarts.add(step);
    }
  }
}
