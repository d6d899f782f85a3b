package dev.evenkeel.server.comms.engine;

import dev.evenkeel.server.comms.Channel;
import dev.evenkeel.server.comms.Message;
import dev.evenkeel.server.comms.Outbox;
import dev.evenkeel.server.comms.Posted;
import dev.evenkeel.server.comms.store.ChannelStore;
import dev.evenkeel.server.comms.store.LaneStore;
import dev.evenkeel.server.shared.Actor;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells together what was held on a channel. The digest is posted, and what it tells is marked with
 * it, in one transaction: whoever dies in between has done neither. From then on the digest is a
 * message like any other.
 */
@Component
class Digests {
  /** Then there is another one: every receiver takes as much without shortening it. */
  private static final int LONGEST = 5_000;

  private static final int MOST = 50;

  private final LaneStore lanes;
  private final ChannelStore channels;
  private final Outbox outbox;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Digests(
      LaneStore lanes,
      ChannelStore channels,
      Outbox outbox,
      TransactionTemplate transaction,
      Clock clock) {
    this.lanes = lanes;
    this.channels = channels;
    this.outbox = outbox;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * Posts one digest.
   *
   * @return false when none is due
   */
  boolean tellOne() {
    return Boolean.TRUE.equals(
        transaction.execute(_ -> {
          Instant now = clock.instant();
          Optional<Channel> channel = lanes.gathering(now).flatMap(channels::find);
          channel.ifPresent(this::tell);
          return channel.isPresent();
        }));
  }

  private void tell(Channel channel) {
    List<Posted> held = fitting(lanes.held(channel.id(), MOST));
    if (held.isEmpty()) {
      return; // somebody else told it a moment ago
    }
    List<Long> ids = held.stream().map(Posted::id).toList();
    List<Long> digest = outbox.post(List.of(digest(channel, held)));
    lanes.gather(ids, digest.getFirst());
  }

  private static List<Posted> fitting(List<Posted> held) {
    List<Posted> fitting = new ArrayList<>();
    int length = 0;
    for (Posted one : held) {
      length += told(one).length() + 7;
      if (length > LONGEST && !fitting.isEmpty()) {
        break;
      }
      fitting.add(one);
    }
    return fitting;
  }

  private static Message digest(Channel channel, List<Posted> held) {
    boolean german = channel.terms().language().startsWith("de");
    String subject =
        held.size() == 1
            ? held.getFirst().message().subject()
            : (german ? "%d Nachrichten zusammen" : "%d messages together").formatted(held.size());
    return Message.toChannel(
        "digest/%d/%d".formatted(channel.id(), held.getFirst().id()),
        channel.name(),
        subject,
        held.stream().map(Digests::told).collect(Collectors.joining("\n\n---\n\n")),
        "/messages",
        channel.terms().language(),
        Actor.EVENKEEL);
  }

  private static String told(Posted one) {
    return "%s\n\n%s".formatted(one.message().subject(), one.message().text().strip());
  }
}
