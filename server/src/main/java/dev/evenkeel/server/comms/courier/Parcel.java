package dev.evenkeel.server.comms.courier;

import dev.evenkeel.server.comms.ChannelTerms;
import dev.evenkeel.server.comms.Message;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A message, ready to be taken somewhere.
 *
 * @param wire what the receiver knows it by; the same at every attempt
 * @param postedAt when it was said
 * @param recipients addresses of e-mail; empty for other kinds
 * @param secret the value behind the name in the terms
 */
public record Parcel(
    ChannelTerms terms,
    Message message,
    UUID wire,
    Instant postedAt,
    List<String> recipients,
    Optional<String> secret) {
  public Parcel {
    recipients = List.copyOf(recipients);
  }

  @Override
  public String toString() {
    return "Parcel[%s by %s]".formatted(wire, terms.name());
  }
}
