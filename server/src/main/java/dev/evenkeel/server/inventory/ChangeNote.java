package dev.evenkeel.server.inventory;

import dev.evenkeel.server.shared.Actor;
import java.time.Instant;
import java.util.Optional;

/**
 * What was changed together.
 *
 * @param id grows with time
 * @param origin where it came from, in words: a file, a page, an import
 * @param reverts the change it took back
 */
public record ChangeNote(
    long id,
    Instant at,
    Actor actor,
    String origin,
    Optional<Long> reverts,
    int added,
    int changed,
    int removed) {

  public int documents() {
    return added + changed + removed;
  }
}
