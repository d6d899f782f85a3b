package dev.evenkeel.server.identity;

import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Rights;
import dev.evenkeel.server.shared.Role;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Somebody who can sign in.
 *
 * @param name sign-in name: lower case, unique, never changes
 * @param displayName as it is shown
 * @param email where they are written to, when they or their provider said it
 * @param disabled whether they may not sign in for now
 * @param version counts the changes of roles, of the address and of being disabled
 */
public record Person(
    String name,
    String displayName,
    Optional<String> email,
    Rights rights,
    Instant createdAt,
    boolean disabled,
    long version) {
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
