package dev.evenkeel.judge.literal;

import dev.evenkeel.judge.Rule;
import java.util.ArrayList;
import java.util.Optional;
import java.util.OptionalDouble;

/** Verdicts in one sentence or two, calm and with the numbers. */
interface Wording {

  /** The metric of a part, such as {@code 30 % of 17 requests failed}. */
  String of(Measure part);

  /** A number in the metric's unit. */
  String amount(double level);

  /** What evidence is counted in, one of it. */
  String noun();

  /** The plain numbers: the upgraded part, what it is held against, and the limit. */
  default String held(Comparison comparison, OptionalDouble limit) {
    return of(comparison.upgraded()) + against(comparison) + limitIs(limit);
  }

  default String allWorse(Comparison comparison, OptionalDouble limit) {
    return "Not the upgrade alone: where nothing was changed, "
        + comparison.others().map(this::of).orElse("it is the same")
        + comparison
            .othersBefore()
            .map(Measure::level)
            .filter(OptionalDouble::isPresent)
            .map(level -> ", before " + amount(level.getAsDouble()))
            .orElse("")
        + "; on the upgraded part "
        + of(comparison.upgraded())
        + limitIs(limit);
  }

  default String unsure(Comparison comparison, Rule rule, Finding finding) {
    var upgraded = comparison.upgraded();
    return switch (finding.outcome()) {
      case TOO_FEW -> Outlook.tooFew(comparison, rule.evidence(), noun());
      case PERHAPS ->
          "%s, beyond the limit of %s, but that can be chance.%s"
              .formatted(
                  of(upgraded),
                  amount(finding.limit().orElse(0)),
                  Outlook.untilCertain(comparison, rule, noun()));
      case NO_BASELINE ->
          "Nothing to compare with: %s before the first change, and %s. Now %s."
              .formatted(
                  comparison.readBefore() ? "there was no " + noun() : "nothing was read",
                  comparison.waits()
                      ? "the part that waits untouched has no " + noun() + " either"
                      : "no part waits untouched",
                  of(upgraded));
      case NOT_MEASURED ->
          "The histogram cannot tell: too many answers lie beyond its last bucket, and the limit of"
              + " %s is higher still. Add a bucket there, or choose a lower limit."
                  .formatted(amount(finding.limit().orElse(0)));
      case UNFIT -> "A threshold failingFor fits the metric failing only; this rule needs another.";
      case WITHIN, BEYOND -> of(upgraded) + limitIs(finding.limit());
    };
  }

  private String against(Comparison comparison) {
    var parts = new ArrayList<String>();
    level(comparison.before()).ifPresent(level -> parts.add("before " + level));
    level(comparison.others()).ifPresent(level -> parts.add("on the others now " + level));
    return parts.isEmpty() ? "" : "; " + String.join(", ", parts);
  }

  private Optional<String> level(Optional<Measure> part) {
    return part.map(Measure::level)
        .filter(OptionalDouble::isPresent)
        .map(level -> amount(level.getAsDouble()));
  }

  private String limitIs(OptionalDouble limit) {
    return limit.isEmpty() ? "." : ". The limit is " + amount(limit.getAsDouble()) + ".";
  }

  /** Of errors. */
  record Errors() implements Wording {
    @Override
    public String of(Measure part) {
      return part.level().isEmpty()
          ? "no request came"
          : amount(part.level().getAsDouble())
              + " of "
              + Numbers.count(part.total(), noun())
              + " failed";
    }

    @Override
    public String amount(double level) {
      return Numbers.share(level);
    }

    @Override
    public String noun() {
      return "request";
    }
  }

  /** Of latencies. */
  record Latencies(double quantile) implements Wording {
    @Override
    public String of(Measure part) {
      return part.level().isEmpty()
          ? "no answer was timed"
          : "%s of %s came within %s"
              .formatted(
                  Numbers.share(quantile),
                  Numbers.count(part.total(), noun()),
                  amount(part.level().getAsDouble()));
    }

    @Override
    public String amount(double level) {
      return Numbers.millis(level);
    }

    @Override
    public String noun() {
      return "answer";
    }
  }

  /**
   * Of plain numbers.
   *
   * @param target whose number it is; empty when it is about the whole
   */
  record Values(String target) implements Wording {
    @Override
    public String of(Measure part) {
      return part.level().isEmpty()
          ? "no number was read"
          : "%s at %s, the median of %s"
              .formatted(
                  target.isEmpty() ? "it is" : target + " is",
                  amount(part.level().getAsDouble()),
                  Numbers.count(part.total(), noun()));
    }

    @Override
    public String amount(double level) {
      return Numbers.value(level);
    }

    @Override
    public String noun() {
      return "reading";
    }
  }
}
