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
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The ways to reach people. */
@Service
public class ChannelBook {
  private final ChannelStore store;
  private final MessageStore messages;
  private final List<ChannelUse> uses;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  ChannelBook(
      ChannelStore store,
      MessageStore messages,
      ObjectProvider<ChannelUse> uses,
      ApplicationEventPublisher events,
      Clock clock) {
    this.store = store;
    this.messages = messages;
    this.uses = uses.orderedStream().toList();
    this.events = events;
    this.clock = clock;
  }

  /** By name. */
  public List<Channel> all() {
    return store.all();
  }

  public Optional<Channel> find(String name) {
    return store.named(name);
  }

  /** The one by which e-mail to single persons leaves. */
  public Optional<Channel> forPeople() {
    return store.forPeople();
  }

  public Channel get(String name) {
    return find(name)
        .orElseThrow(() -> new Refused(NOT_FOUND, "There is no channel '%s'.".formatted(name)));
  }

  @Transactional
  public void add(ChannelTerms terms, Actor actor) {
    if (!store.add(terms, actor, clock.instant())) {
      throw new Refused(
          NOT_NOW,
          "There is a channel '%s' already. Give this one another name.".formatted(terms.name()));
    }
    oneForPeople(terms);
    events.publishEvent(told(actor, "channel made", terms));
  }

  /** The name stays: plans of messages hold it. */
  @Transactional
  public void edit(String name, ChannelTerms terms, long seen, Actor actor) {
    get(name);
    if (!store.edit(name, terms, seen, actor, clock.instant())) {
      throw stale(name);
    }
    oneForPeople(terms);
    events.publishEvent(told(actor, "channel changed", terms));
  }

  /** Of those marked for people the last one said counts. */
  private void oneForPeople(ChannelTerms terms) {
    if (terms.forPeople()) {
      store.onlyForPeople(terms.name());
    }
  }

  @Transactional
  public void remove(String name, long seen, Actor actor) {
    Channel channel = get(name);
    long waiting = messages.unfinishedOf(channel.id());
    if (waiting > 0) {
      throw new Refused(
          NOT_NOW,
          "Channel '%s' has %d messages that wait. Withdraw them, or let them be sent first."
              .formatted(name, waiting));
    }
    uses.stream()
        .flatMap(use -> use.of(name).stream())
        .findFirst()
        .ifPresent(by -> {
          throw new Refused(
              NOT_NOW,
              "Channel '%s' is used by %s. Choose another one there first.".formatted(name, by));
        });
    if (!store.remove(name, seen)) {
      throw stale(name);
    }
    events.publishEvent(Auditable.by(actor, "channel removed", "/channels/" + name));
  }

  private static Refused stale(String name) {
    return new Refused(
        STALE,
        "Channel '%s' has changed since you opened it. Look at it again, then change it."
            .formatted(name));
  }

  /** Everybody may read the trail; addresses are not for everybody. */
  private static Auditable told(Actor actor, String what, ChannelTerms terms) {
    return Auditable.by(actor, what, "/channels/" + terms.name())
        .with("kind", terms.kind().word())
        .with("address", Optional.of(Masked.of(terms)).filter(told -> !told.isEmpty()))
        .with("secret", terms.secret())
        .with("server", terms.mail().map(mail -> mail.host() + ":" + mail.port()));
  }
}
