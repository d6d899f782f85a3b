package dev.evenkeel.judge.literal;

import dev.evenkeel.judge.Rule;
import dev.evenkeel.judge.Threshold;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** What more would tell, and how long that takes at the present rate. */
final class Outlook {
  private static final double STEP = 1.25;
  private static final double FAR = 1000;

  private Outlook() {}

  static String tooFew(Comparison comparison, long evidence, String noun) {
    double total = comparison.upgraded().total();
    double missing = Math.ceil(evidence - total);
    if (total < 1) {
      return "No %s yet; %s needed.".formatted(noun, areOrIs(evidence, noun));
    }
    return "%s so far; %s needed, %s more%s."
        .formatted(
            Numbers.count(total, noun),
            areOrIs(evidence, noun),
            Numbers.count(missing),
            takes(comparison, missing)
                .map(time -> ", in about " + time + " at this rate")
                .orElse(""));
  }

  static String untilCertain(Comparison comparison, Rule rule, String noun) {
    for (double factor = STEP; factor < FAR; factor *= STEP) {
      if (certain(comparison, rule, factor)) {
        double missing = Math.ceil(comparison.upgraded().total() * (factor - 1));
        return " About %s more %ss%s would tell."
            .formatted(
                Numbers.count(missing),
                noun,
                takes(comparison, missing).map(t -> ", " + t + " at this rate,").orElse(""));
      }
    }
    return "";
  }

  private static boolean certain(Comparison comparison, Rule rule, double factor) {
    var more = new Scaled(comparison.upgraded(), factor);
    var baseline = comparison.baseline(rule.evidence());
    return Stream.of(rule.breach(), rule.warning())
        .flatMap(Optional::stream)
        .map((Threshold threshold) -> Finding.of(more, baseline, threshold, rule.evidence()))
        .noneMatch(finding -> finding.outcome() == Finding.Outcome.PERHAPS);
  }

  private static Optional<String> takes(Comparison comparison, double missing) {
    double rate = comparison.upgraded().total() / comparison.seconds();
    return rate > 0 && Double.isFinite(rate)
        ? Optional.of(Numbers.time(Math.ceil(missing / rate)))
        : Optional.empty();
  }

  private static String areOrIs(long count, String noun) {
    return Numbers.count(count, noun) + (count == 1 ? " is" : " are");
  }

  /** The same part if it went on like this for longer. */
  private record Scaled(Measure part, double factor) implements Measure {
    @Override
    public double total() {
      return part.total() * factor;
    }

    @Override
    public OptionalDouble level() {
      return part.level();
    }

    @Override
    public double beyond(Limit limit) {
      return part.beyond(limit) * factor;
    }

    @Override
    public double occasions(Limit limit) {
      return part.occasions(limit) * factor;
    }

    @Override
    public double untold(Limit limit) {
      return part.untold(limit) * factor;
    }

    @Override
    public double allowed(Limit limit) {
      return part.allowed(limit);
    }

    @Override
    public boolean independent() {
      return part.independent();
    }
  }
}
