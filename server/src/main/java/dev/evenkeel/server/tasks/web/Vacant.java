package dev.evenkeel.server.tasks.web;

import dev.evenkeel.server.tasks.Owner;
import dev.evenkeel.server.tasks.Task;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Open tasks that belong to nobody: they stand in nobody's list, and nobody is reminded of them.
 *
 * @param owners behind whom nobody is
 */
public record Vacant(int tasks, List<String> owners) {
  public Vacant {
    owners = List.copyOf(owners);
  }

  static Optional<Vacant> of(List<Owner> vacant, Collection<Task> tasks) {
    return vacant.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Vacant(
                (int)
                    tasks.stream()
                        .filter(Task::isOpen)
                        .filter(task -> vacant.contains(task.duty().owner()))
                        .count(),
                vacant.stream().map(Owner::words).toList()));
  }

  public String says() {
    return "%d open %s nobody: there is no %s."
        .formatted(
            tasks,
            tasks == 1 ? "task belongs to" : "tasks belong to",
            String.join(", no ", owners));
  }
}
