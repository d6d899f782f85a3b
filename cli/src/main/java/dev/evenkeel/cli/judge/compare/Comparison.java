package dev.evenkeel.cli.judge.compare;

import dev.evenkeel.cli.judge.compare.Measurements.Metric;
import dev.evenkeel.judge.sequential.Finding;
import dev.evenkeel.judge.sequential.Kind;
import dev.evenkeel.judge.sequential.Pair;
import dev.evenkeel.judge.sequential.SequentialJudge;
import dev.evenkeel.judge.sequential.Trial;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Two versions that were measured one after the other, as if it had been side by side: both are
 * moved onto one time line, start at start.
 */
final class Comparison {
  static final Instant BEGAN = Instant.parse("2000-01-01T00:00:00Z");

  private Comparison() {}

  /**
   * @param margin how much worse does not matter yet; the usual one of each kind when empty
   * @param falseAlarms how likely a version that is not worse may be called so
   */
  static Trial trial(
      Measurements old,
      Measurements young,
      OptionalDouble margin,
      double falseAlarms,
      Duration warmUp) {
    Measurements before = old.movedTo(BEGAN);
    Measurements after = young.movedTo(BEGAN);
    List<Pair> pairs = new ArrayList<>();
    after
        .metrics()
        .forEach((name, metric) -> {
          Metric control = before.metrics().get(name);
          if (control != null && control.kind() == metric.kind()) {
            pairs.add(pair(name, metric, control, margin));
          }
        });
    return new Trial(BEGAN, warmUp, falseAlarms, pairs);
  }

  /** When both have been measured to their end. */
  static Instant end(Measurements old, Measurements young) {
    return BEGAN.plus(old.length().compareTo(young.length()) > 0 ? old.length() : young.length());
  }

  static Finding judge(Trial trial, Measurements old, Measurements young) {
    return SequentialJudge.judge(trial, end(old, young));
  }

  /** What only one of them has; nothing is said about it. */
  static List<String> onlyInOne(Measurements old, Measurements young) {
    List<String> only = new ArrayList<>();
    old.metrics().keySet().stream()
        .filter(name -> !young.metrics().containsKey(name))
        .forEach(name -> only.add(name + " (only of the baseline)"));
    young.metrics().keySet().stream()
        .filter(name -> !old.metrics().containsKey(name))
        .forEach(name -> only.add(name + " (only of the candidate)"));
    return only;
  }

  private static Pair pair(String name, Metric candidate, Metric control, OptionalDouble margin) {
    Kind kind = candidate.kind();
    return new Pair(
        name, kind, margin.orElse(kind.margin()), candidate.tracks(), control.tracks(), List.of());
  }
}
