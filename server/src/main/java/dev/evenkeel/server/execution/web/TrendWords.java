package dev.evenkeel.server.execution.web;

import dev.evenkeel.judge.Verdict;
import dev.evenkeel.judge.sequential.Kind;
import dev.evenkeel.judge.sequential.Opinion;
import dev.evenkeel.server.health.Series.Unit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.OptionalDouble;

/** What a comparison found, in words that need no statistics. */
final class TrendWords {
  private TrendWords() {}

  /** Above the chart, in a few words: how much worse it could be. The verdict says the rest. */
  static String title(Opinion opinion) {
    String unit = unit(opinion.metric());
    boolean known = opinion.low().isPresent() && opinion.high().isPresent();
    double low = opinion.low().orElse(0);
    double high = opinion.high().orElse(0);
    return switch (opinion.kind()) {
      case BREACH ->
          known && low > 0
              ? "Worse by %s to %s.".formatted(bare(low), bare(high) + unit)
              : "Worse by %s.".formatted(bare(opinion.effect().orElse(opinion.margin())) + unit);
      case HEALTHY ->
          known && high > 0
              ? "Not worse, or by at most %s.".formatted(bare(high) + unit)
              : "Not worse.";
      case WARNING, NOT_ENOUGH_EVIDENCE -> {
        String doubt = opinion.kind() == Verdict.Kind.WARNING ? "Doubtful" : "Not certain yet";
        yield known
            ? "%s: between %s and %s.".formatted(doubt, signed(low), signed(high) + unit)
            : opinion.kind() == Verdict.Kind.WARNING ? "Doubtful." : "Nothing can be told yet.";
      }
    };
  }

  /** In what the lower part of the chart is measured. */
  static String heading(Kind kind) {
    return switch (kind) {
      case ERRORS -> "how much worse it could be, in points of failed requests";
      case LATENCY -> "how much slower it could be, in %";
      case RATE -> "how much more often it could be, in %";
      case LEVEL, GROWTH -> "how much higher it could be, in %";
    };
  }

  /** A level of either version. */
  static String level(Kind kind, OptionalDouble level) {
    return level.isPresent() ? Amount.of(level.getAsDouble(), levelUnit(kind)) : "–";
  }

  static Unit levelUnit(Kind kind) {
    return switch (kind) {
      case ERRORS -> Unit.SHARE;
      case LATENCY -> Unit.MILLISECONDS;
      case RATE, LEVEL, GROWTH -> Unit.PLAIN;
    };
  }

  /** How much worse, as a number with its sign; points or percent, which are both hundredths. */
  static String signed(double effect) {
    BigDecimal number =
        new BigDecimal(Double.isFinite(effect) ? Math.clamp(effect * 100, -1e9, 1e9) : 0)
            .round(new MathContext(2, RoundingMode.HALF_UP))
            .setScale(2, RoundingMode.HALF_UP)
            .stripTrailingZeros();
    String figures = number.abs().toPlainString();
    return number.signum() < 0 ? "−" + figures : number.signum() > 0 ? "+" + figures : "0";
  }

  static String effect(Kind kind, OptionalDouble effect) {
    return effect.isPresent() ? signed(effect.getAsDouble()) + unit(kind) : "–";
  }

  private static String bare(double effect) {
    return signed(Math.abs(effect)).replaceFirst("^[+]", "");
  }

  private static String unit(Kind kind) {
    return kind == Kind.ERRORS ? " points" : " %";
  }
}
