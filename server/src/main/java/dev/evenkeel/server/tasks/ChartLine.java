package dev.evenkeel.server.tasks;

import java.util.List;
import java.util.Optional;

/**
 * Who does a task, answers for it, is asked and is told, as its template says.
 *
 * @param task its title
 */
public record ChartLine(
    String task,
    Optional<Owner> accountable,
    List<Owner> responsible,
    List<Owner> consulted,
    List<Owner> informed) {
  public ChartLine {
    responsible = List.copyOf(responsible);
    consulted = List.copyOf(consulted);
    informed = List.copyOf(informed);
  }
}
