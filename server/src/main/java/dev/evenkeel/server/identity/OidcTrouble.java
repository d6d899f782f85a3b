package dev.evenkeel.server.identity;

import java.util.Arrays;
import java.util.Optional;

/** Why signing in with the provider did not work, in words for the one who tried. */
public enum OidcTrouble {
  AWAY(
      "%s does not answer just now. Try again later; who has a password here signs in with it"
          + " meanwhile."),
  DISCOVERY(
      "What %s says of itself does not fit the settings of this server. An administrator finds what"
          + " differs in the server's log; the issuer is set by EVENKEEL_OIDC_ISSUER."),
  CLOCK(
      "The clock of this server and that of %s differ too much, so its answer counts as too old or"
          + " too new. An administrator sets the wrong one right; a password still does."),
  SECRET(
      "This server does not know its client secret at %s. An administrator keeps it as the secret"
          + " oidc-client-secret, under Settings, or sets EVENKEEL_OIDC_CLIENT_SECRET."),
  CLIENT(
      "%s did not take this server's client id or secret. An administrator compares"
          + " EVENKEEL_OIDC_CLIENT_ID and the secret with what is set there."),
  DENIED("%s did not let you in, or you did not agree there. Nothing was changed here."),
  LATE(
      "The answer of %s came too late, or to another browser than the one that asked. Press the"
          + " button again."),
  DISABLED("You are disabled here, so %s cannot let you in. Ask an administrator."),
  OTHER(
      "%s gave an answer that cannot be taken. An administrator finds it in the server's log; try"
          + " again, or use a password.");

  private final String words;

  OidcTrouble(String words) {
    this.words = words;
  }

  /** The one of this name; what a link says beyond them is not shown. */
  public static Optional<OidcTrouble> named(String name) {
    return Arrays.stream(values()).filter(one -> one.name().equalsIgnoreCase(name)).findFirst();
  }

  /**
   * @param provider as people know it
   */
  public String says(String provider) {
    return words.formatted(provider);
  }
}
