package dev.evenkeel.server.comms.engine;

import dev.evenkeel.server.comms.Channel;
import dev.evenkeel.server.comms.ChannelBook;
import dev.evenkeel.server.comms.Message;
import dev.evenkeel.server.comms.MessageState;
import dev.evenkeel.server.comms.Posted;
import dev.evenkeel.server.comms.courier.Couriers;
import dev.evenkeel.server.comms.courier.Handover;
import dev.evenkeel.server.comms.draft.Language;
import dev.evenkeel.server.comms.draft.Words;
import dev.evenkeel.server.comms.store.ChannelStore;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Auditable;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Messages to try a channel with: sent while the person waits, past the outbox. */
@Service
public class TestMessages {
  private final ChannelBook book;
  private final ChannelStore store;
  private final Couriers couriers;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  TestMessages(
      ChannelBook book,
      ChannelStore store,
      Couriers couriers,
      ApplicationEventPublisher events,
      Clock clock) {
    this.book = book;
    this.store = store;
    this.couriers = couriers;
    this.events = events;
    this.clock = clock;
  }

  /** How it went. */
  public record Tried(boolean taken, String says) {}

  public Tried send(String name, Actor actor) {
    Channel channel = book.get(name);
    Handover handover = couriers.deliver(channel.terms(), message(channel, actor), () -> {});
    boolean taken = handover instanceof Handover.Taken;
    if (taken) {
      store.reached(channel.id());
    }
    events.publishEvent(
        Auditable.by(actor, "channel tried", "/channels/" + name).with("says", handover.says()));
    return new Tried(taken, handover.says());
  }

  private Posted message(Channel channel, Actor actor) {
    String name = channel.name();
    Language language = Language.of(channel.terms().language());
    Words words = Words.of(language);
    Instant now = clock.instant();
    UUID wire = UUID.randomUUID();
    var message =
        Message.toChannel(
            "test/" + wire,
            name,
            words.word("test.subject"),
            words.word("test.text").formatted(actor.name(), name),
            "/settings/channels/" + name,
            language.word(),
            actor);
    return new Posted(
        0,
        message,
        wire,
        Optional.empty(),
        name,
        List.of(),
        List.of(),
        MessageState.SENDING,
        "",
        now,
        now,
        now,
        1,
        Optional.empty(),
        0,
        Optional.empty());
  }
}
