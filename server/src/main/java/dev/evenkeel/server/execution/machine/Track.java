package dev.evenkeel.server.execution.machine;

import java.util.List;

/** Steps carried out one after the other. */
public record Track(String name, List<PlannedStep> steps) {
  public Track {
    steps = List.copyOf(steps);
  }
}
