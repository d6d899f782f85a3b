package dev.evenkeel.cli.judge.compare;

import dev.evenkeel.cli.judge.compare.Measurements.Metric;
import dev.evenkeel.judge.Fact;
import dev.evenkeel.judge.Reading;
import dev.evenkeel.judge.Track;
import dev.evenkeel.judge.sequential.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Single requests, added up: in each step of time how many ended, how many of them failed, and how
 * long the others took. However long a test is, it takes the same memory: steps get longer.
 *
 * <p>Failed requests are not timed: a refused connection is not fast.
 */
final class RequestTally {
  /** Two bounds differ by a tenth. */
  private static final double FACTOR = 1.1;

  private static final double LONGEST_MILLIS = 1e6;
  private static final List<Double> BOUNDS = bounds();
  private static final double[] UPPER = BOUNDS.stream().mapToDouble(Double::doubleValue).toArray();
  private static final int MOST_STEPS = 2048;
  private static final int MOST_LABELS = 20;
  private static final int SECOND = 1000;
  private static final long LONGEST_WANTED = 8 * SECOND;
  private static final int WANTED_STEPS = 60;

  private final SequencedMap<String, SortedMap<Long, Step>> labels = new LinkedHashMap<>();
  private final SortedMap<Long, Step> all = new TreeMap<>();
  private boolean tooManyLabels;
  private long width = SECOND;
  private long began = Long.MAX_VALUE;
  private long ended = Long.MIN_VALUE;
  private long requests;

  /** What ended in one step of time. */
  private static final class Step {
    private long requests;
    private long failed;
    private final int[] took = new int[BOUNDS.size() + 1];

    void add(double millis, boolean isGood) {
      requests++;
      if (isGood) {
        took[bucket(millis)]++;
      } else {
        failed++;
      }
    }

    Step plus(Step other) {
      requests += other.requests;
      failed += other.failed;
      for (int i = 0; i < took.length; i++) {
        took[i] += other.took[i];
      }
      return this;
    }
  }

  /**
   * @param label what was asked for, such as a page; empty when it is not said
   * @param at when it was sent, in milliseconds since 1970
   * @param millis how long it took
   */
  void add(String label, long at, double millis, boolean isGood) {
    long end = at + Math.round(millis);
    began = Math.min(began, at);
    ended = Math.max(ended, end);
    requests++;
    long step = Math.floorDiv(end, width);
    all.computeIfAbsent(step, s -> new Step()).add(millis, isGood);
    if (!label.isEmpty() && !tooManyLabels) {
      labels
          .computeIfAbsent(label, l -> new TreeMap<>())
          .computeIfAbsent(step, s -> new Step())
          .add(millis, isGood);
      if (labels.size() > MOST_LABELS) {
        tooManyLabels = true;
        labels.clear();
      }
    }
    if (all.size() > MOST_STEPS) {
      widen();
    }
  }

  long requests() {
    return requests;
  }

  boolean hasTooManyLabels() {
    return tooManyLabels;
  }

  /** How long a step should be, so that there are enough of them. */
  long wantedWidth() {
    long wanted = width;
    while (wanted < LONGEST_WANTED && wanted * 2 * WANTED_STEPS <= ended - began) {
      wanted *= 2;
    }
    return wanted;
  }

  /**
   * @param step how long each step is at least, in milliseconds
   */
  Measurements measurements(long step) {
    while (width < step || (ended - began) / width > MOST_STEPS) {
      widen();
    }
    SequencedMap<String, Metric> metrics = new LinkedHashMap<>();
    put(metrics, "errors", "response time", all);
    if (labels.size() > 1) {
      labels.forEach(
          (label, steps) -> put(metrics, "errors of " + label, "response time of " + label, steps));
    }
    if (requests == 0) {
      return Measurements.of(metrics);
    }
    return new Measurements(
        Instant.ofEpochMilli(Math.floorDiv(began, width) * width),
        Instant.ofEpochMilli((Math.floorDiv(ended, width) + 1) * width),
        metrics);
  }

  private void put(
      SequencedMap<String, Metric> metrics,
      String errors,
      String times,
      SortedMap<Long, Step> steps) {
    List<Reading> counted = new ArrayList<>();
    List<Reading> timed = new ArrayList<>();
    if (requests > 0) {
      long first = Math.floorDiv(began, width);
      long last = Math.floorDiv(ended, width);
      double total = 0;
      double failed = 0;
      double[] took = new double[BOUNDS.size() + 1];
      counted.add(Reading.of(at(first), new Fact.Counted(0, 0)));
      timed.add(Reading.of(at(first), timed(took)));
      for (long i = first; i <= last; i++) {
        Step step = steps.get(i);
        if (step != null) {
          total += step.requests;
          failed += step.failed;
          for (int b = 0; b < took.length; b++) {
            took[b] += step.took[b];
          }
        }
        counted.add(Reading.of(at(i + 1), new Fact.Counted(total, failed)));
        timed.add(Reading.of(at(i + 1), timed(took)));
      }
    }
    metrics.put(errors, new Metric(Kind.ERRORS, List.of(new Track("", counted))));
    metrics.put(times, new Metric(Kind.LATENCY, List.of(new Track("", timed))));
  }

  private Instant at(long step) {
    return Instant.ofEpochMilli(step * width);
  }

  private static Fact timed(double[] took) {
    List<Double> cumulative = new ArrayList<>(took.length);
    double sum = 0;
    for (double one : took) {
      sum += one;
      cumulative.add(sum);
    }
    return new Fact.Timed(BOUNDS, cumulative);
  }

  private void widen() {
    widen(all);
    labels.values().forEach(RequestTally::widen);
    width *= 2;
  }

  private static void widen(SortedMap<Long, Step> steps) {
    Map<Long, Step> narrow = new TreeMap<>(steps);
    steps.clear();
    narrow.forEach((at, step) -> steps.merge(Math.floorDiv(at, 2L), step, Step::plus));
  }

  private static int bucket(double millis) {
    int found = Arrays.binarySearch(UPPER, millis);
    return found >= 0 ? found : -found - 1;
  }

  private static List<Double> bounds() {
    List<Double> bounds = new ArrayList<>();
    for (double bound = 1; bound < LONGEST_MILLIS; bound *= FACTOR) {
      bounds.add(bound);
    }
    return List.copyOf(bounds);
  }
}
