package dev.evenkeel.cli.judge.backtest;

import dev.evenkeel.cli.LocalTime;
import dev.evenkeel.cli.judge.backtest.Results.OfRule;
import dev.evenkeel.cli.judge.backtest.Results.OfThreshold;
import dev.evenkeel.judge.backtest.Interval;
import dev.evenkeel.judge.backtest.Mark;
import dev.evenkeel.judge.backtest.Outcome;
import dev.evenkeel.judge.backtest.Sweep.Choice;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a backtest came to, for people. */
final class PeopleReport {
  private static final int BAR = 24;
  private static final int MOST_TIMES = 5;

  private final Results results;
  private final ZoneId zone;
  private final StringBuilder text = new StringBuilder();

  private PeopleReport(Results results, ZoneId zone) {
    this.results = results;
    this.zone = zone;
  }

  static String of(Results results, ZoneId zone) {
    return new PeopleReport(results, zone).whole();
  }

  private String whole() {
    line(
        results.from().equals(results.to())
            ? "%s: the incidents that are marked, from what is kept of them."
                .formatted(results.runbook())
            : "%s, %s to %s: as if an upgrade had begun again and again, each watched for %s."
                .formatted(
                    results.runbook(),
                    shown(results.from()),
                    shown(results.to()),
                    Times.said(results.watch())));
    results.leftOut().forEach(one -> line("Left out, %s.".formatted(one)));
    results
        .unread()
        .forEach(mark -> line("Nothing is stored of the mark of %s.".formatted(shown(mark))));
    results.rules().forEach(this::rule);
    results
        .sequential()
        .ifPresent(outcome -> {
          line("");
          line(
              "The sequential judge on %s, with no threshold to choose"
                  .formatted(String.join(", ", results.compared())));
          outcome(outcome);
        });
    if (!results.missed().isEmpty()) {
      line("");
      results.missed().forEach(mark -> line("Nobody would have seen %s.".formatted(shown(mark))));
    }
    return text.toString();
  }

  private void rule(OfRule rule) {
    line("");
    line("Rule %s".formatted(rule.name()));
    rule.armed().ifPresent(this::outcome);
    rule.thresholds().forEach(one -> threshold(rule, one));
  }

  private void outcome(Outcome outcome) {
    if (outcome.replays() > 0) {
      Interval week = outcome.perWeekInterval();
      line(
          "  false alarms  %d in %.1f weeks of watching: %.1f a week, with certainty of 95 %% from %.1f to %.1f"
              .formatted(
                  outcome.falseAlarms().size(),
                  outcome.weeks(),
                  outcome.perWeek(),
                  week.low(),
                  week.high()));
      if (!outcome.falseAlarms().isEmpty()) {
        line("                " + times(outcome));
      }
    }
    outcome
        .seen()
        .forEach(seen ->
            line(
                "  %-13s %s"
                    .formatted(
                        seen.delay().isPresent() ? "found" : "missed",
                        seen.delay()
                                .map(delay -> "after %s: ".formatted(Times.said(delay)))
                                .orElse("")
                            + shown(seen.mark()))));
  }

  private String times(Outcome outcome) {
    String first =
        outcome.falseAlarms().stream()
            .limit(MOST_TIMES)
            .map(this::shown)
            .collect(Collectors.joining(", "));
    int more = outcome.falseAlarms().size() - MOST_TIMES;
    return more > 0 ? "%s and %d more".formatted(first, more) : first;
  }

  private void threshold(OfRule rule, OfThreshold one) {
    double most =
        one.sweep().choices().stream()
            .mapToDouble(choice -> choice.outcome().perWeek())
            .filter(Double::isFinite)
            .max()
            .orElse(0);
    line("");
    line(
        "  %s: %s would have done"
            .formatted(
                one.isBreach() ? "breach" : "warning",
                Limits.written(rule.metric(), one.threshold())));
    line(
        "  %12s %8s %7s %12s  false alarms a week"
            .formatted("threshold", "a week", "found", "median"));
    one.sweep().choices().forEach(choice -> line(choice(rule, one, choice, most)));
    line("  " + advice(rule, one));
  }

  private static String choice(OfRule rule, OfThreshold one, Choice choice, double most) {
    Outcome outcome = choice.outcome();
    int bar =
        most > 0 && outcome.perWeek() > 0
            ? Math.max(1, (int) Math.round(BAR * outcome.perWeek() / most))
            : 0;
    boolean isBest = one.sweep().recommended().filter(choice::equals).isPresent();
    return "%s %12s %8s %7s %12s  %s"
        .formatted(
            isBest ? ">" : choice.factor() == 1 ? "*" : " ",
            Limits.amount(rule.metric(), choice.threshold()),
            outcome.replays() > 0 ? "%.1f".formatted(outcome.perWeek()) : "-",
            outcome.seen().isEmpty()
                ? "-"
                : "%d/%d".formatted(outcome.found(), outcome.seen().size()),
            outcome.medianDelay().map(Times::said).orElse("-"),
            "#".repeat(bar));
  }

  private static String advice(OfRule rule, OfThreshold one) {
    int incidents = one.sweep().written().outcome().seen().size();
    if (incidents == 0) {
      return "No incident is marked for it, so no threshold can be recommended: evenkeel judge mark --help";
    }
    if (one.sweep().written().outcome().replays() == 0) {
      return "Which of them is best, only weeks with false alarms can tell: give --data or --from as well.";
    }
    return one.sweep()
        .recommended()
        .map(choice -> advice(rule, one, choice, choice.outcome().found() == incidents))
        .orElse(
            "None of these finds every incident (* is the one written). Marks say which rules are to see them: evenkeel judge mark --rule");
  }

  private static String advice(OfRule rule, OfThreshold one, Choice choice, boolean findsEvery) {
    String finds =
        findsEvery
            ? "finds every incident"
            : "finds as many as the one written, and none finds every incident,";
    return choice.factor() == 1
        ? "The one written (>) %s with the fewest false alarms.".formatted(finds)
        : "> %s with the fewest false alarms: %s: %s (* is the one written)"
            .formatted(
                finds,
                one.isBreach() ? "breach" : "warning",
                Limits.written(rule.metric(), choice.threshold()));
  }

  private String shown(Mark mark) {
    return "%s, %s%s"
        .formatted(
            shown(mark.from()),
            Times.said(Duration.between(mark.from(), mark.until())),
            mark.note().isEmpty() ? "" : ", " + mark.note());
  }

  private String shown(Instant at) {
    return LocalTime.shown(at, zone);
  }

  private void line(String line) {
    text.append(String.format(Locale.ROOT, "%s%n", line.stripTrailing()));
  }
}
