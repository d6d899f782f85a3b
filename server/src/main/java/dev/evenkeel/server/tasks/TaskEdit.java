package dev.evenkeel.server.tasks;

import dev.evenkeel.server.tasks.deadline.Basis;
import dev.evenkeel.server.tasks.deadline.Offset;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What people may change of a task.
 *
 * @param movedTo a deadline by hand, which goes before what is computed
 * @param evidence an address that shows it
 */
public record TaskEdit(
    String title,
    String detail,
    Owner owner,
    Basis basis,
    Offset offset,
    List<String> after,
    Optional<Instant> movedTo,
    Optional<String> evidence) {
  public TaskEdit {
    after = List.copyOf(after);
  }
}
