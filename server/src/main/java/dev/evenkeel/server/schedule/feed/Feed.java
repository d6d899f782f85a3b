package dev.evenkeel.server.schedule.feed;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A calendar that others subscribe to by a secret address.
 *
 * @param kind {@code teams} or {@code systems}
 * @param name of the team or system
 */
record Feed(
    UUID id,
    String kind,
    String name,
    String madeBy,
    Instant madeAt,
    Optional<Instant> lastReadAt) {

  /** The path that a calendar program reads; whoever knows it may. */
  static String path(String secret, String kind, String name) {
    return "/calendars/%s/%s/%s.ics".formatted(secret, kind, name);
  }
}
