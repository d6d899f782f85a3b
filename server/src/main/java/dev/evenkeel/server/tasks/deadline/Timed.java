package dev.evenkeel.server.tasks.deadline;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What decides until when a task is due.
 *
 * @param after keys of the tasks it comes after
 * @param movedTo the deadline somebody set by hand; goes before what is computed
 * @param doneAt when it was done, if it was
 */
public record Timed(
    String key,
    Basis basis,
    Offset offset,
    List<String> after,
    Optional<Instant> movedTo,
    Optional<Instant> doneAt) {
  public Timed {
    after = List.copyOf(after);
  }
}
