package dev.evenkeel.server.schedule.timetable;

import dev.evenkeel.optimiser.problem.Problem;
import dev.evenkeel.optimiser.timetable.Timetable;
import dev.evenkeel.server.schedule.timetable.problem.SlotGrid;

/** A problem with a timetable that solves it. */
public record Solution(Problem problem, Timetable timetable) {
  public SlotGrid grid() {
    return SlotGrid.of(problem);
  }
}
