package dev.evenkeel.server.schedule.feed;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A calendar that others subscribe to by a secret address.
 *
 * @param kind {@code teams}, {@code systems} or {@code people}
 * @param name of the team, system or person
 */
record Feed(
    UUID id,
    String kind,
    String name,
    String madeBy,
    Instant madeAt,
    Optional<Instant> lastReadAt) {

  /** The tasks of a person, who alone sees and makes the feed. */
  static final String PEOPLE = "people";

  /** The path that a calendar program reads; whoever knows it may. */
  static String path(String secret, String kind, String name) {
    return "/calendars/%s/%s/%s.ics".formatted(secret, kind, name);
  }
}
