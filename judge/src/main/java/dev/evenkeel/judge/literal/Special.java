package dev.evenkeel.judge.literal;

import dev.evenkeel.judge.Rule;
import dev.evenkeel.judge.Threshold;
import dev.evenkeel.judge.journey.JourneyRule;
import dev.evenkeel.judge.novelty.NoveltyRule;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/** Rules in the words of those who judge users and logs. */
final class Special {
  private Special() {}

  static JourneyRule journeys(Rule rule) {
    return new JourneyRule(
        rule.name(),
        rule.window(),
        rule.evidence(),
        rule.warning().flatMap(Special::time),
        rule.breach().flatMap(Special::time));
  }

  static NoveltyRule novelty(Rule rule) {
    return new NoveltyRule(
        rule.name(), rule.window(), rule.evidence(), count(rule.warning()), count(rule.breach()));
  }

  private static Optional<Duration> time(Threshold threshold) {
    return threshold instanceof Threshold.FailingFor(var limit)
        ? Optional.of(limit)
        : Optional.empty();
  }

  private static OptionalDouble count(Optional<Threshold> threshold) {
    return threshold.isPresent() && threshold.get() instanceof Threshold.Above(double limit)
        ? OptionalDouble.of(limit)
        : OptionalDouble.empty();
  }
}
