package dev.evenkeel.server.execution.web;

import dev.evenkeel.judge.Verdict;
import dev.evenkeel.runbook.Comparison;
import dev.evenkeel.runbook.Watch;
import dev.evenkeel.runbook.WatchRule;
import dev.evenkeel.server.health.Series;
import dev.evenkeel.server.health.Series.Point;
import dev.evenkeel.server.health.Series.Unit;
import dev.evenkeel.server.health.Trend;
import dev.evenkeel.server.health.Watchtower;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/** Has seen what a test tells it. */
final class SampleWatchtower implements Watchtower {
  private final Map<String, List<Series>> seen = new ConcurrentHashMap<>();

  @Override
  public void look(String watch, List<Lookout> lookouts, Instant now, Duration within) {}

  @Override
  public List<Verdict> judge(String watch, List<WatchRule> rules, Arms arms, Instant now) {
    return List.of();
  }

  @Override
  public List<Verdict> compare(String watch, Comparison comparison, Arms arms, Instant now) {
    return List.of();
  }

  @Override
  public void remember(
      String watch, Comparison comparison, List<Lookout> lookouts, Duration length, Instant now) {}

  @Override
  public List<Trend> trends(String watch, Comparison comparison) {
    return List.of();
  }

  @Override
  public List<String> silent(String watch, Watch judged, Instant now) {
    return List.of();
  }

  @Override
  public List<Series> series(String watch, List<WatchRule> rules) {
    return seen.getOrDefault(watch, List.of());
  }

  /** The upgraded part goes wrong at the end, or not. */
  void saw(String watch, Instant from, Instant change, Instant to, boolean wrong) {
    RandomGenerator random = new java.util.Random(7);
    seen.put(
        watch,
        List.of(
            series(
                "errors",
                Unit.SHARE,
                from,
                change,
                to,
                0.002,
                wrong ? 0.3 : 0.002,
                0.007,
                0.012,
                random),
            series(
                "median",
                Unit.MILLISECONDS,
                from,
                change,
                to,
                17,
                wrong ? 40 : 18,
                Double.NaN,
                117,
                random),
            series("alive", Unit.SECONDS, from, change, to, 0, 0, Double.NaN, 5, random)));
  }

  private static Series series(
      String rule,
      Unit unit,
      Instant from,
      Instant change,
      Instant to,
      double usual,
      double late,
      double warning,
      double breach,
      RandomGenerator random) {
    List<Point> others = new ArrayList<>();
    List<Point> upgraded = new ArrayList<>();
    long step = Math.max(1, Duration.between(from, to).toSeconds() / 200);
    Instant wrongFrom = to.minusSeconds(Duration.between(change, to).toSeconds() / 4);
    for (Instant at = from; at.isBefore(to); at = at.plusSeconds(step)) {
      others.add(new Point(at, usual * (0.7 + random.nextDouble() * 0.6), 300));
      if (at.isAfter(change.plusSeconds(8))) {
        double value = at.isAfter(wrongFrom) ? late : usual;
        upgraded.add(new Point(at, value * (0.8 + random.nextDouble() * 0.4), 40));
      }
    }
    return new Series(
        rule,
        unit,
        upgraded,
        others,
        Optional.of(change),
        OptionalDouble.of(usual),
        Double.isNaN(warning) ? OptionalDouble.empty() : OptionalDouble.of(warning),
        OptionalDouble.of(breach));
  }
}
