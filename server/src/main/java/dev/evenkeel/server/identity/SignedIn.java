package dev.evenkeel.server.identity;

import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Role;
import java.util.Arrays;
import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Who sends the current request, and with which role. */
public final class SignedIn extends AbstractAuthenticationToken {
  private final transient Actor actor;
  private final Role role;

  public SignedIn(Actor actor, Role role) {
    super(authorities(role));
    this.actor = actor;
    this.role = role;
    setAuthenticated(true);
  }

  public Actor actor() {
    return actor;
  }

  public Role role() {
    return role;
  }

  @Override
  public Actor getPrincipal() {
    return actor;
  }

  @Override
  public String getName() {
    return actor.name();
  }

  @Override
  public String getCredentials() {
    return "";
  }

  private static List<SimpleGrantedAuthority> authorities(Role role) {
    return Arrays.stream(Role.values())
        .filter(role::covers)
        .map(covered -> new SimpleGrantedAuthority("ROLE_" + covered))
        .toList();
  }
}
