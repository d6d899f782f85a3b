package dev.evenkeel.server.comms.outside;

import java.util.Optional;

/**
 * What people say of a place.
 *
 * @param address where it answers, without {@code /api}
 * @param username with it the secret is a password, without it a token
 * @param secret name of the secret
 * @param labels of Alertmanager matchers, one a line; of Grafana tags, one a line
 * @param minutes how long a silence holds when nobody prolongs it
 */
public record PlaceTerms(
    String name,
    PlaceKind kind,
    String address,
    Optional<String> username,
    Optional<String> secret,
    String labels,
    int minutes) {
  public static final int USUAL_MINUTES = 30;
}
