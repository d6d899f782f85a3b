package dev.evenkeel.server.identity;

import dev.evenkeel.server.shared.Role;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The roles that somebody who calls the API writes. */
final class AskedRoles {
  private AskedRoles() {}

  /**
   * @param roles names of roles
   * @param role one, as it was written while there were three of them and an operator did all but
   *     keep people, tokens and secrets; still taken in that sense
   */
  static List<Role> of(@Nullable List<String> roles, @Nullable String role) {
    return Stream.concat(
            Optional.ofNullable(roles).stream().flatMap(List::stream).map(Role::named),
            Optional.ofNullable(role).stream().map(Role::named).flatMap(AskedRoles::before))
        .sorted()
        .distinct()
        .toList();
  }

  private static Stream<Role> before(Role role) {
    return role == Role.OPERATOR
        ? Stream.of(Role.REQUESTER, Role.ENGINEER, Role.OPERATOR)
        : Stream.of(role);
  }
}
