package dev.evenkeel.server.tasks;

import dev.evenkeel.server.shared.Actor;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A link by which somebody without an account acts on one task.
 *
 * @param name who got it, such as an address
 */
public record GuestLink(
    UUID id,
    long task,
    String name,
    String madeBy,
    Instant madeAt,
    Instant expiresAt,
    Optional<Instant> revokedAt) {

  /** In whose name things are done by it. */
  public Actor actor() {
    return Actor.person("guest " + name);
  }

  /** Whether it opens its task at a moment. */
  public boolean opens(Instant now) {
    return revokedAt.isEmpty() && now.isBefore(expiresAt);
  }

  /** Such as {@code open}, {@code expired}. */
  public String state(Instant now) {
    return revokedAt.isPresent() ? "taken back" : opens(now) ? "open" : "expired";
  }
}
