package dev.evenkeel.server.approval;

import dev.evenkeel.server.shared.Actor;
import java.time.Instant;
import java.util.Optional;

/**
 * That one agrees in the place of another for a while.
 *
 * @param of whose place it is
 * @param to who agrees instead
 */
public record Delegation(
    long id,
    String of,
    String to,
    Instant from,
    Instant until,
    String reason,
    Actor by,
    Instant at,
    Optional<Instant> ended) {
  public boolean holds(Instant now) {
    return ended.isEmpty() && !now.isBefore(from) && now.isBefore(until);
  }
}
