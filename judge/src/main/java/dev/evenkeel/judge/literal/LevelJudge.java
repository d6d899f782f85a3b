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
 * now, or gets no request any more, keeps the rest from being called healthy.
 */
final class LevelJudge<T> {
  /** A verdict and what it came from. */
  private record Judged(Verdict verdict, Comparison comparison) {}

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
    var judged = inShortestStretchThatTells();
    var verdict = judged.verdict();
    if (verdict.kind().compareTo(Kind.WARNING) >= 0) {
      return verdict;
    }
    return upgraded
        .silent(rule.window(), now)
        .map(strip -> silent(strip, verdict))
        .or(() -> idle(judged))
        .orElse(verdict);
  }

  private Judged inShortestStretchThatTells() {
    var age = upgraded.began().map(began -> Duration.between(began, now)).orElse(Duration.ZERO);
    for (var stretch = rule.window(); ; stretch = stretch.multipliedBy(2)) {
      var comparison = compare(stretch);
      var verdict = Reasoning.of(rule, comparison, wording);
      if (verdict.kind() != Kind.NOT_ENOUGH_EVIDENCE || stretch.compareTo(age) > 0) {
        return new Judged(verdict, comparison);
      }
    }
  }

  /** A target that had its share of the requests and gets none now may be dead or taken out. */
  private Optional<Verdict> idle(Judged judged) {
    var comparison = judged.comparison();
    double perTarget = comparison.upgraded().total() / upgraded.strips().size();
    double window = Slice.inSeconds(rule.window());
    double expected = perTarget * Math.min(1, window / comparison.seconds());
    return upgraded
        .idle(rule.window(), expected, now)
        .map(strip ->
            unsure(
                "%s had no %s in the last %s, though about %s were to be expected."
                    .formatted(
                        name(strip),
                        wording.noun(),
                        Numbers.time(rule.window()),
                        Numbers.count(expected)),
                judged.verdict()));
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
        before.strips().stream().anyMatch(strip -> strip.track().newest().isPresent()),
        !waiting.strips().isEmpty(),
        lately.began().map(began -> Slice.inSeconds(Duration.between(began, now))).orElse(0.0));
  }

  private Optional<Measure> some(Arm<T> arm) {
    return Optional.of(arm.whole()).filter(part -> part.total() > 0);
  }

  private Verdict silent(Arm.Strip<T> strip, Verdict otherwise) {
    var newest = strip.track().newest();
    if (newest.isEmpty()) {
      return unsure(name(strip) + " has not been read since it was upgraded.", otherwise);
    }
    var says =
        reason(newest.get())
            .map(why -> "%s does not say: %s.".formatted(name(strip), why))
            .orElseGet(() ->
                "%s said nothing about this for %s."
                    .formatted(
                        name(strip), Numbers.time(Duration.between(newest.get().at(), now))));
    return unsure(says, otherwise);
  }

  private static Optional<String> reason(Reading reading) {
    return reading
        .find(Fact.Missing.class)
        .map(Fact.Missing::why)
        .or(() -> reading.find(Fact.Well.class).filter(w -> !w.well()).map(Fact.Well::why));
  }

  private String name(Arm.Strip<T> strip) {
    return strip.track().target().isEmpty() ? "The source" : strip.track().target();
  }

  private Verdict unsure(String says, Verdict otherwise) {
    return new Verdict(
        rule.name(),
        Kind.NOT_ENOUGH_EVIDENCE,
        otherwise.observed(),
        otherwise.baseline(),
        otherwise.limit(),
        otherwise.evidence(),
        says + " " + otherwise.says());
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
