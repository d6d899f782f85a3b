package dev.evenkeel.cli.judge.backtest;

import dev.evenkeel.cli.judge.backtest.Results.OfRule;
import dev.evenkeel.cli.judge.backtest.Results.OfThreshold;
import dev.evenkeel.cli.server.Json;
import dev.evenkeel.judge.backtest.Interval;
import dev.evenkeel.judge.backtest.Mark;
import dev.evenkeel.judge.backtest.Outcome;
import dev.evenkeel.judge.backtest.Sweep.Choice;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a backtest came to, in JSON. */
final class ProgramReport {
  private ProgramReport() {}

  static ObjectNode of(Results results) {
    ObjectNode document = Json.MAPPER.createObjectNode();
    document.put("runbook", results.runbook());
    document.put("from", results.from().toString());
    document.put("to", results.to().toString());
    document.put("watchSeconds", results.watch().toSeconds());
    ArrayNode rules = document.putArray("rules");
    results.rules().forEach(rule -> rules.add(rule(rule)));
    results
        .sequential()
        .ifPresent(outcome -> {
          ObjectNode sequential = outcome(outcome);
          ArrayNode compared = sequential.putArray("compared");
          results.compared().forEach(compared::add);
          document.set("sequential", sequential);
        });
    ArrayNode leftOut = document.putArray("leftOut");
    results.leftOut().forEach(leftOut::add);
    ArrayNode unread = document.putArray("marksWithoutData");
    results.unread().forEach(mark -> unread.add(mark(mark)));
    ArrayNode missed = document.putArray("missed");
    results.missed().forEach(mark -> missed.add(mark(mark)));
    return document;
  }

  private static ObjectNode rule(OfRule rule) {
    ObjectNode one = Json.MAPPER.createObjectNode();
    one.put("rule", rule.name());
    one.put("metric", rule.metric().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    rule.armed().ifPresent(outcome -> one.set("armed", outcome(outcome)));
    ArrayNode thresholds = one.putArray("thresholds");
    rule.thresholds().forEach(threshold -> thresholds.add(threshold(rule, threshold)));
    return one;
  }

  private static ObjectNode threshold(OfRule rule, OfThreshold threshold) {
    ObjectNode one = Json.MAPPER.createObjectNode();
    one.put("kind", threshold.isBreach() ? "breach" : "warning");
    one.put("written", Limits.written(rule.metric(), threshold.threshold()));
    ArrayNode curve = one.putArray("curve");
    threshold.sweep().choices().forEach(choice -> curve.add(choice(rule, choice)));
    threshold
        .sweep()
        .recommended()
        .ifPresent(choice -> one.set("recommended", choice(rule, choice)));
    return one;
  }

  private static ObjectNode choice(OfRule rule, Choice choice) {
    ObjectNode one = Json.MAPPER.createObjectNode();
    one.put("written", Limits.written(rule.metric(), choice.threshold()));
    one.put("value", Limits.value(choice.threshold()));
    one.put("found", choice.outcome().found());
    numbers(one, choice.outcome());
    return one;
  }

  private static ObjectNode outcome(Outcome outcome) {
    ObjectNode one = Json.MAPPER.createObjectNode();
    one.put("replays", outcome.replays());
    one.put("watchedSeconds", outcome.watched().toSeconds());
    numbers(one, outcome);
    ArrayNode alarms = one.putArray("falseAlarmsAt");
    outcome.falseAlarms().forEach(at -> alarms.add(at.toString()));
    ArrayNode marks = one.putArray("marks");
    outcome
        .seen()
        .forEach(seen -> {
          ObjectNode mark = mark(seen.mark());
          mark.put("found", seen.delay().isPresent());
          seen.delay().ifPresent(delay -> mark.put("delaySeconds", delay.toMillis() / 1000.0));
          marks.add(mark);
        });
    return one;
  }

  private static void numbers(ObjectNode one, Outcome outcome) {
    one.put("falseAlarms", outcome.falseAlarms().size());
    if (outcome.weeks() > 0) {
      Interval interval = outcome.perWeekInterval();
      one.put("perWeek", outcome.perWeek());
      one.put("perWeekLow", interval.low());
      one.put("perWeekHigh", interval.high());
    }
    outcome
        .medianDelay()
        .ifPresent(delay -> one.put("medianDelaySeconds", delay.toMillis() / 1000.0));
  }

  private static ObjectNode mark(Mark mark) {
    ObjectNode one = Json.MAPPER.createObjectNode();
    one.put("from", mark.from().toString());
    one.put("until", mark.until().toString());
    one.put("note", mark.note());
    return one;
  }
}
