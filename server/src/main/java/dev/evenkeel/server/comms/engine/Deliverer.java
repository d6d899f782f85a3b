package dev.evenkeel.server.comms.engine;

import dev.evenkeel.server.comms.Channel;
import dev.evenkeel.server.comms.MessageSettings;
import dev.evenkeel.server.comms.MessageState;
import dev.evenkeel.server.comms.Outbox;
import dev.evenkeel.server.comms.Posted;
import dev.evenkeel.server.comms.courier.Couriers;
import dev.evenkeel.server.comms.courier.Handover;
import dev.evenkeel.server.comms.store.ChannelStore;
import dev.evenkeel.server.comms.store.LaneStore;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Auditable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Delivers one message after the other:
 *
 * <ol>
 *   <li>writes down that it is tried, and commits;
 *   <li>hands it over; just before the moment from which on it may have arrived, writes that down,
 *       and commits;
 *   <li>writes down what became of it.
 * </ol>
 *
 * What a server that died leaves behind is therefore of two kinds: what nobody can have got is
 * tried again, what somebody may have got is in doubt, and never guessed.
 */
@Component
class Deliverer {
  private static final Logger log = LoggerFactory.getLogger(Deliverer.class);

  /** One receiver that does not answer must not keep all lanes. */
  static final int MOST_OF_A_CHANNEL = 4;

  private static final int TRIES_TO_WRITE = 20;
  private static final Duration BETWEEN_THEM = Duration.ofMillis(250);

  private final LaneStore lanes;
  private final ChannelStore channels;
  private final Couriers couriers;
  private final MessageSettings settings;
  private final TransactionTemplate transaction;
  private final Tools tools;

  /** What comes from around. */
  @Component
  record Tools(ApplicationEventPublisher events, Clock clock, RandomGenerator random) {}

  Deliverer(
      LaneStore lanes,
      ChannelStore channels,
      Couriers couriers,
      MessageSettings settings,
      TransactionTemplate transaction,
      Tools tools) {
    this.lanes = lanes;
    this.channels = channels;
    this.couriers = couriers;
    this.settings = settings;
    this.transaction = transaction;
    this.tools = tools;
  }

  /** Settles what the lane had in hand when whoever worked it ended without a word. */
  void takeUp(int lane) {
    for (LaneStore.Left left : lanes.left(lane)) {
      transaction.executeWithoutResult(_ -> {
        Instant now = tools.clock().instant();
        Optional<Channel> channel = left.posted().channel().flatMap(channels::find);
        channel.ifPresent(there ->
            settle(
                left.posted(),
                left.delivery(),
                After.crash(
                    left.handedOver(), there.terms(), attempt(left.posted(), now), settings),
                now));
      });
    }
  }

  /**
   * Delivers the one that waits longest.
   *
   * @return false when nothing is due
   */
  boolean deliverOne(int lane) {
    Optional<Claimed> claimed = transaction.execute(_ -> claim(lane));
    if (claimed == null || claimed.isEmpty()) {
      return false;
    }
    Claimed one = claimed.get();
    Handover handover =
        couriers.deliver(one.channel().terms(), one.posted(), () -> handingOver(one.delivery()));
    writeDown(one, handover);
    return true;
  }

  private Optional<Claimed> claim(int lane) {
    Instant now = tools.clock().instant();
    Optional<Posted> next = lanes.next(MOST_OF_A_CHANNEL, now);
    return next.flatMap(posted ->
        posted
            .channel()
            .flatMap(channels::find)
            .map(channel -> {
              long delivery = lanes.begin(posted.id(), lane, now);
              return new Claimed(posted.tried(), channel, delivery);
            }));
  }

  private void handingOver(long delivery) {
    boolean mine =
        Boolean.TRUE.equals(
            transaction.execute(_ -> lanes.handingOver(delivery, tools.clock().instant())));
    if (!mine) {
      throw new IllegalStateException(
          "attempt %d was ended by another server, which took this one for dead"
              .formatted(delivery));
    }
  }

  /** A database that is away for a moment must not leave in doubt what is known here. */
  private void writeDown(Claimed one, Handover handover) {
    for (int tried = 1; ; tried++) {
      try {
        transaction.executeWithoutResult(_ -> {
          Instant now = tools.clock().instant();
          After after =
              After.of(handover, one.channel().terms(), attempt(one.posted(), now), settings);
          if (settle(one.posted(), one.delivery(), after, now)) {
            channel(one.channel(), after, now);
          }
        });
        return;
      } catch (DataAccessException | TransactionException away) {
        if (tried == TRIES_TO_WRITE) {
          throw away;
        }
        pause();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(BETWEEN_THEM);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the server is stopping", e);
    }
  }

  /**
   * @return false when somebody else has done it meanwhile
   */
  private boolean settle(Posted posted, long delivery, After after, Instant now) {
    if (!lanes.end(delivery, after.outcome(), after.says(), now)) {
      log.warn("Attempt {} of message {} was settled by another server", delivery, posted.id());
      return false;
    }
    lanes.lay(
        posted.id(),
        after.state(),
        after.says(),
        after.dueAt(),
        after.remaining(),
        after.refused(),
        now);
    if (after.state() != MessageState.WAITING) {
      tools
          .events()
          .publishEvent(
              Auditable.by(
                      Actor.EVENKEEL,
                      after.state() == MessageState.SENT ? "message sent" : "message failed",
                      Outbox.subject(posted.message().about(), posted.id()))
                  .with("channel", posted.channelName())
                  .with("says", after.says()));
    }
    return true;
  }

  private void channel(Channel channel, After after, Instant now) {
    switch (after.outcome()) {
      case LATER ->
          after
              .pauseUntil()
              .ifPresent(until -> {
                int doubled = Math.min(channel.unreachable(), 20);
                Duration first = Duration.between(now, until);
                Duration longer =
                    Duration.ofMillis(
                        (long)
                            Math.min(
                                first.toMillis() * Math.pow(2, doubled),
                                Math.max(settings.longestPause().toMillis(), first.toMillis())));
                channels.pause(channel.id(), now.plus(longer));
              });
      case TAKEN, PARTLY -> channels.reached(channel.id());
      default -> {}
    }
  }

  private After.Attempt attempt(Posted posted, Instant now) {
    return new After.Attempt(
        posted.tries(),
        now,
        posted.giveUpAt(),
        posted.remaining(),
        posted.refused(),
        tools.random().nextDouble());
  }
}
