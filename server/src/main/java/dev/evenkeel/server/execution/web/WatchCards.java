package dev.evenkeel.server.execution.web;

import dev.evenkeel.runbook.WatchRule;
import dev.evenkeel.server.execution.RunId;
import dev.evenkeel.server.execution.engine.Plans;
import dev.evenkeel.server.execution.web.RunView.VerdictView;
import dev.evenkeel.server.execution.web.WatchCard.Numbers;
import dev.evenkeel.server.health.Series;
import dev.evenkeel.server.health.Series.Unit;
import dev.evenkeel.server.health.Watchtower;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.springframework.stereotype.Component;

/** Puts together what the watch of a run has seen. */
@Component
class WatchCards {
  /** Many look at the same run; its readings are added up for all of them together. */
  private static final Duration FRESH = Duration.ofSeconds(1);

  private record Read(Instant at, List<Series> series) {}

  private final Watchtower watchtower;
  private final Plans plans;
  private final Clock clock;
  private final Recent<RunId, Read> kept = new Recent<>(50);

  WatchCards(Watchtower watchtower, Plans plans, Clock clock) {
    this.watchtower = watchtower;
    this.plans = plans;
    this.clock = clock;
  }

  /** One card a rule, in the order of the runbook. */
  List<WatchCard> of(RunId run, List<VerdictView> verdicts) {
    List<WatchRule> rules = plans.of(run).runbook().watch().rules();
    List<Series> series = rules.isEmpty() ? List.of() : series(run, rules);
    return rules.stream().map(rule -> card(rule, verdicts, series)).toList();
  }

  private List<Series> series(RunId run, List<WatchRule> rules) {
    Instant now = clock.instant();
    Read read = kept.get(run);
    if (read == null || read.at.plus(FRESH).isBefore(now)) {
      read = new Read(now, watchtower.series(run.value(), rules));
      kept.put(run, read);
    }
    return read.series;
  }

  private static WatchCard card(WatchRule rule, List<VerdictView> verdicts, List<Series> series) {
    Optional<VerdictView> verdict =
        verdicts.stream().filter(v -> v.rule().equals(rule.name())).findFirst();
    Series drawn =
        series.stream()
            .filter(s -> s.rule().equals(rule.name()))
            .findFirst()
            .orElseGet(() -> nothing(rule));
    return new WatchCard(
        rule.name(),
        RuleWords.about(rule),
        verdict,
        numbers(rule, verdict),
        ChartDrawing.of(drawn));
  }

  private static Series nothing(WatchRule rule) {
    OptionalDouble none = OptionalDouble.empty();
    return new Series(
        rule.name(),
        Amount.unit(rule.metric()),
        List.of(),
        List.of(),
        Optional.empty(),
        none,
        none,
        none);
  }

  private static Numbers numbers(WatchRule rule, Optional<VerdictView> verdict) {
    Unit unit = Amount.unit(rule.metric());
    return new Numbers(
        amount(verdict.map(VerdictView::observed), unit),
        amount(verdict.map(VerdictView::baseline), unit),
        amount(verdict.map(VerdictView::limit), unit),
        verdict.map(v -> String.format(Locale.ROOT, "%,d", v.evidence())).orElse(""));
  }

  private static String amount(Optional<OptionalDouble> value, Unit unit) {
    OptionalDouble number = value.orElse(OptionalDouble.empty());
    return number.isPresent() ? Amount.of(number.getAsDouble(), unit) : "";
  }
}
