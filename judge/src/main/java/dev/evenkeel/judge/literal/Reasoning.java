package dev.evenkeel.judge.literal;

import dev.evenkeel.judge.Rule;
import dev.evenkeel.judge.Threshold;
import dev.evenkeel.judge.Verdict;
import dev.evenkeel.judge.Verdict.Kind;
import dev.evenkeel.judge.literal.Finding.Outcome;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * From a comparison to a verdict:
 *
 * <ol>
 *   <li>beyond the breach threshold: breach
 *   <li>beyond the warning threshold, or the others are beyond a threshold as well: warning
 *   <li>too little to tell: not enough evidence
 *   <li>otherwise healthy
 * </ol>
 *
 * <p>When the others are beyond a fixed limit too, the upgrade is not to blame for it, and the
 * breach is a warning. For thresholds above a baseline that follows from the baseline being the
 * worse of what was and what the others show.
 */
final class Reasoning {
  private final Rule rule;
  private final Comparison comparison;
  private final Optional<Measure> baseline;
  private final Optional<Finding> warning;
  private final Optional<Finding> breach;

  private Reasoning(Rule rule, Comparison comparison) {
    this.rule = rule;
    this.comparison = comparison;
    this.baseline = comparison.baseline(rule.evidence());
    this.warning = rule.warning().map(threshold -> hold(comparison.upgraded(), threshold));
    this.breach = rule.breach().map(threshold -> hold(comparison.upgraded(), threshold));
  }

  static Verdict of(Rule rule, Comparison comparison, Wording wording) {
    return new Reasoning(rule, comparison).verdict(wording);
  }

  private Verdict verdict(Wording wording) {
    boolean shared = rule.breach().filter(this::alsoBreaksOnOthers).isPresent();
    if (is(breach, Outcome.BEYOND) && !(shared && rule.breach().orElseThrow().fixed())) {
      return verdict(Kind.BREACH, limit(breach), wording.held(comparison, limit(breach)));
    }
    boolean sharedWarning = rule.warning().filter(this::alsoBreaksOnOthers).isPresent();
    if (shared || sharedWarning) {
      var limit = shared ? limit(breach) : limit(warning);
      return verdict(Kind.WARNING, limit(breach), wording.allWorse(comparison, limit));
    }
    if (is(warning, Outcome.BEYOND)) {
      return verdict(Kind.WARNING, limit(breach), wording.held(comparison, limit(warning)));
    }
    return Stream.of(breach, warning)
        .flatMap(Optional::stream)
        .filter(finding -> finding.outcome() != Outcome.WITHIN)
        .findFirst()
        .map(f -> verdict(Kind.NOT_ENOUGH_EVIDENCE, f.limit(), wording.unsure(comparison, rule, f)))
        .orElseGet(() -> healthy(wording));
  }

  private Verdict healthy(Wording wording) {
    var nearest = warning.or(() -> breach);
    return nearest.isEmpty()
        ? verdict(
            Kind.NOT_ENOUGH_EVIDENCE,
            OptionalDouble.empty(),
            "The rule has neither a warning nor a breach, so there is nothing to hold this against.")
        : verdict(Kind.HEALTHY, limit(nearest), wording.held(comparison, limit(nearest)));
  }

  /** Whether the waiting part, held against what it was, is beyond the threshold too. */
  private boolean alsoBreaksOnOthers(Threshold threshold) {
    return comparison
        .others()
        .map(others -> Finding.of(others, comparison.othersBefore(), threshold, rule.evidence()))
        .filter(finding -> finding.outcome() == Outcome.BEYOND)
        .isPresent();
  }

  private Finding hold(Measure part, Threshold threshold) {
    return Finding.of(part, baseline, threshold, rule.evidence());
  }

  private static boolean is(Optional<Finding> finding, Outcome outcome) {
    return finding.filter(f -> f.outcome() == outcome).isPresent();
  }

  private static OptionalDouble limit(Optional<Finding> finding) {
    return finding.map(Finding::limit).orElse(OptionalDouble.empty());
  }

  private Verdict verdict(Kind kind, OptionalDouble limit, String says) {
    return new Verdict(
        rule.name(),
        kind,
        comparison.upgraded().level(),
        baseline.map(Measure::level).orElse(OptionalDouble.empty()),
        limit,
        (long) comparison.upgraded().total(),
        says);
  }
}
