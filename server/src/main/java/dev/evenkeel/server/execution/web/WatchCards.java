package dev.evenkeel.server.execution.web;

import dev.evenkeel.judge.Verdict;
import dev.evenkeel.judge.sequential.Opinion;
import dev.evenkeel.runbook.Compared;
import dev.evenkeel.runbook.Watch;
import dev.evenkeel.runbook.WatchRule;
import dev.evenkeel.server.execution.RunId;
import dev.evenkeel.server.execution.engine.Plans;
import dev.evenkeel.server.execution.web.RunView.VerdictView;
import dev.evenkeel.server.execution.web.WatchCard.Numbers;
import dev.evenkeel.server.health.Series;
import dev.evenkeel.server.health.Series.Unit;
import dev.evenkeel.server.health.Trend;
import dev.evenkeel.server.health.Watchtower;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Puts together what the watch of a run has seen. */
@Component
class WatchCards {
  /** Many look at the same run; its readings are added up for all of them together. */
  private static final Duration FRESH = Duration.ofSeconds(1);

  private record Read(Instant at, List<Series> series, List<Trend> trends) {}

  private final Watchtower watchtower;
  private final Plans plans;
  private final Clock clock;
  private final Recent<RunId, Read> kept = new Recent<>(50);

  WatchCards(Watchtower watchtower, Plans plans, Clock clock) {
    this.watchtower = watchtower;
    this.plans = plans;
    this.clock = clock;
  }

  /** One card a metric compared and one a rule, in the order of the runbook. */
  List<WatchCard> of(RunId run, List<VerdictView> verdicts) {
    Watch watch = plans.of(run).runbook().watch();
    if (!watch.judges()) {
      return List.of();
    }
    Read read = read(run, watch);
    return Stream.concat(
            watch.compared().stream().map(metric -> card(metric, verdicts, read.trends)),
            watch.rules().stream().map(rule -> card(rule, verdicts, read.series)))
        .toList();
  }

  private Read read(RunId run, Watch watch) {
    Instant now = clock.instant();
    Read read = kept.get(run);
    if (read == null || read.at.plus(FRESH).isBefore(now)) {
      read =
          new Read(
              now,
              watch.rules().isEmpty() ? List.of() : watchtower.series(run.value(), watch.rules()),
              watch.compare().map(c -> watchtower.trends(run.value(), c)).orElse(List.of()));
      kept.put(run, read);
    }
    return read;
  }

  private static WatchCard card(Compared metric, List<VerdictView> verdicts, List<Trend> trends) {
    Optional<VerdictView> verdict = verdict(metric.name(), verdicts);
    Trend drawn =
        trends.stream()
            .filter(trend -> trend.opinion().pair().equals(metric.name()))
            .findFirst()
            .orElseGet(() -> nothing(metric));
    return new WatchCard(
        metric.name(),
        RuleWords.about(metric),
        verdict,
        numbers(TrendWords.levelUnit(drawn.opinion().metric()), verdict),
        Optional.empty(),
        Optional.of(TrendDrawing.of(drawn)));
  }

  private static Trend nothing(Compared metric) {
    OptionalDouble none = OptionalDouble.empty();
    return new Trend(
        new Opinion(
            metric.name(),
            Watchtower.kind(metric.metric()),
            Verdict.Kind.NOT_ENOUGH_EVIDENCE,
            none,
            none,
            none,
            none,
            none,
            metric.margin(),
            0,
            0,
            "",
            List.of()),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  private static Optional<VerdictView> verdict(String rule, List<VerdictView> verdicts) {
    return verdicts.stream().filter(v -> v.rule().equals(rule)).findFirst();
  }

  private static WatchCard card(WatchRule rule, List<VerdictView> verdicts, List<Series> series) {
    Optional<VerdictView> verdict = verdict(rule.name(), verdicts);
    Series drawn =
        series.stream()
            .filter(s -> s.rule().equals(rule.name()))
            .findFirst()
            .orElseGet(() -> nothing(rule));
    return new WatchCard(
        rule.name(),
        RuleWords.about(rule),
        verdict,
        numbers(Amount.unit(rule.metric()), verdict),
        Optional.of(ChartDrawing.of(drawn)),
        Optional.empty());
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

  private static Numbers numbers(Unit unit, Optional<VerdictView> verdict) {
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
