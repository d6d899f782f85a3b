package dev.evenkeel.server.identity;

import org.springframework.security.core.AuthenticationException;

/** Signing in with the provider did not work, for a known reason. */
final class OidcTroubled extends AuthenticationException {
  private final OidcTrouble trouble;

  /**
   * @param message for the log: what differs from what
   */
  OidcTroubled(OidcTrouble trouble, String message) {
    super(message);
    this.trouble = trouble;
  }

  OidcTrouble trouble() {
    return trouble;
  }
}
