package dev.evenkeel.server.health.watch;

import dev.evenkeel.judge.Metric;
import dev.evenkeel.judge.Rule;
import dev.evenkeel.judge.Threshold;
import dev.evenkeel.runbook.WatchRule;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** Rules of a runbook in the words of the judge, which knows no runbooks. */
final class Rules {
  private Rules() {}

  static Rule of(WatchRule rule) {
    return new Rule(
        rule.name(),
        Metric.valueOf(rule.metric().name()),
        rule.quantile(),
        rule.window(),
        rule.evidence(),
        rule.warning().map(Rules::of),
        rule.breach().map(Rules::of));
  }

  /** How far back readings are needed to judge the rule when there is traffic. */
  static Duration reach(WatchRule rule) {
    var failing =
        Stream.of(rule.warning(), rule.breach())
            .flatMap(Optional::stream)
            .map(threshold -> of(threshold))
            .map(t -> t instanceof Threshold.FailingFor(var limit) ? limit : Duration.ZERO)
            .max(Duration::compareTo)
            .orElse(Duration.ZERO);
    return rule.window().multipliedBy(2).plus(failing.multipliedBy(2));
  }

  /** Whether all since the first change is judged, and not only the recent past. */
  static boolean needsAll(WatchRule rule) {
    return rule.metric() == WatchRule.Metric.NOVELTY || rule.metric() == WatchRule.Metric.OVERRUN;
  }

  private static Threshold of(dev.evenkeel.runbook.Threshold threshold) {
    return switch (threshold) {
      case dev.evenkeel.runbook.Threshold.AboveBaseline(double amount) ->
          new Threshold.AboveBaseline(amount);
      case dev.evenkeel.runbook.Threshold.RelativeToBaseline(double share) ->
          new Threshold.RelativeToBaseline(share);
      case dev.evenkeel.runbook.Threshold.Above(double limit) -> new Threshold.Above(limit);
      case dev.evenkeel.runbook.Threshold.Below(double limit) -> new Threshold.Below(limit);
      case dev.evenkeel.runbook.Threshold.FailingFor(Duration limit) ->
          new Threshold.FailingFor(limit);
      case dev.evenkeel.runbook.Threshold.BlockedFor(Duration limit) ->
          new Threshold.FailingFor(limit);
    };
  }
}
