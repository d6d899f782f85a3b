package dev.evenkeel.server.schedule.timetable.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is found out about upgrades while a problem is made of them, in that order. */
final class Findings {
  private final List<PlanningFinding> all = new ArrayList<>();

  void leftOut(Candidate one, String says, Object... values) {
    all.add(new PlanningFinding(Optional.of(one.id().value()), true, says.formatted(values)));
  }

  void warned(Candidate one, String says, Object... values) {
    all.add(new PlanningFinding(Optional.of(one.id().value()), false, says.formatted(values)));
  }

  List<PlanningFinding> all() {
    return List.copyOf(all);
  }
}
