package dev.evenkeel.server.health.watch;

import dev.evenkeel.judge.Verdict;
import dev.evenkeel.judge.sequential.Finding;
import dev.evenkeel.judge.sequential.Kind;
import dev.evenkeel.judge.sequential.Opinion;
import dev.evenkeel.runbook.Comparison;
import dev.evenkeel.runbook.Durations;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What the sequential judge thinks, as verdicts like those of the literal rules. */
final class Opinions {
  private Opinions() {}

  /** One verdict a metric, in the order of the comparison. */
  static List<Verdict> verdicts(Comparison comparison, Trials.Found found, Instant now) {
    var finding = found.finding();
    var worst = worst(finding);
    return comparison.metrics().stream()
        .map(metric ->
            finding.opinions().stream()
                .filter(opinion -> opinion.pair().equals(metric.name()))
                .findFirst()
                .map(opinion ->
                    verdict(
                        opinion,
                        worst.filter(opinion::equals).map(_ -> finding),
                        note(metric.name(), found, now)))
                .orElseGet(() -> none(metric.name())))
        .toList();
  }

  /** The one that must speak for all, when all together are worse than any by itself. */
  private static Optional<Opinion> worst(Finding finding) {
    boolean said = finding.opinions().stream().anyMatch(o -> o.kind() == finding.kind());
    return said
            || finding.kind() == Verdict.Kind.HEALTHY
            || finding.kind() == Verdict.Kind.NOT_ENOUGH_EVIDENCE
        ? Optional.empty()
        : finding.opinions().stream().max(Comparator.comparingDouble(Opinion::strength));
  }

  private static Verdict verdict(Opinion opinion, Optional<Finding> forAll, String note) {
    return new Verdict(
        opinion.pair(),
        forAll.map(Finding::kind).orElse(opinion.kind()),
        opinion.candidate(),
        opinion.control(),
        limit(opinion),
        opinion.samples(),
        forAll.map(Finding::says).orElse(opinion.says()) + note);
  }

  /** What people must know of what it was held against. */
  private static String note(String metric, Trials.Found found, Instant now) {
    var standIn = Optional.ofNullable(found.standIn().get(metric));
    return standIn.map(piece -> " " + said(piece, now)).orElse("")
        + found
            .trouble()
            .map(why -> " Of earlier days not all could be read: %s.".formatted(why))
            .orElse("");
  }

  private static OptionalDouble limit(Opinion opinion) {
    return opinion.control().isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            opinion.metric() == Kind.ERRORS
                ? opinion.control().getAsDouble() + opinion.margin()
                : opinion.control().getAsDouble() * (1 + opinion.margin()));
  }

  /** Against what was compared when nobody waits: people must know that it was not at the time. */
  static String said(Sides.StandIn piece, Instant now) {
    return piece.usedUp(now)
        ? "Nobody waits any more, and the %s before, which stood in for that, are used up: nothing new comes of this comparison."
            .formatted(length(piece))
        : "Nobody waits any more: compared with the %s before.".formatted(length(piece));
  }

  private static String length(Sides.StandIn piece) {
    var length = piece.length();
    return Durations.text(
        length.compareTo(Duration.ofMinutes(10)) > 0
            ? Duration.ofMinutes(length.toMinutes())
            : Duration.ofSeconds(Math.max(1, length.toSeconds())));
  }

  private static Verdict none(String metric) {
    return new Verdict(
        metric,
        Verdict.Kind.NOT_ENOUGH_EVIDENCE,
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        0,
        "Nothing was compared yet.");
  }
}
