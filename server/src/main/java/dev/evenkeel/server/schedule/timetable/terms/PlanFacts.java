package dev.evenkeel.server.schedule.timetable.terms;

import dev.evenkeel.estate.Criticality;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.risk.reckon.Strategy;
import dev.evenkeel.server.schedule.RehearsedTimes.Rehearsed;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What is known of an upgrade beside what people say of its plan.
 *
 * @param auditDays how long its audit takes
 * @param auditEnd when it was over, or is planned to be
 * @param supportEnd the first end of support of its systems
 * @param supportOf the system of that
 * @param teams that run its systems
 * @param systemsWithoutTeam its systems that nobody runs
 * @param strategies those that may be taken, the best first, with their score of risk
 * @param decided the one that was decided on
 * @param costPerHour of downtime
 * @param rehearsed what a rehearsal has measured that tells of it
 */
public record PlanFacts(
    Upgrade upgrade,
    Criticality criticality,
    int auditDays,
    Optional<LocalDate> auditEnd,
    Optional<LocalDate> supportEnd,
    Optional<String> supportOf,
    List<String> teams,
    List<String> systemsWithoutTeam,
    List<Scored> strategies,
    Optional<Strategy> decided,
    Optional<Long> costPerHour,
    Optional<Rehearsed> rehearsed,
    LocalDate today) {
  public PlanFacts {
    teams = List.copyOf(teams);
    systemsWithoutTeam = List.copyOf(systemsWithoutTeam);
    strategies = List.copyOf(strategies);
  }

  /** A strategy with its score of risk, from 1, good, to 5, bad. */
  public record Scored(Strategy strategy, int risk, Optional<String> ruledOut) {}
}
