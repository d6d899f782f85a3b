package dev.evenkeel.server.schedule.timetable;

import dev.evenkeel.optimiser.problem.Problem;
import dev.evenkeel.optimiser.problem.Upgrade;
import dev.evenkeel.optimiser.timetable.Assignment;
import dev.evenkeel.optimiser.timetable.Timetable;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.schedule.timetable.problem.Candidate;
import dev.evenkeel.server.schedule.timetable.problem.SlotGrid;
import dev.evenkeel.server.shared.Refused;
import java.util.Optional;

/** A problem with a timetable that solves it. */
public record Solution(Problem problem, Timetable timetable) {
  public SlotGrid grid() {
    return SlotGrid.of(problem);
  }

  /**
   * An upgrade as the problem has it.
   *
   * @throws Refused when it is not in this timetable
   */
  Upgrade upgrade(UpgradeId id) {
    String key = Candidate.key(id);
    return problem.upgrades().stream()
        .filter(one -> one.id().equals(key))
        .findFirst()
        .orElseThrow(() ->
            new Refused(
                Refused.Kind.NOT_FOUND,
                "Upgrade %s is not in this timetable. Make a new one that has it.".formatted(id)));
  }

  /** Where an upgrade stands, when it has a place. */
  Optional<Assignment> place(UpgradeId id) {
    String key = Candidate.key(id);
    return timetable.assignments().stream().filter(one -> one.upgrade().equals(key)).findFirst();
  }
}
