package dev.evenkeel.judge.backtest;

import dev.evenkeel.judge.Rule;
import dev.evenkeel.judge.Threshold;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a rule would have done with other thresholds.
 *
 * <ol>
 *   <li>The threshold is taken times a few factors, the strictest first, each as a breach alone.
 *   <li>The upgrades that might have been are replayed with it. Where a stricter one stayed quiet,
 *       a laxer one does, so those are not replayed again.
 *   <li>Recommended is, of those that find every incident, the one with the fewest false alarms; of
 *       several such the fastest. When none finds every incident: of those that find as many as the
 *       one that was swept from, if that finds any.
 * </ol>
 *
 * @param choices the strictest first
 * @param recommended empty when there is no incident, none that can be found, or no time at which
 *     all was well
 */
public record Sweep(List<Choice> choices, Optional<Choice> recommended) {
  private static final List<Double> FACTORS =
      List.of(0.25, 0.35, 0.5, 0.7, 0.85, 1.0, 1.2, 1.5, 2.0, 3.0, 4.0);

  public Sweep {
    choices = List.copyOf(choices);
  }

  /** One threshold and what would have come of it. */
  public record Choice(double factor, Threshold threshold, Outcome outcome) {}

  /**
   * @param quiet what is known of the same rule, and comes to be known
   */
  public static Sweep of(
      LiteralAlarms alarms,
      Threshold threshold,
      List<Replay> healthy,
      List<Replay> incidents,
      Quiet quiet) {
    List<Choice> choices =
        FACTORS.stream()
            .sorted(Comparator.comparingDouble(factor -> Quiet.laxness(times(threshold, factor))))
            .map(factor ->
                choice(factor, with(alarms, times(threshold, factor)), healthy, incidents, quiet))
            .toList();
    return new Sweep(choices, recommended(choices));
  }

  /** The one that was swept from. */
  public Choice written() {
    return written(choices);
  }

  private static Choice written(List<Choice> choices) {
    return choices.stream().filter(choice -> choice.factor() == 1).findFirst().orElseThrow();
  }

  private static Choice choice(
      double factor,
      LiteralAlarms alarms,
      List<Replay> healthy,
      List<Replay> incidents,
      Quiet quiet) {
    Threshold threshold = alarms.rule().breach().orElseThrow();
    Set<Replay> known = quiet.at(threshold);
    Set<Replay> quieter = ConcurrentHashMap.newKeySet();
    Outcome outcome =
        Outcome.of(
            replay -> {
              Optional<Instant> alarm =
                  known.contains(replay) ? Optional.empty() : alarms.first(replay);
              if (alarm.isEmpty()) {
                quieter.add(replay);
              }
              return alarm;
            },
            healthy,
            incidents);
    quiet.add(threshold, quieter);
    return new Choice(factor, threshold, outcome);
  }

  private static Optional<Choice> recommended(List<Choice> choices) {
    int all = choices.getFirst().outcome().seen().size();
    boolean canAll = choices.stream().anyMatch(choice -> choice.outcome().found() == all);
    int wanted = canAll ? all : written(choices).outcome().found();
    return choices.stream()
        .filter(choice -> choice.outcome().replays() > 0)
        .filter(choice -> wanted > 0 && choice.outcome().found() >= wanted)
        .min(
            Comparator.comparingInt((Choice choice) -> choice.outcome().falseAlarms().size())
                .thenComparing(choice -> choice.outcome().medianDelay().orElse(Duration.ZERO)));
  }

  private static LiteralAlarms with(LiteralAlarms alarms, Threshold breach) {
    Rule rule = alarms.rule();
    return new LiteralAlarms(
        new Rule(
            rule.name(),
            rule.metric(),
            rule.quantile(),
            rule.window(),
            rule.evidence(),
            Optional.empty(),
            Optional.of(breach)),
        alarms.recorded(),
        alarms.before(),
        alarms.look());
  }

  private static Threshold times(Threshold threshold, double factor) {
    return switch (threshold) {
      case Threshold.AboveBaseline(double amount) -> new Threshold.AboveBaseline(amount * factor);
      case Threshold.RelativeToBaseline(double share) ->
          new Threshold.RelativeToBaseline(share * factor);
      case Threshold.Above(double limit) -> new Threshold.Above(limit * factor);
      case Threshold.Below(double limit) -> new Threshold.Below(limit * factor);
      case Threshold.FailingFor(Duration limit) ->
          new Threshold.FailingFor(Duration.ofMillis(Math.round(limit.toMillis() * factor)));
    };
  }
}
