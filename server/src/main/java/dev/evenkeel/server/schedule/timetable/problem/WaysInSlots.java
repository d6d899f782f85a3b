package dev.evenkeel.server.schedule.timetable.problem;

import dev.evenkeel.optimiser.problem.Mode;
import dev.evenkeel.optimiser.problem.Upgrade;
import dev.evenkeel.server.schedule.timetable.terms.ScheduleTerms.Away;
import dev.evenkeel.server.schedule.timetable.terms.UpgradePlan;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Upgrades and their ways in slots and money, as the problem has them. */
record WaysInSlots(SlotGrid grid, LeadSlots lead, Crews crews) {
  private static final double RISK_OF_A_POINT = 0.02;
  private static final double MINUTES_OF_AN_HOUR = 60;
  private static final int HOURS_OF_A_DAY = 24;
  private static final long MINUTES_OF_A_DAY = 1440;

  Upgrade upgrade(Candidate one) {
    int release = lead.release(one);
    Optional<Integer> deadline = one.plan().deadline().map(day -> endOf(day, one));
    List<Mode> modes = one.plan().ways().stream().map(way -> mode(one, way, release)).toList();
    return new Upgrade(
        one.key(),
        one.key(),
        Optional.of(one.from()),
        Optional.of(one.to()),
        release,
        deadline,
        one.exposure().perDay(),
        one.exposure().latePerDay(),
        one.exposure().lateGrowth(),
        one.plan().leftOut().orElseGet(() -> leftOut(one, modes, deadline)),
        one.plan().budget().orElse(ProblemMoney.NO_BUDGET),
        modes);
  }

  /** What it costs not to do it: dearer than anything it could cost to do it. */
  private long leftOut(Candidate one, List<Mode> modes, Optional<Integer> deadline) {
    long dearest =
        modes.stream().mapToLong(mode -> mode.cost() + mode.riskCost()).max().orElseThrow();
    long days = (long) grid.slots() * grid.minutes() / (60 * HOURS_OF_A_DAY);
    long late =
        deadline
            .map(slot -> {
              long over = Math.max(0, grid.slots() - slot) * grid.minutes() / MINUTES_OF_A_DAY;
              return one.exposure().latePerDay() * over + one.exposure().lateGrowth() * over * over;
            })
            .orElse(0L);
    long outage =
        one.plan().ways().stream()
            .mapToLong(way -> way.outage().toMinutes() * dearestHour(one) / 60)
            .max()
            .orElse(0);
    return 2 * (dearest + one.exposure().perDay() * days + late + outage) + 1_000;
  }

  private static long dearestHour(Candidate one) {
    return Math.max(
        one.cost().weekdays().stream().mapToLong(Long::longValue).max().orElse(0),
        one.cost().saturday().stream().mapToLong(Long::longValue).max().orElse(0));
  }

  private int endOf(LocalDate day, Candidate one) {
    return Math.max(0, grid.holding(day.plusDays(1).atStartOfDay(one.zone()).toInstant()));
  }

  private Mode mode(Candidate one, UpgradePlan.Way way, int release) {
    long perHour =
        Math.round(one.cost().weekdays().stream().mapToLong(Long::longValue).average().orElse(0));
    double hours = (way.wayBack().toMinutes() + way.outage().toMinutes()) / MINUTES_OF_AN_HOUR;
    return new Mode(
        way.word(),
        release + grid.length(Duration.ofDays(way.sideBySide())),
        grid.length(way.work()),
        grid.length(way.buffer()),
        grid.length(way.wayBack()),
        way.away().stream().map(away -> down(away, lead.length(way))).toList(),
        way.cost(),
        Math.round(perHour * hours * RISK_OF_A_POINT * way.risk()),
        crews.needs(way),
        Optional.empty());
  }

  /** Rounded to slots, and as much of an outage as before. */
  private Mode.Down down(Away away, int length) {
    int offset = Math.min(length - 1, (int) (away.after().toMinutes() / grid.minutes()));
    int slots = Math.max(1, Math.min(length - offset, grid.length(away.lasts())));
    double minutes = away.lasts().toSeconds() / MINUTES_OF_AN_HOUR;
    return new Mode.Down(
        offset,
        slots,
        Math.round(away.percent() * 10 * minutes / ((double) slots * grid.minutes())));
  }
}
