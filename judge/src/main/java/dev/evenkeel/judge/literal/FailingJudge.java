package dev.evenkeel.judge.literal;

import dev.evenkeel.judge.Evidence;
import dev.evenkeel.judge.Rule;
import dev.evenkeel.judge.Threshold;
import dev.evenkeel.judge.Verdict;
import dev.evenkeel.judge.Verdict.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Judges how long targets have been failing. The target that fails longest counts. When at least
 * half of the waiting targets are beyond the limit as well, it is not the upgrade alone: a warning.
 */
final class FailingJudge {
  private final Rule rule;
  private final List<Streak> upgraded;
  private final List<Streak> waiting;
  private final Optional<Duration> warning;
  private final Optional<Duration> breach;

  FailingJudge(Rule rule, Evidence evidence, Instant now) {
    this.rule = rule;
    this.warning = rule.warning().flatMap(FailingJudge::limit);
    this.breach = rule.breach().flatMap(FailingJudge::limit);
    Duration limit = breach.or(() -> warning).orElse(Duration.ZERO);
    this.upgraded = Streak.of(evidence.upgraded(), rule.window(), limit, now);
    this.waiting = Streak.of(evidence.waiting(), rule.window(), limit, now);
  }

  Verdict verdict() {
    if (warning.isEmpty() && breach.isEmpty()) {
      return verdict(
          Kind.NOT_ENOUGH_EVIDENCE, 0, breach, "The metric failing needs a threshold failingFor.");
    }
    var worst = upgraded.stream().max(Comparator.comparing(Streak::length)).orElseThrow();
    double seconds = Slice.inSeconds(worst.length());
    boolean shared = breach.filter(this::alsoOnOthers).isPresent();
    if (breach.filter(worst::longerThan).isPresent() && !shared) {
      return verdict(Kind.BREACH, seconds, breach, failing(worst) + limitIs(breach));
    }
    if (shared || warning.filter(this::alsoOnOthers).isPresent()) {
      var says =
          "Not the upgrade alone: targets on which nothing was changed are failing as well. ";
      return verdict(Kind.WARNING, seconds, breach, says + state(worst));
    }
    if (warning.filter(worst::longerThan).isPresent()) {
      return verdict(Kind.WARNING, seconds, breach, failing(worst) + limitIs(warning));
    }
    return undecidedOrHealthy(worst, seconds);
  }

  private Verdict undecidedOrHealthy(Streak worst, double seconds) {
    var nearest = warning.or(() -> breach);
    var failing = upgraded.stream().filter(streak -> streak.failed() > 0 && !streak.silent());
    var silent = upgraded.stream().filter(Streak::silent).findFirst();
    if (worst.failed() > 0 || failing.findAny().isPresent()) {
      var one = upgraded.stream().max(Comparator.comparingInt(Streak::failed)).orElseThrow();
      return verdict(Kind.NOT_ENOUGH_EVIDENCE, seconds, nearest, failing(one) + limitIs(nearest));
    }
    return silent.isPresent()
        ? verdict(
            Kind.NOT_ENOUGH_EVIDENCE,
            seconds,
            nearest,
            "Nothing is known of %s: nobody said for %s whether it is up."
                .formatted(name(silent.get()), Numbers.time(rule.window())))
        : verdict(Kind.HEALTHY, 0, nearest, state(worst) + limitIs(nearest));
  }

  private boolean alsoOnOthers(Duration limit) {
    long beyond = waiting.stream().filter(streak -> streak.longerThan(limit)).count();
    long known = waiting.stream().filter(streak -> !streak.silent()).count();
    return beyond > 0 && 2 * beyond >= known;
  }

  private static Optional<Duration> limit(Threshold threshold) {
    return threshold instanceof Threshold.FailingFor(var limit)
        ? Optional.of(limit)
        : Optional.empty();
  }

  private String state(Streak streak) {
    return streak.failed() > 0
        ? failing(streak) + "."
        : upgraded.size() == 1
            ? name(streak) + " answers."
            : "All " + upgraded.size() + " targets answer.";
  }

  private static String failing(Streak streak) {
    return streak.failed() == 1
        ? "%s failed in its last look: %s".formatted(name(streak), streak.why())
        : "%s has been failing for %s without a success: %s"
            .formatted(name(streak), Numbers.time(streak.length()), streak.why());
  }

  private static String name(Streak streak) {
    return streak.target().isEmpty() ? "it" : streak.target();
  }

  private static String limitIs(Optional<Duration> limit) {
    return limit.map(time -> ". The limit is " + Numbers.time(time) + ".").orElse("");
  }

  private Verdict verdict(Kind kind, double seconds, Optional<Duration> limit, String says) {
    return new Verdict(
        rule.name(),
        kind,
        OptionalDouble.of(seconds),
        OptionalDouble.empty(),
        limit.isPresent()
            ? OptionalDouble.of(Slice.inSeconds(limit.get()))
            : OptionalDouble.empty(),
        upgraded.stream().mapToInt(Streak::failed).sum(),
        says.replace("..", "."));
  }
}
