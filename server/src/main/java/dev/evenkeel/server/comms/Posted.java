package dev.evenkeel.server.comms;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A message in the outbox, with what became of it.
 *
 * @param wire what receivers know it by
 * @param channel that it leaves through; empty when there is none any more
 * @param channelName as it was called when the message was posted
 * @param remaining who has not got it yet, when others have; else empty
 * @param refused whom the receiver refused for good; a person alone has it offered to them again
 * @param says how it went the last time
 * @param dueAt when it is tried next, or told in the digest
 * @param giveUpAt when it is tried no longer
 * @param digest the message it is told in, together with others
 */
public record Posted(
    long id,
    Message message,
    UUID wire,
    Optional<Long> channel,
    String channelName,
    List<String> remaining,
    List<String> refused,
    MessageState state,
    String says,
    Instant postedAt,
    Instant dueAt,
    Instant giveUpAt,
    int tries,
    Optional<Instant> endedAt,
    long version,
    Optional<Long> digest) {
  public Posted {
    remaining = List.copyOf(remaining);
    refused = List.copyOf(refused);
  }

  /** The same, tried once more. */
  public Posted tried() {
    return new Posted(
        id,
        message,
        wire,
        channel,
        channelName,
        remaining,
        refused,
        state,
        says,
        postedAt,
        dueAt,
        giveUpAt,
        tries + 1,
        endedAt,
        version + 1,
        digest);
  }
}
