package dev.evenkeel.cli.judge.backtest;

import dev.evenkeel.judge.Metric;
import dev.evenkeel.judge.Threshold;
import dev.evenkeel.runbook.Durations;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;

/** Thresholds as a runbook writes them. */
final class Limits {
  private static final MathContext DIGITS = new MathContext(4, RoundingMode.HALF_EVEN);
  private static final double PERCENT = 100;

  private Limits() {}

  /** The whole mapping, such as {@code {aboveBaseline: 1%}}. */
  static String written(Metric metric, Threshold threshold) {
    return switch (threshold) {
      case Threshold.AboveBaseline _ -> "{aboveBaseline: %s}".formatted(amount(metric, threshold));
      case Threshold.RelativeToBaseline _ ->
          "{aboveBaseline: %s, relative: true}".formatted(amount(metric, threshold));
      case Threshold.Above _ -> "{above: %s}".formatted(amount(metric, threshold));
      case Threshold.Below _ -> "{below: %s}".formatted(amount(metric, threshold));
      case Threshold.FailingFor _ ->
          "{%s: %s}"
              .formatted(
                  metric == Metric.BLOCKED ? "blockedFor" : "failingFor",
                  amount(metric, threshold));
    };
  }

  /** Its number with its unit. */
  static String amount(Metric metric, Threshold threshold) {
    return switch (threshold) {
      case Threshold.AboveBaseline(double amount) -> amount(metric, amount);
      case Threshold.RelativeToBaseline(double share) -> number(PERCENT * share) + "%";
      case Threshold.Above(double limit) -> amount(metric, limit);
      case Threshold.Below(double limit) -> amount(metric, limit);
      case Threshold.FailingFor(Duration limit) -> Durations.text(limit);
    };
  }

  /** The bare number, in the unit of the metric, or seconds. */
  static double value(Threshold threshold) {
    return switch (threshold) {
      case Threshold.AboveBaseline(double amount) -> amount;
      case Threshold.RelativeToBaseline(double share) -> share;
      case Threshold.Above(double limit) -> limit;
      case Threshold.Below(double limit) -> limit;
      case Threshold.FailingFor(Duration limit) -> limit.toMillis() / 1000.0;
    };
  }

  private static String amount(Metric metric, double amount) {
    return switch (metric) {
      case ERROR_RATE -> number(PERCENT * amount) + "%";
      case LATENCY -> Math.round(amount) + "ms";
      case VALUE, FAILING, BLOCKED, NOVELTY, OVERRUN -> number(amount);
    };
  }

  private static String number(double number) {
    return new BigDecimal(number).round(DIGITS).stripTrailingZeros().toPlainString();
  }
}
