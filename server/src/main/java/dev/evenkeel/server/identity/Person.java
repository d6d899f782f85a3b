package dev.evenkeel.server.identity;

import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Role;
import java.time.Instant;

/**
 * Somebody who can sign in.
 *
 * @param name sign-in name: lower case, unique, never changes
 * @param displayName as it is shown
 */
public record Person(String name, String displayName, Role role, Instant createdAt) {
  public Actor actor() {
    return Actor.person(name);
  }
}
