package dev.evenkeel.server.schedule.timetable;

import dev.evenkeel.optimiser.problem.Problem;
import dev.evenkeel.optimiser.problem.Upgrade;
import dev.evenkeel.optimiser.timetable.Timetable;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.schedule.timetable.problem.Candidate;
import dev.evenkeel.server.schedule.timetable.problem.SlotGrid;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Where an upgrade stands in a timetable.
 *
 * @param mode how it is done, such as {@code big-bang}
 * @param pinned whether it is to stay there
 */
public record Placement(
    UpgradeId upgrade, Instant start, Instant end, String mode, boolean pinned) {

  /**
   * All places of a timetable.
   *
   * @param pinned numbers of the upgrades that are to stay
   */
  static List<Placement> all(Problem problem, Timetable timetable, Set<Long> pinned) {
    SlotGrid grid = SlotGrid.of(problem);
    Map<String, Upgrade> upgrades =
        problem.upgrades().stream().collect(Collectors.toMap(Upgrade::id, Function.identity()));
    return timetable.assignments().stream()
        .map(one -> {
          UpgradeId id = Candidate.id(one.upgrade());
          Upgrade upgrade = Objects.requireNonNull(upgrades.get(one.upgrade()));
          int end = one.start() + upgrade.mode(one.mode()).orElseThrow().length();
          return new Placement(
              id, grid.at(one.start()), grid.at(end), one.mode(), pinned.contains(id.value()));
        })
        .toList();
  }
}
