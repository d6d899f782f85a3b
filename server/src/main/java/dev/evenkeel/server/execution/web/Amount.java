package dev.evenkeel.server.execution.web;

import dev.evenkeel.runbook.WatchRule;
import dev.evenkeel.server.health.Series.Unit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers of the watch as people read them: three figures and the unit. */
final class Amount {
  private static final String[] LARGE = {"", " k", " M", " G", " T", " P"};

  private Amount() {}

  static String of(double value, Unit unit) {
    return switch (unit) {
      case SHARE -> figures(value * 100) + " %";
      case MILLISECONDS ->
          Math.abs(value) >= 10_000 ? figures(value / 1000) + " s" : figures(value) + " ms";
      case SECONDS -> figures(value) + " s";
      case PLAIN -> plain(value);
    };
  }

  /** In what the rule's metric is measured. */
  static Unit unit(WatchRule.Metric metric) {
    return switch (metric) {
      case ERROR_RATE, OVERRUN -> Unit.SHARE;
      case LATENCY -> Unit.MILLISECONDS;
      case FAILING, BLOCKED -> Unit.SECONDS;
      case VALUE, NOVELTY -> Unit.PLAIN;
    };
  }

  private static String plain(double value) {
    int thousands = 0;
    double rest = value;
    while (Math.abs(rest) >= 10_000 && thousands < LARGE.length - 1
        || thousands > 0 && Math.abs(rest) >= 1000 && thousands < LARGE.length - 1) {
      rest /= 1000;
      thousands++;
    }
    return figures(rest) + LARGE[thousands];
  }

  private static String figures(double value) {
    if (!Double.isFinite(value)) {
      return "–";
    }
    if (Math.abs(value) >= 1000) {
      return Long.toString(Math.round(value));
    }
    BigDecimal rounded =
        new BigDecimal(value).round(new MathContext(3, RoundingMode.HALF_UP)).stripTrailingZeros();
    return rounded.scale() > 4 ? "0" : rounded.toPlainString();
  }
}
