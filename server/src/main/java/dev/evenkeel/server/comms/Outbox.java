package dev.evenkeel.server.comms;

import static dev.evenkeel.server.shared.Refused.Kind.NOT_FOUND;
import static dev.evenkeel.server.shared.Refused.Kind.NOT_NOW;
import static dev.evenkeel.server.shared.Refused.Kind.STALE;

import dev.evenkeel.server.comms.store.ChannelStore;
import dev.evenkeel.server.comms.store.MessageStore;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Auditable;
import dev.evenkeel.server.shared.Refused;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Everything Evenkeel tells leaves through here. What is posted is in the database together with
 * what it tells of, or neither is; from then on it is delivered once, or visibly not.
 */
@Service
public class Outbox {
  private static final Set<MessageState> WITHDRAWN_FROM =
      EnumSet.of(MessageState.HELD, MessageState.WAITING, MessageState.FAILED);

  private final MessageStore messages;
  private final ChannelStore channels;
  private final MessageSettings settings;
  private final Practice practice;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Outbox(
      MessageStore messages,
      ChannelStore channels,
      MessageSettings settings,
      Practice practice,
      ApplicationEventPublisher events,
      Clock clock) {
    this.messages = messages;
    this.channels = channels;
    this.settings = settings;
    this.practice = practice;
    this.events = events;
    this.clock = clock;
  }

  /** There is something to deliver, once the transaction has committed. */
  public record SomethingWaits() {}

  /**
   * Posts messages within the transaction of the caller. One whose key was posted before is left
   * out; one that no channel can take stands as failed, with the reason.
   *
   * @return the ids of those that are new
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public List<Long> post(List<Message> all) {
    List<Long> posted = all.stream().flatMap(message -> post(message).stream()).toList();
    if (!posted.isEmpty()) {
      events.publishEvent(new SomethingWaits());
    }
    return posted;
  }

  private Optional<Long> post(Message message) {
    if (practice.isAbout(message.about())) {
      events.publishEvent(
          Auditable.by(message.actor(), "message not sent: practice", message.about())
              .with("key", message.key()));
      return Optional.empty();
    }
    Optional<Channel> channel =
        message.channel().map(channels::named).orElseGet(channels::forPeople);
    Instant now = clock.instant();
    Optional<Long> id =
        messages.add(
            message,
            channel,
            channel.isPresent() ? "" : noWay(message),
            now,
            now.plus(settings.giveUpAfter()));
    Optional<Channel> holding =
        channel.filter(it -> message.canWait() && message.to().isEmpty() && it.terms().digest());
    id.ifPresent(number ->
        holding.ifPresent(
            it -> messages.hold(number, it.id(), now, now.plus(settings.digestAfter()))));
    id.ifPresent(number ->
        events.publishEvent(
            Auditable.by(message.actor(), "message posted", subject(message.about(), number))
                .with("channel", channel.map(Channel::name))
                .with("held for the digest", holding.map(_ -> "yes"))
                .with("key", message.key())));
    return id;
  }

  private static String noWay(Message message) {
    return message
        .channel()
        .map(name ->
            "There is no channel '%s'. Make it under Settings, Channels, then send this again."
                .formatted(name))
        .orElse(
            "No channel takes e-mail to single persons. Make one of the kind smtp under Settings, Channels, say that it is for people, then send this again.");
  }

  /** What the trail knows a message by. */
  public static String subject(String about, long id) {
    return "%s/messages/%d".formatted(about.equals("/") ? "" : about, id);
  }

  /** About this path and all below it, the newest first. */
  public List<Posted> of(String path) {
    return messages.about(path);
  }

  public List<Posted> list(MessageFilter filter) {
    return messages.list(filter);
  }

  public Standing standing() {
    return messages.standing();
  }

  public Posted get(long id) {
    return messages
        .find(id)
        .orElseThrow(() -> new Refused(NOT_FOUND, "There is no message %d.".formatted(id)));
  }

  /** The attempts to deliver it, the first one first. */
  public List<Delivery> deliveries(long id) {
    return messages.deliveries(id);
  }

  /** Tries one that failed once more, as long as a new one is tried. */
  @Transactional
  public void retry(long id, long seen, Actor actor) {
    Posted posted = current(id, seen);
    if (posted.state() != MessageState.FAILED) {
      throw new Refused(
          NOT_NOW,
          "Message %d is %s; only what failed is sent again.".formatted(id, posted.state().word()));
    }
    Channel channel =
        posted
            .message()
            .channel()
            .map(channels::named)
            .orElseGet(channels::forPeople)
            .orElseThrow(() -> new Refused(NOT_NOW, noWay(posted.message())));
    Instant now = clock.instant();
    keep(messages.again(id, seen, channel, now, now.plus(settings.giveUpAfter())), id);
    events.publishEvent(Auditable.by(actor, "message sent again", subjectOf(posted)));
    events.publishEvent(new SomethingWaits());
  }

  /** Takes one back that still waits; of one that failed nothing more is wanted. */
  @Transactional
  public void withdraw(long id, long seen, Actor actor) {
    Posted posted = current(id, seen);
    if (!WITHDRAWN_FROM.contains(posted.state())) {
      throw new Refused(
          NOT_NOW,
          "Message %d is %s; only what waits or failed can be withdrawn."
              .formatted(id, posted.state().word()));
    }
    keep(
        messages.withdraw(id, seen, "Withdrawn by %s.".formatted(actor.name()), clock.instant()),
        id);
    events.publishEvent(Auditable.by(actor, "message withdrawn", subjectOf(posted)));
  }

  private static String subjectOf(Posted posted) {
    return subject(posted.message().about(), posted.id());
  }

  private Posted current(long id, long seen) {
    Posted posted = get(id);
    keep(posted.version() == seen, id);
    return posted;
  }

  private static void keep(boolean kept, long id) {
    if (!kept) {
      throw new Refused(
          STALE,
          "Message %d has changed since you looked. Look at it again, then decide.".formatted(id));
    }
  }
}
