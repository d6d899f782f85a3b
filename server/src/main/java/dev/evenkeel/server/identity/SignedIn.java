package dev.evenkeel.server.identity;

import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Rights;
import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Who sends the current request, and with which rights. */
public final class SignedIn extends AbstractAuthenticationToken {
  private final transient Actor actor;
  private final transient Rights rights;
  private final boolean mustEnrol;

  public SignedIn(Actor actor, Rights rights) {
    this(actor, rights, false);
  }

  /**
   * @param mustEnrol whether they get nowhere before they have set up a second factor
   */
  SignedIn(Actor actor, Rights rights, boolean mustEnrol) {
    super(authorities(rights));
    this.actor = actor;
    this.rights = rights;
    this.mustEnrol = mustEnrol;
    setAuthenticated(true);
  }

  boolean mustEnrol() {
    return mustEnrol;
  }

  public Actor actor() {
    return actor;
  }

  public Rights rights() {
    return rights;
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

  private static List<SimpleGrantedAuthority> authorities(Rights rights) {
    return rights.everywhere().stream()
        .map(right -> new SimpleGrantedAuthority("RIGHT_" + right))
        .toList();
  }
}
