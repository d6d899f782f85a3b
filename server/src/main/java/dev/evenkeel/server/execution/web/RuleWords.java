package dev.evenkeel.server.execution.web;

import dev.evenkeel.runbook.Compared;
import dev.evenkeel.runbook.Threshold;
import dev.evenkeel.runbook.WatchRule;
import dev.evenkeel.server.execution.machine.Spoken;
import dev.evenkeel.server.health.Series.Unit;

/** Watch rules in words. */
final class RuleWords {
  private RuleWords() {}

  /** What is judged. */
  static String about(WatchRule rule) {
    String window = ", over the last " + Spoken.of(rule.window());
    return switch (rule.metric()) {
      case ERROR_RATE -> "Share of failed requests at " + rule.source() + window;
      case LATENCY ->
          "Response time at %s, %s%s".formatted(rule.source(), quantile(rule.quantile()), window);
      case VALUE -> "Value of " + rule.source() + window;
      case FAILING -> "How long " + rule.source() + " has been failing";
      case BLOCKED -> "How long a user of %s cannot get through".formatted(rule.source());
      case NOVELTY -> "Failures in %s never seen before the upgrade".formatted(rule.source());
      case OVERRUN ->
          "How busy %s would be with all traffic on the new version".formatted(rule.source());
    };
  }

  /** From where on it is bad. */
  static String of(Threshold threshold, WatchRule rule) {
    Unit unit = Amount.unit(rule.metric());
    return switch (threshold) {
      case Threshold.AboveBaseline(var amount) ->
          unit == Unit.SHARE
              ? "more than %s points above the baseline"
                  .formatted(Amount.of(amount, unit).replace(" %", " percentage"))
              : "more than %s above the baseline".formatted(Amount.of(amount, unit));
      case Threshold.RelativeToBaseline(var share) ->
          "more than %s above the baseline".formatted(Amount.of(share, Unit.SHARE));
      case Threshold.Above(var limit) -> "above " + Amount.of(limit, unit);
      case Threshold.Below(var limit) -> "below " + Amount.of(limit, unit);
      case Threshold.FailingFor(var limit) -> "failing for " + Spoken.of(limit);
      case Threshold.BlockedFor(var limit) ->
          "any one user blocked for longer than " + Spoken.of(limit);
    };
  }

  /** What is compared. */
  static String about(Compared metric) {
    String what =
        switch (metric.metric()) {
          case ERROR_RATE -> "Share of failed requests at ";
          case LATENCY -> "Response times at ";
          case RATE -> "How often a second, at ";
          case LEVEL -> "Level of ";
          case GROWTH -> "Growth of ";
        };
    return what + metric.source() + ", compared with the old version over the whole run";
  }

  /** From where on it matters. */
  static String worse(Compared metric) {
    return metric.metric() == Compared.Metric.ERROR_RATE
        ? "more than %s percentage points above the old version"
            .formatted(Amount.of(metric.margin(), Unit.SHARE).replace(" %", ""))
        : "more than %s above the old version".formatted(Amount.of(metric.margin(), Unit.SHARE));
  }

  private static String quantile(double quantile) {
    return quantile == 0.5
        ? "half of them faster"
        : "%s %% of them faster".formatted(Math.round(quantile * 1000) / 10.0).replace(".0 ", " ");
  }
}
