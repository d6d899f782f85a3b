package dev.evenkeel.server.execution.web;

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

  /** One sentence: which version is better, by how much, and how certain that is. */
  static String title(Opinion opinion) {
    Kind kind = opinion.metric();
    String could =
        opinion.low().isPresent() && opinion.high().isPresent()
            ? "between %s and %s"
                .formatted(
                    signed(opinion.low().getAsDouble()),
                    signed(opinion.high().getAsDouble()) + unit(kind))
            : "";
    String matters = signed(opinion.margin()) + unit(kind) + " would matter";
    return switch (opinion.kind()) {
      case BREACH ->
          "Worse: %s the old version%s."
              .formatted(
                  more(kind, opinion.effect().orElse(opinion.margin())),
                  could.isEmpty() ? "" : ", " + could);
      case WARNING ->
          "Doubtful: %s the old version%s; %s."
              .formatted(
                  more(kind, opinion.effect().orElse(0)),
                  could.isEmpty() ? "" : ", " + could,
                  matters);
      case HEALTHY ->
          opinion.high().isPresent()
              ? "Not worse: at most %s the old version; %s."
                  .formatted(more(kind, Math.max(0, opinion.high().getAsDouble())), matters)
              : "Not worse than the old version.";
      case NOT_ENOUGH_EVIDENCE ->
          could.isEmpty()
              ? "Nothing can be told yet."
              : "Not certain yet: %s; %s.".formatted(could, matters);
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

  private static String more(Kind kind, double effect) {
    String by = signed(effect).replaceFirst("^[+−]", "") + unit(kind);
    boolean worse = effect >= 0;
    return switch (kind) {
      case ERRORS -> by + (worse ? " more failed requests than" : " fewer failed requests than");
      case LATENCY -> by + (worse ? " slower than" : " faster than");
      case RATE -> by + (worse ? " more often than" : " less often than");
      case LEVEL, GROWTH -> by + (worse ? " higher than" : " lower than");
    };
  }

  private static String unit(Kind kind) {
    return kind == Kind.ERRORS ? " points" : " %";
  }
}
