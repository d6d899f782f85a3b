package dev.evenkeel.server.schedule.timetable.web;

import dev.evenkeel.server.risk.reckon.Strategy;
import dev.evenkeel.server.schedule.timetable.TermsDesk.Planned;
import dev.evenkeel.server.schedule.timetable.terms.ScheduleTerms.Cost;
import dev.evenkeel.server.schedule.timetable.terms.ScheduleTerms.CostKind;
import dev.evenkeel.server.schedule.timetable.terms.UpgradePlan.Way;
import java.time.Duration;
import java.util.Optional;

/**
 * What running old and new side by side costs, against the outage it avoids.
 *
 * @param hosting for all of its days
 * @param avoided what the outage of the other ways would cost
 */
record ParallelRun(int days, long hosting, long avoided, long perHour) {
  static Optional<ParallelRun> of(Planned planned) {
    Optional<Way> parallel =
        planned.plan().ways().stream()
            .filter(way -> way.strategy() == Strategy.PARALLEL)
            .findFirst();
    Optional<Long> perHour = planned.facts().costPerHour();
    if (parallel.isEmpty() || perHour.isEmpty()) {
      return Optional.empty();
    }
    Duration outage =
        Duration.ofMinutes(planned.upgrade().terms().downtimeMinutes().orElse(60))
            .minus(parallel.get().outage());
    return Optional.of(
        new ParallelRun(
            parallel.get().sideBySide(),
            parallel.get().costs().stream()
                .filter(cost -> cost.kind() == CostKind.HOSTING)
                .mapToLong(Cost::amount)
                .sum(),
            perHour.get() * Math.max(0, outage.toMinutes()) / 60,
            perHour.get()));
  }

  public boolean pays() {
    return avoided > hosting;
  }
}
