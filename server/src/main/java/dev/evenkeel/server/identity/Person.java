package dev.evenkeel.server.identity;

import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Rights;
import dev.evenkeel.server.shared.Role;
import java.time.Instant;
import java.util.List;

/**
 * Somebody who can sign in.
 *
 * @param name sign-in name: lower case, unique, never changes
 * @param displayName as it is shown
 */
public record Person(String name, String displayName, Rights rights, Instant createdAt) {
  /** Those they have for everything. */
  public List<Role> roles() {
    return rights.grants().stream()
        .filter(grant -> grant.team().isEmpty())
        .map(Rights.Grant::role)
        .toList();
  }

  public Actor actor() {
    return Actor.person(name);
  }
}
