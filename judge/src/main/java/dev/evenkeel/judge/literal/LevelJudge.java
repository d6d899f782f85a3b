package dev.evenkeel.judge.literal;

import dev.evenkeel.judge.Evidence;
import dev.evenkeel.judge.Fact;
import dev.evenkeel.judge.Reading;
import dev.evenkeel.judge.Rule;
import dev.evenkeel.judge.Verdict;
import dev.evenkeel.judge.Verdict.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Judges error rates, latencies and plain numbers.
 *
 * <p>The stretch judged ends now and is as long as the rule's window. While it holds too little to
 * tell, it is doubled, at most back to when the targets were upgraded. A target that says nothing
 * now keeps the rest from being called healthy.
 */
final class LevelJudge<T> {
  private final Rule rule;
  private final Wording wording;
  private final Arm<T> upgraded;
  private final Arm<T> waiting;
  private final Arm<T> before;
  private final Instant now;

  LevelJudge(Rule rule, Lens<T> lens, Wording wording, Evidence evidence, Instant now) {
    this.rule = rule;
    this.wording = wording;
    this.upgraded = Arm.of(lens, evidence.upgraded());
    this.waiting = Arm.of(lens, evidence.waiting());
    this.before = Arm.of(lens, evidence.before());
    this.now = now;
  }

  Verdict verdict() {
    var verdict = inShortestStretchThatTells();
    return verdict.kind().compareTo(Kind.WARNING) >= 0
        ? verdict
        : upgraded.silent(rule.window(), now).map(strip -> silent(strip, verdict)).orElse(verdict);
  }

  private Verdict inShortestStretchThatTells() {
    var age = upgraded.began().map(began -> Duration.between(began, now)).orElse(Duration.ZERO);
    for (var stretch = rule.window(); ; stretch = stretch.multipliedBy(2)) {
      var verdict = Reasoning.of(rule, compare(stretch), wording);
      if (verdict.kind() != Kind.NOT_ENOUGH_EVIDENCE || stretch.compareTo(age) > 0) {
        return verdict;
      }
    }
  }

  private Comparison compare(Duration stretch) {
    var lately = upgraded.inLast(stretch, now);
    return new Comparison(
        lately.whole(),
        some(before.of(upgraded.targets()))
            .filter(part -> part.total() >= rule.evidence())
            .or(() -> some(before)),
        some(waiting.inLast(stretch, now)),
        some(before.of(waiting.targets())),
        lately.began().map(began -> Slice.inSeconds(Duration.between(began, now))).orElse(0.0));
  }

  private Optional<Measure> some(Arm<T> arm) {
    return Optional.of(arm.whole()).filter(part -> part.total() > 0);
  }

  private Verdict silent(Arm.Strip<T> strip, Verdict otherwise) {
    var newest = strip.track().newest();
    var who = strip.track().target().isEmpty() ? "The source" : strip.track().target();
    var since = newest.map(reading -> Numbers.time(Duration.between(reading.at(), now))).orElse("");
    var why = newest.flatMap(LevelJudge::reason).map(reason -> ": " + reason).orElse("");
    var says =
        newest.isEmpty()
            ? "%s has not been read since it was upgraded.".formatted(who)
            : why.isEmpty()
                ? "%s said nothing about this for %s.".formatted(who, since)
                : "%s does not say%s.".formatted(who, why);
    return new Verdict(
        rule.name(),
        Kind.NOT_ENOUGH_EVIDENCE,
        otherwise.observed(),
        otherwise.baseline(),
        otherwise.limit(),
        otherwise.evidence(),
        says + " " + otherwise.says());
  }

  private static Optional<String> reason(Reading reading) {
    return reading.find(Fact.Missing.class).map(Fact.Missing::why);
  }

  /** Each target by itself, since one that is full is not helped by another that is empty. */
  static Verdict worstOfValues(Rule rule, Evidence evidence, Instant now) {
    return evidence.upgraded().stream()
        .map(track ->
            new LevelJudge<>(
                    rule,
                    new Lens.Values(),
                    new Wording.Values(track.target()),
                    new Evidence(List.of(track), evidence.waiting(), evidence.before()),
                    now)
                .verdict())
        .max((one, other) -> one.kind().compareTo(other.kind()))
        .orElseGet(() -> nothingUpgraded(rule));
  }

  static Verdict nothingUpgraded(Rule rule) {
    return new Verdict(
        rule.name(),
        Kind.NOT_ENOUGH_EVIDENCE,
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        0,
        "Nothing is upgraded yet.");
  }
}
