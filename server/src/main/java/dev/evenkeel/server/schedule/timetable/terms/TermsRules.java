package dev.evenkeel.server.schedule.timetable.terms;

import dev.evenkeel.estate.Criticality;
import dev.evenkeel.server.risk.reckon.Strategy;
import dev.evenkeel.server.schedule.timetable.terms.ScheduleTerms.After;
import dev.evenkeel.server.schedule.timetable.terms.ScheduleTerms.Away;
import dev.evenkeel.server.schedule.timetable.terms.ScheduleTerms.Phase;
import dev.evenkeel.server.schedule.timetable.terms.ScheduleTerms.PhaseWhen;
import dev.evenkeel.server.schedule.timetable.terms.ScheduleTerms.Wave;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What of a plan cannot be so, with numbers. */
public final class TermsRules {
  private static final int ALL = 100;
  private static final int MOST_DAYS = 1_100;
  private static final Duration LONGEST = Duration.ofDays(7);

  private final ScheduleTerms said;
  private final UpgradePlan plan;
  private final PlanFacts facts;
  private final List<Wrong> wrong = new ArrayList<>();

  private TermsRules(ScheduleTerms said, PlanFacts facts) {
    this.said = said;
    this.plan = Proposal.of(said, facts);
    this.facts = facts;
  }

  /** In the order in which it is written; empty when all is well. */
  public static List<Wrong> wrong(ScheduleTerms said, PlanFacts facts, KnownNames names) {
    TermsRules rules = new TermsRules(said, facts);
    rules.dates();
    rules.lead();
    rules.ways();
    rules.after();
    rules.rollout();
    rules.phases();
    rules.wrong.addAll(names.wrong(said));
    return rules.wrong;
  }

  private void wrong(String path, String says, Object... values) {
    wrong.add(new Wrong(path, says.formatted(values)));
  }

  private void dates() {
    said.deadline()
        .filter(day -> said.earliest().filter(day::isBefore).isPresent())
        .ifPresent(day ->
            wrong(
                "deadline",
                "%s is before %s, the first day on which it may happen. Put the later day here.",
                day,
                said.earliest().orElseThrow()));
  }

  private void lead() {
    LeadTime lead = plan.lead();
    if (!lead.testsEnough()) {
      wrong(
          "testingDays",
          "%d of %d working days are testing, which is %.0f %%; at least %d %% are needed. Plan %d days of testing or more.",
          lead.testingDays(),
          lead.days(),
          Math.floor(lead.testingShare() * ALL),
          LeadTime.LEAST_TESTING_PERCENT,
          LeadTime.leastTesting(lead.auditDays(), lead.preparationDays()));
    }
    if (lead.auditDays() < facts.auditDays()) {
      wrong(
          "auditDays",
          "It is %d; %d are needed for what is upgraded. Plan %d or more.",
          lead.auditDays(),
          facts.auditDays(),
          facts.auditDays());
    }
  }

  private void ways() {
    Set<Strategy> taken = EnumSet.noneOf(Strategy.class);
    for (int i = 0; i < said.ways().size(); i++) {
      String path = "ways[%d]".formatted(i);
      if (!taken.add(said.ways().get(i).strategy())) {
        wrong(path + ".strategy", "A strategy stands there twice. Keep one of both.");
      }
      way(path, plan.ways().get(i), said.ways().get(i).away());
    }
  }

  private void way(String path, UpgradePlan.Way way, List<Away> said) {
    for (int row = 0; row < way.away().size(); row++) {
      Away away = way.away().get(row);
      if (away.after().plus(away.lasts()).compareTo(way.length()) > 0) {
        wrong(
            said.isEmpty() ? path + ".work" : "%s.away[%d].lasts".formatted(path, row),
            "%s: it is away until %s after the start; work, buffer and way back end after %s. Make one longer, or the other shorter.",
            way.word(),
            Lengths.of(away.after().plus(away.lasts())),
            Lengths.of(way.length()));
      }
    }
    if (way.length().compareTo(LONGEST) > 0) {
      wrong(
          path + ".work",
          "%s: work, buffer and way back take %s together; a week is the most. Make several upgrades of it.",
          way.word(),
          Lengths.of(way.length()));
    }
    if (way.strategy() == Strategy.PARALLEL) {
      boolean isCore = facts.criticality() == Criticality.RED;
      int least = isCore ? Proposal.CORE_LEAST : Proposal.OTHERS_LEAST;
      if (way.sideBySide() < least || isCore && way.sideBySide() > Proposal.CORE_MOST) {
        wrong(
            path + ".sideBySide",
            "Old and new run side by side for %d days. Plan %s.",
            way.sideBySide(),
            isCore ? "14 to 28, as customers feel it" : "7 or more");
      }
    }
  }

  private void after() {
    Set<Long> named = new HashSet<>();
    for (int row = 0; row < said.after().size(); row++) {
      After after = said.after().get(row);
      String path = "after[%d].upgrade".formatted(row);
      if (after.upgrade() == facts.upgrade().id().value()) {
        wrong(path, "The upgrade cannot come after itself. Remove it.");
      }
      if (!named.add(after.upgrade())) {
        wrong(path, "Upgrade %d stands there twice. Keep one of both.", after.upgrade());
      }
    }
  }

  private void rollout() {
    List<Wave> waves = plan.rollout();
    if (waves.size() < 2 || waves.getLast().share() != ALL) {
      wrong(
          "rollout",
          "It has %d waves, the last with %d %%. Plan two or more, the last with 100 %%, whatever the strategy.",
          waves.size(),
          waves.isEmpty() ? 0 : waves.getLast().share());
    }
    for (int i = 1; i < waves.size(); i++) {
      if (waves.get(i).share() <= waves.get(i - 1).share()) {
        wrong(
            "rollout[%d].share".formatted(i),
            "'%s' has %d %%, no more than the wave before. Give each wave a greater share.",
            waves.get(i).name(),
            waves.get(i).share());
      }
    }
  }

  private void phases() {
    Set<Integer> named = new HashSet<>();
    for (int row = 0; row < said.phases().size(); row++) {
      Phase phase = said.phases().get(row);
      String path = "phases[%d]".formatted(row);
      if (!named.add(phase.phase())) {
        wrong(path + ".phase", "Phase %d stands there twice. Keep one of both.", phase.phase());
      }
      if (phase.from().isPresent() && (phase.when().isPresent() || phase.days().isPresent())) {
        wrong(
            path + ".from",
            "Phase %d has days of its own, and stands before or after the work as well. Keep one of both.",
            phase.phase());
      }
      if (phase.to().isPresent() && phase.from().isEmpty()) {
        wrong(path + ".to", "Phase %d has a last day only. Write the first day.", phase.phase());
      }
      span(phase, path);
      if (phase.days().isPresent()
          && phase.from().isEmpty()
          && phase.when().orElse(PhaseWhen.START) == PhaseWhen.START) {
        wrong(
            path + ".days",
            "Phase %d is at the start, which is one day. Say before or after, or leave the days out.",
            phase.phase());
      }
    }
  }

  private void span(Phase phase, String path) {
    if (phase.from().isEmpty() || phase.to().isEmpty()) {
      return;
    }
    LocalDate from = phase.from().get();
    LocalDate to = phase.to().get();
    if (to.isBefore(from)) {
      wrong(path + ".to", "%s is before %s, the first day. Put the later day here.", to, from);
    } else if (to.isAfter(from.plusDays(MOST_DAYS))) {
      wrong(
          path + ".to",
          "Phase %d takes more than %d days. Make several phases of it.",
          phase.phase(),
          MOST_DAYS);
    }
  }
}
