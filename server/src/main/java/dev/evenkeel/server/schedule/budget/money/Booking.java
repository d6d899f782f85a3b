package dev.evenkeel.server.schedule.budget.money;

import dev.evenkeel.server.schedule.timetable.terms.ScheduleTerms.Cost;
import dev.evenkeel.server.schedule.timetable.terms.ScheduleTerms.CostKind;
import dev.evenkeel.server.schedule.timetable.terms.ScheduleTerms.Phase;
import dev.evenkeel.server.schedule.timetable.terms.ScheduleTerms.PhaseWhen;
import dev.evenkeel.server.schedule.timetable.terms.UpgradePlan;
import dev.evenkeel.server.schedule.timetable.terms.UpgradePlan.Way;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * On which days the costs of an upgrade fall.
 *
 * <ol>
 *   <li>A phase with days of its own falls on those, wherever the upgrade stands.
 *   <li>One before the work takes its days, else those of preparation and tests, up to the day
 *       before the start.
 *   <li>One after it begins the day after the end and takes its days, else 30.
 *   <li>Hosting of two sets of machines, of a phase that nobody dated, falls on the days side by
 *       side, which end the day before the start.
 *   <li>All else falls on the day of the start.
 *   <li>Labour and hosting come day by day; what is bought is paid on the first of the days.
 * </ol>
 *
 * Nothing gets lost and nothing is counted twice: shares add up to the costs.
 */
public final class Booking {
  static final int AFTER_CARE = 30;

  private final UpgradePlan plan;
  private final Way way;
  private final Optional<LocalDate> start;

  private Booking(UpgradePlan plan, Way way, Optional<LocalDate> start) {
    this.plan = plan;
    this.way = way;
    this.start = start;
  }

  /**
   * @param start the day on which the work starts; empty while it has none
   */
  public static List<Share> of(UpgradePlan plan, Way way, Optional<LocalDate> start) {
    Booking booking = new Booking(plan, way, start);
    return way.costs().stream().filter(cost -> cost.amount() > 0).map(booking::share).toList();
  }

  private Share share(Cost cost) {
    Optional<Days> days = days(cost);
    boolean isByDay = cost.kind() == CostKind.LABOUR || cost.kind() == CostKind.HOSTING;
    return new Share(
        cost.phase(),
        cost.kind(),
        cost.amount(),
        isByDay ? days : days.map(all -> Days.one(all.from())));
  }

  private Optional<Days> days(Cost cost) {
    Optional<Phase> said =
        plan.phases().stream().filter(one -> one.phase() == cost.phase()).findFirst();
    if (said.isPresent()) {
      return days(said.get());
    }
    return cost.kind() == CostKind.HOSTING && way.sideBySide() > 0
        ? start.map(day -> before(day, way.sideBySide()))
        : start.map(Days::one);
  }

  private Optional<Days> days(Phase phase) {
    if (phase.from().isPresent()) {
      LocalDate from = phase.from().get();
      return Optional.of(new Days(from, phase.to().filter(to -> !to.isBefore(from)).orElse(from)));
    }
    return start.map(day ->
        switch (phase.when().orElse(PhaseWhen.START)) {
          case BEFORE -> phase.days().map(days -> before(day, days)).orElseGet(() -> lead(day));
          case START -> Days.one(day);
          case AFTER -> after(day, phase.days().orElse(AFTER_CARE));
        });
  }

  private static Days before(LocalDate start, int days) {
    return new Days(start.minusDays(days), start.minusDays(1));
  }

  /** Working days of preparation and tests; at least the day before. */
  private Days lead(LocalDate start) {
    int left = Math.max(1, plan.lead().preparationDays() + plan.lead().testingDays());
    LocalDate first = start;
    while (left > 0) {
      first = first.minusDays(1);
      if (first.getDayOfWeek() != DayOfWeek.SATURDAY && first.getDayOfWeek() != DayOfWeek.SUNDAY) {
        left--;
      }
    }
    return new Days(first, start.minusDays(1));
  }

  private Days after(LocalDate start, int days) {
    LocalDate first = start.plusDays(1 + way.length().minusSeconds(1).toDays());
    return new Days(first, first.plusDays(days - 1L));
  }
}
