package dev.evenkeel.judge;

import static dev.evenkeel.judge.Scene.Part.BEFORE;
import static dev.evenkeel.judge.Scene.Part.UPGRADED;
import static dev.evenkeel.judge.Scene.Part.WAITING;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;

/**
 * Readings of a watch that looks every two seconds; the change was made at second 0. Tests state
 * only what matters to them.
 */
final class Scene {
  static final Instant CHANGE = Instant.parse("2026-03-01T22:00:00Z");
  static final int EVERY = 2;

  enum Part {
    BEFORE,
    WAITING,
    UPGRADED
  }

  private final Map<Part, Map<String, List<Reading>>> parts = new EnumMap<>(Part.class);

  static Instant at(double second) {
    return CHANGE.plusNanos((long) (second * 1e9));
  }

  /** Half a minute before the change, on n1 and n2, each with this many requests a second. */
  Scene before(double rate, double failedShare) {
    return counted(BEFORE, "n1", -30, 0, rate, failedShare)
        .counted(BEFORE, "n2", -30, 0, rate, failedShare);
  }

  Scene upgraded(double seconds, double rate, double failedShare) {
    return counted(UPGRADED, "n1", 0, seconds, rate, failedShare);
  }

  Scene waiting(double seconds, double rate, double failedShare) {
    return counted(WAITING, "n2", 0, seconds, rate, failedShare);
  }

  /** Counters that have been counting for long, read every two seconds. */
  Scene counted(Part part, String target, double from, double to, double rate, double failedShare) {
    for (double second = from; second <= to; second += EVERY) {
      double requests = Math.rint(rate * (second - from));
      add(
          part,
          target,
          second,
          new Fact.Counted(5000 + requests, 7 + Math.rint(requests * failedShare)));
    }
    return this;
  }

  /** A probe with five requests a look. */
  Scene probed(Part part, String target, double from, double to, DoubleUnaryOperator millis) {
    for (double second = from; second <= to; second += EVERY) {
      double base = second;
      var times =
          DoubleStream.of(0, .2, .4, .6, .8)
              .map(i -> millis.applyAsDouble(base + i))
              .boxed()
              .toList();
      add(part, target, second, new Fact.Tried(5, 0, times));
    }
    return this;
  }

  Scene values(Part part, String target, double from, double to, DoubleUnaryOperator value) {
    for (double second = from; second <= to; second += EVERY) {
      add(part, target, second, new Fact.Value(value.applyAsDouble(second)));
    }
    return this;
  }

  Scene well(Part part, String target, double from, double to, boolean well) {
    for (double second = from; second <= to; second += EVERY) {
      add(part, target, second, new Fact.Well(well, "connection refused"));
    }
    return this;
  }

  Scene missing(Part part, String target, double second, String why) {
    return add(part, target, second, new Fact.Missing(why));
  }

  Scene add(Part part, String target, double second, Fact... facts) {
    readings(part, target).add(Reading.of(at(second), facts));
    return this;
  }

  List<Reading> readings(Part part, String target) {
    return parts
        .computeIfAbsent(part, _ -> new LinkedHashMap<>())
        .computeIfAbsent(target, _ -> new ArrayList<>());
  }

  Evidence evidence() {
    return new Evidence(tracks(UPGRADED), tracks(WAITING), tracks(BEFORE));
  }

  /** The verdict right after the newest reading. */
  Verdict judge(Rule rule) {
    var newest =
        parts.values().stream()
            .flatMap(tracks -> tracks.values().stream())
            .flatMap(List::stream)
            .map(Reading::at)
            .max(Instant::compareTo)
            .orElse(CHANGE);
    return Judge.judge(rule, evidence(), newest);
  }

  private List<Track> tracks(Part part) {
    return parts.getOrDefault(part, Map.of()).entrySet().stream()
        .map(entry -> new Track(entry.getKey(), entry.getValue()))
        .toList();
  }

  static Duration seconds(double seconds) {
    return Duration.ofNanos((long) (seconds * 1e9));
  }
}
