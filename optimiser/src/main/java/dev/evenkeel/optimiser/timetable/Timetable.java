package dev.evenkeel.optimiser.timetable;

import java.util.List;

/** What is planned; whatever is not in it is deferred. */
public record Timetable(List<Assignment> assignments) {
  public Timetable {
    assignments = List.copyOf(assignments);
  }
}
