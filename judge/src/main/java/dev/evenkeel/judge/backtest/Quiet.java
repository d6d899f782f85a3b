package dev.evenkeel.judge.backtest;

import dev.evenkeel.judge.Threshold;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which upgrades of the past a rule stayed quiet on, at which threshold: at a laxer one of the same
 * kind it stays quiet, too.
 */
public final class Quiet {
  private final Map<Class<?>, NavigableMap<Double, Set<Replay>>> known = new HashMap<>();

  /** Those on which it is quiet at this threshold, as far as is known. */
  Set<Replay> at(Threshold threshold) {
    var stricter =
        known.getOrDefault(threshold.getClass(), new TreeMap<>()).floorEntry(laxness(threshold));
    return stricter == null ? Set.of() : stricter.getValue();
  }

  void add(Threshold threshold, Set<Replay> replays) {
    known
        .computeIfAbsent(threshold.getClass(), kind -> new TreeMap<>())
        .put(laxness(threshold), replays);
  }

  /** Larger for what allows more. */
  static double laxness(Threshold threshold) {
    return switch (threshold) {
      case Threshold.AboveBaseline(double amount) -> amount;
      case Threshold.RelativeToBaseline(double share) -> share;
      case Threshold.Above(double limit) -> limit;
      case Threshold.Below(double limit) -> -limit;
      case Threshold.FailingFor(var limit) -> limit.toMillis();
    };
  }
}
