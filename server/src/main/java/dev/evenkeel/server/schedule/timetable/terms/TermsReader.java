package dev.evenkeel.server.schedule.timetable.terms;

import dev.evenkeel.estate.Criticality;
import dev.evenkeel.runbook.Finding;
import dev.evenkeel.runbook.Findings;
import dev.evenkeel.runbook.Value;
import dev.evenkeel.runbook.Where;
import dev.evenkeel.runbook.shape.Binder;
import dev.evenkeel.runbook.shape.Checker;
import dev.evenkeel.runbook.shape.Shapes;
import dev.evenkeel.runbook.yaml.Yaml;
import dev.evenkeel.server.schedule.timetable.terms.ScheduleTerms.Away;
import dev.evenkeel.server.schedule.timetable.terms.ScheduleTerms.Wave;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what is planned of an upgrade from YAML, of which JSON is a part. */
public final class TermsReader {
  private static final int ALL = 100;

  private TermsReader() {}

  /**
   * What came of it.
   *
   * @param wrong sentences with the place and the way out; empty when all is well
   */
  public record Reading(Optional<ScheduleTerms> terms, List<String> wrong) {
    public Reading {
      wrong = List.copyOf(wrong);
    }
  }

  /** Never throws for what the text says. */
  public static Reading read(String text) {
    if (text.isBlank()) {
      return new Reading(Optional.of(ScheduleTerms.NONE), List.of());
    }
    Findings findings = new Findings("schedule");
    Optional<Value> written =
        Yaml.read(text, findings)
            .map(value -> isNothing(value) ? new Value.Fields(Map.of(), Where.NOWHERE) : value)
            .map(value ->
                Checker.literal(findings).mend(value, Shapes.of(ScheduleTerms.class), "the plan"));
    List<String> wrong =
        findings.inOrder().stream()
            .filter(one -> one.severity() == Finding.Severity.ERROR)
            .map(one ->
                "Line %d, column %d: %s %s"
                    .formatted(
                        one.where().line(), one.where().column(), one.message(), one.wayOut()))
            .toList();
    return new Reading(
        wrong.isEmpty()
            ? written.map(value -> Binder.bind(value, ScheduleTerms.class))
            : Optional.empty(),
        wrong);
  }

  private static boolean isNothing(Value value) {
    return value instanceof Value.Scalar scalar && scalar.value() == null;
  }

  /**
   * What of a plan cannot be so, with numbers.
   *
   * @param plan what becomes of what was said
   */
  public static List<String> refused(ScheduleTerms said, UpgradePlan plan, PlanFacts facts) {
    List<String> wrong = new ArrayList<>();
    LeadTime lead = plan.lead();
    if (!lead.testsEnough()) {
      wrong.add(
          "testingDays: %d of %d working days are testing, which is %.0f %%; at least %d %% are needed. Plan %d days of testing or more."
              .formatted(
                  lead.testingDays(),
                  lead.days(),
                  Math.floor(lead.testingShare() * ALL),
                  LeadTime.LEAST_TESTING_PERCENT,
                  LeadTime.leastTesting(lead.auditDays(), lead.preparationDays())));
    }
    if (lead.auditDays() < facts.auditDays()) {
      wrong.add(
          "auditDays: it is %d; %d are needed for what is upgraded. Plan %d or more."
              .formatted(lead.auditDays(), facts.auditDays(), facts.auditDays()));
    }
    said.deadline()
        .filter(day -> said.earliest().filter(day::isBefore).isPresent())
        .ifPresent(day ->
            wrong.add(
                "deadline: %s is before %s, the first day on which it may happen. Put the later day here."
                    .formatted(day, said.earliest().orElseThrow())));
    if (plan.ways().stream().map(UpgradePlan.Way::strategy).distinct().count()
        < plan.ways().size()) {
      wrong.add("ways: a strategy stands there twice. Keep one of both.");
    }
    plan.ways().forEach(way -> way(way, facts, wrong));
    rollout(plan.rollout(), wrong);
    plan.after().stream()
        .filter(after -> after.upgrade() == facts.upgrade().id().value())
        .forEach(after -> wrong.add("after: the upgrade cannot come after itself. Remove it."));
    return wrong;
  }

  private static void way(UpgradePlan.Way way, PlanFacts facts, List<String> wrong) {
    for (Away away : way.away()) {
      if (away.after().plus(away.lasts()).compareTo(way.length()) > 0) {
        wrong.add(
            "ways, %s: it is away until %s after the start; work, buffer and way back end after %s. Make one longer, or the other shorter."
                .formatted(way.word(), away.after().plus(away.lasts()), way.length()));
      }
    }
    if (way.length().compareTo(Duration.ofDays(7)) > 0) {
      wrong.add(
          "ways, %s: work, buffer and way back take %s together; a week is the most. Make several upgrades of it."
              .formatted(way.word(), way.length()));
    }
    if (way.strategy() == dev.evenkeel.server.risk.reckon.Strategy.PARALLEL) {
      boolean isCore = facts.criticality() == Criticality.RED;
      int least = isCore ? Proposal.CORE_LEAST : Proposal.OTHERS_LEAST;
      if (way.sideBySide() < least || isCore && way.sideBySide() > Proposal.CORE_MOST) {
        wrong.add(
            "ways, parallel: old and new run side by side for %d days. Plan %s."
                .formatted(
                    way.sideBySide(), isCore ? "14 to 28, as customers feel it" : "7 or more"));
      }
    }
  }

  private static void rollout(List<Wave> waves, List<String> wrong) {
    if (waves.size() < 2 || waves.getLast().share() != ALL) {
      wrong.add(
          "rollout: it has %d waves, the last with %d %%. Plan two or more, the last with 100 %%, whatever the strategy."
              .formatted(waves.size(), waves.isEmpty() ? 0 : waves.getLast().share()));
    }
    for (int i = 1; i < waves.size(); i++) {
      if (waves.get(i).share() <= waves.get(i - 1).share()) {
        wrong.add(
            "rollout: '%s' has %d %%, no more than the wave before. Give each wave a greater share."
                .formatted(waves.get(i).name(), waves.get(i).share()));
      }
    }
  }
}
