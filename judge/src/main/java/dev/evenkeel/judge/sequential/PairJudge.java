package dev.evenkeel.judge.sequential;

import dev.evenkeel.judge.Track;
import dev.evenkeel.judge.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** Judges one pair of a trial. */
final class PairJudge {

  /** The standard deviation by which hosts differ, of the logarithm of error rates. */
  private static final double ERROR_SPREAD = 0.25;

  /** The same of response times. */
  private static final double LATENCY_SPREAD = 0.05;

  /** Days differ more than hosts side by side. */
  private static final double OF_DAYS = 2;

  /** Without a reading for so long something is wrong with the reading or the version. */
  private static final long SILENT = 120_000;

  private static final double TAIL = 0.95;

  private final Trial trial;
  private final Pair pair;
  private final double share;
  private final Instant now;

  /**
   * @param share the probability of a false alarm that falls to this pair
   */
  PairJudge(Trial trial, Pair pair, double share, Instant now) {
    this.trial = trial;
    this.pair = pair;
    this.share = share;
    this.now = now;
  }

  /** An opinion, and since when it is a breach. */
  record Decision(Opinion opinion, Optional<Instant> decided) {}

  Decision decide() {
    if (pair.kind() == Kind.GROWTH) {
      return growth();
    }
    if (pair.control().isEmpty() && pair.history().isEmpty()) {
      return unknown("There is nothing to compare with.");
    }
    if (pair.control().isEmpty()) {
      return against(pair.history(), true);
    }
    var beside = against(pair.control(), false);
    return pair.history().isEmpty() ? beside : both(beside, against(pair.history(), true));
  }

  /** Held against both, it is a breach when both say so: then neither chance nor the day did it. */
  private static Decision both(Decision beside, Decision earlier) {
    if (earlier.opinion().kind() == Verdict.Kind.NOT_ENOUGH_EVIDENCE
        && earlier.opinion().samples() == 0) {
      return beside;
    }
    if (beside.opinion().samples() == 0) {
      return earlier;
    }
    if (beside.decided().isPresent() && earlier.opinion().kind() == Verdict.Kind.HEALTHY) {
      var other = beside.opinion();
      return new Decision(
          other.as(
              Verdict.Kind.WARNING,
              other.says() + " But no worse than at the same hour of earlier days."),
          Optional.empty());
    }
    if (beside.decided().isPresent() && earlier.decided().isEmpty()) {
      return new Decision(
          beside
              .opinion()
              .as(
                  Verdict.Kind.WARNING,
                  beside.opinion().says() + " Earlier days do not say the same yet."),
          Optional.empty());
    }
    return beside.decided().isEmpty()
        ? beside
        : new Decision(
            beside.opinion(),
            Stream.of(beside, earlier).flatMap(d -> d.decided().stream()).max(Instant::compareTo));
  }

  private Decision against(List<Track> control, boolean days) {
    double spread = days ? OF_DAYS : 1;
    double warmUp = trial.warmUp().toMillis() / 1000.0;
    return switch (pair.kind()) {
      case ERRORS ->
          told(
              "Failed requests",
              compared(
                  new Comparison.Errors(
                      pair.margin(), ERROR_SPREAD * spread, Shares.isWhole(trial, pair), warmUp),
                  control,
                  share));
      case LATENCY -> latency(control, LATENCY_SPREAD * spread, warmUp);
      case RATE -> told("A second", compared(new Comparison.Rates(), control, share));
      case LEVEL -> told("On average", compared(new Comparison.Levels(), control, share));
      case GROWTH -> throw new IllegalStateException("growth is judged by itself");
    };
  }

  private Compared compared(Comparison comparison, List<Track> control, double level) {
    return Compared.of(comparison, pair.candidate(), control, trial, pair.margin(), level, now);
  }

  private Decision latency(List<Track> control, double spread, double warmUp) {
    var bounds = Comparison.bounds(control).or(() -> Comparison.bounds(pair.candidate()));
    if (bounds.isEmpty()) {
      return unknown("There is no histogram of response times with two buckets or more.");
    }
    var median =
        compared(
            new Comparison.Latencies(bounds.get(), 0.5, pair.margin(), spread, warmUp),
            control,
            share);
    var tail = compared(new Comparison.Tails(bounds.get(), TAIL), control, trial.falseAlarms());
    if (median.decided().isPresent()) {
      return median.isOfTheTail()
          ? told("95 % of answers came within", tail, median)
          : told("Half of the answers came within", median);
    }
    boolean tailIsWider = half(tail) > half(median);
    var opinion = told("Half of the answers came within", median);
    var other = told("95 % of answers came within", tail, median);
    return rank(other.opinion().kind()) > rank(opinion.opinion().kind())
            || (tailIsWider && other.opinion().kind() == opinion.opinion().kind())
        ? other
        : opinion;
  }

  private static int rank(Verdict.Kind kind) {
    return kind.ordinal();
  }

  private static double half(Compared compared) {
    return compared.high().orElse(0) - compared.low().orElse(0);
  }

  private Decision told(String what, Compared compared) {
    return told(what, compared, compared);
  }

  /**
   * @param compared whose numbers are told
   * @param evidence whose evidence decides
   */
  private Decision told(String what, Compared compared, Compared evidence) {
    var kind = pair.kind();
    double margin = pair.margin();
    var verdict = verdict(compared, evidence);
    String says =
        switch (verdict) {
          case BREACH -> Sentences.breach(kind, what, compared, margin);
          case WARNING ->
              silence(evidence.last())
                  .orElseGet(() -> Sentences.worse(kind, what, compared, margin));
          case HEALTHY -> Sentences.healthy(kind, what, compared, margin);
          case NOT_ENOUGH_EVIDENCE -> Sentences.unsure(kind, what, compared, margin);
        };
    return new Decision(
        new Opinion(
            pair.name(),
            kind,
            verdict,
            compared.control(),
            compared.candidate(),
            compared.effect(),
            compared.low(),
            compared.high(),
            margin,
            evidence.strength(),
            Math.round(compared.samples()),
            says,
            Courses.withStrength(compared.course(), evidence.course())),
        evidence.decided());
  }

  private Verdict.Kind verdict(Compared compared, Compared evidence) {
    if (evidence.decided().isPresent()) {
      return Verdict.Kind.BREACH;
    }
    if (silence(evidence.last()).isPresent()) {
      return Verdict.Kind.WARNING;
    }
    if (!compared.isWarm()) {
      return Verdict.Kind.NOT_ENOUGH_EVIDENCE;
    }
    if (compared.low().orElse(Double.NEGATIVE_INFINITY) > pair.margin() / 2) {
      return Verdict.Kind.WARNING;
    }
    return compared.high().orElse(Double.POSITIVE_INFINITY) < pair.margin()
        ? Verdict.Kind.HEALTHY
        : Verdict.Kind.NOT_ENOUGH_EVIDENCE;
  }

  /** Says so when nothing has been heard of the new version for long, though it was before. */
  private Optional<String> silence(long last) {
    long silent = Steps.between(trial.began(), now) - last;
    return last > 0 && silent > SILENT
        ? Optional.of(
            "Nothing was read of both versions for %s; until then nothing was decided."
                .formatted(Words.time(silent / 1000.0)))
        : Optional.empty();
  }

  private Decision growth() {
    var references = pair.control().isEmpty() ? pair.history() : pair.control();
    var growing = new Growing(pair.candidate(), references, pair.margin(), trial.began(), now);
    var verdict = growth(growing);
    return new Decision(
        new Opinion(
            pair.name(),
            pair.kind(),
            verdict,
            growing.reference(),
            growing.candidate(),
            growing.effect(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            pair.margin(),
            growing.strength(),
            growing.samples(),
            Sentences.growth(verdict, growing, pair.margin(), silence(growing.lastRead())),
            growing.course()),
        growing.decided());
  }

  private Verdict.Kind growth(Growing growing) {
    if (growing.decided().isPresent()) {
      return Verdict.Kind.BREACH;
    }
    if (silence(growing.lastRead()).isPresent()) {
      return Verdict.Kind.WARNING;
    }
    boolean soon = Steps.between(trial.began(), now) < Steps.BEFORE;
    return !soon && growing.effect().orElse(Double.POSITIVE_INFINITY) <= pair.margin()
        ? Verdict.Kind.HEALTHY
        : Verdict.Kind.NOT_ENOUGH_EVIDENCE;
  }

  private Decision unknown(String why) {
    return new Decision(
        new Opinion(
            pair.name(),
            pair.kind(),
            Verdict.Kind.NOT_ENOUGH_EVIDENCE,
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            pair.margin(),
            0,
            0,
            why,
            List.of()),
        Optional.empty());
  }
}
