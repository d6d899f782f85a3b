package dev.evenkeel.server.comms;

import java.time.Instant;
import java.util.Optional;

/**
 * A configured way to reach people.
 *
 * @param version counts changes by people
 * @param unreachable how often in a row it could not be reached
 * @param pausedUntil nothing is tried before that
 */
public record Channel(
    long id,
    ChannelTerms terms,
    long version,
    Instant changedAt,
    String changedBy,
    int unreachable,
    Optional<Instant> pausedUntil) {

  public String name() {
    return terms.name();
  }

  public ChannelKind kind() {
    return terms.kind();
  }
}
