package dev.evenkeel.server.schedule.timetable.problem;

import dev.evenkeel.calendar.Span;
import dev.evenkeel.server.schedule.timetable.terms.UpgradePlan;
import java.util.Map;
import java.util.Optional;

/**
 * How long upgrades take, and when they may begin: after their tests and their audit, and after the
 * end of what they wait for where that has begun already.
 *
 * @param begun what has begun by the plan, by the number of its upgrade
 */
record LeadSlots(SlotGrid grid, Map<Long, Span> begun) {
  int release(Candidate one) {
    int earliest = grid.from(one.plan().lead().earliest().atStartOfDay(one.zone()).toInstant());
    return one.plan().after().stream()
        .flatMap(after ->
            Optional.ofNullable(begun.get(after.upgrade())).stream()
                .map(span -> span.to().plus(after.lag())))
        .mapToInt(grid::from)
        .reduce(Math.max(0, earliest), Math::max);
  }

  /** With the buffer and the way back. */
  int length(UpgradePlan.Way way) {
    return grid.length(way.work()) + grid.length(way.buffer()) + grid.length(way.wayBack());
  }
}
