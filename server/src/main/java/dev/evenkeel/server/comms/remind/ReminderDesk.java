package dev.evenkeel.server.comms.remind;

import dev.evenkeel.estate.Person;
import dev.evenkeel.server.comms.AddressBook;
import dev.evenkeel.server.comms.ChannelBook;
import dev.evenkeel.server.comms.Message;
import dev.evenkeel.server.comms.Outbox;
import dev.evenkeel.server.comms.draft.Draft;
import dev.evenkeel.server.comms.plan.PublicSettings;
import dev.evenkeel.server.comms.remind.ReminderStore.Kept;
import dev.evenkeel.server.comms.remind.ReminderTerms.Mode;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Auditable;
import dev.evenkeel.server.shared.Refused;
import dev.evenkeel.server.tasks.Reminding;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reminds people of their tasks and of what else waits for them by e-mail, at the address the book
 * has of them. What was told is remembered together with the message, and each message has its key:
 * two servers tell once.
 */
@Service
public class ReminderDesk implements Reminding {
  static final String PATH = "/tasks/reminders";

  private final ReminderStore store;
  private final OwnTasks tasks;
  private final OwnWaits waits;
  private final AddressBook addresses;
  private final ChannelBook channels;
  private final Outbox outbox;
  private final PublicSettings place;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  ReminderDesk(
      ReminderStore store,
      OwnTasks tasks,
      OwnWaits waits,
      AddressBook addresses,
      ChannelBook channels,
      Outbox outbox,
      PublicSettings place,
      ApplicationEventPublisher events,
      Clock clock) {
    this.store = store;
    this.tasks = tasks;
    this.waits = waits;
    this.addresses = addresses;
    this.channels = channels;
    this.outbox = outbox;
    this.place = place;
    this.events = events;
    this.clock = clock;
  }

  Kept terms(String person) {
    return store.of(person);
  }

  /**
   * @throws Refused when somebody changed them since
   */
  @Transactional
  public void keep(String person, ReminderTerms terms, long seen, Actor actor) {
    if (!store.keep(person, terms, seen, clock.instant())) {
      throw new Refused(
          Refused.Kind.STALE,
          "The reminders of %s were changed since you opened them. Load them again, then change them."
              .formatted(person));
    }
    events.publishEvent(
        Auditable.by(actor, "reminders chosen", "/people/" + person)
            .with("mode", terms.mode().name().toLowerCase(Locale.ROOT))
            .with("at", terms.at())
            .with("zone", terms.zone())
            .with("language", terms.language().word()));
  }

  /** Those who may be told something now, in the order of their names. */
  List<Person> due(Instant now) {
    Map<String, Kept> all = store.all();
    Map<String, LocalDate> days = store.days();
    return reached().stream()
        .filter(one -> {
          ReminderTerms terms = all.getOrDefault(one.name(), Kept.USUAL).terms();
          return Digest.isTime(
              terms,
              zone(terms, one),
              one.absences(),
              Optional.ofNullable(days.get(one.name())),
              now);
        })
        .toList();
  }

  /** Tells somebody what there is to say of what waits for them, once for each day. */
  @Transactional
  public void remind(Person person, Instant now) {
    ReminderStore.Last last = store.lock(person.name());
    ReminderTerms terms = store.of(person.name()).terms();
    ZoneId zone = zone(terms, person);
    if (!Digest.isTime(terms, zone, person.absences(), last.day(), now)) {
      return;
    }
    List<Digest.Item> open = new ArrayList<>(tasks.of(person));
    open.addAll(waits.of(person, now));
    LocalDate day = LocalDate.ofInstant(now, zone);
    Digest.of(open, last.told(), zone, terms.soonDays(), now)
        .ifPresent(digest ->
            post(
                "task-digest/%s/%s".formatted(person.name(), day),
                person,
                new DigestText(terms.language(), zone, place).of(digest),
                digest.isOfTasksOnly() ? "/tasks" : "/waiting",
                terms));
    store.remember(person.name(), day, Digest.told(open, zone, terms.soonDays(), now));
  }

  /** Those whom anything urgent may be told, in the order of their names. */
  List<Person> reached() {
    return channels.forPeople().isEmpty()
        ? List.of()
        : addresses.people().values().stream().filter(one -> one.email().isPresent()).toList();
  }

  /** Tells somebody at once what holds up go-lives, each task once for each of its deadlines. */
  @Transactional
  public void urge(Person person, List<OwnTasks.Near> all, Instant now) {
    Map<OwnTasks.Near, List<Digest.Item>> late = tasks.lateOf(person, all, now);
    if (late.isEmpty()) {
      return;
    }
    ReminderTerms terms = store.of(person.name()).terms();
    if (terms.mode() == Mode.OFF) {
      return;
    }
    Map<Long, Instant> told = store.urged(person.name());
    late.forEach((near, its) -> {
      List<Digest.Item> untold =
          its.stream()
              .filter(item -> !item.due().equals(Optional.ofNullable(told.get(item.task()))))
              .filter(item -> store.urge(person.name(), item.task(), item.due().orElseThrow(), now))
              .toList();
      if (!untold.isEmpty()) {
        Digest.Item first = untold.getFirst();
        post(
            "task-urgent/%s/%d/%s"
                .formatted(person.name(), first.task(), first.due().orElseThrow()),
            person,
            new DigestText(terms.language(), zone(terms, person), place)
                .urgent(near.title(), near.start(), untold),
            "/tasks",
            terms);
      }
    });
  }

  private void post(String key, Person person, Draft draft, String path, ReminderTerms terms) {
    outbox.post(
        List.of(
            Message.toPerson(
                key,
                person.email().orElseThrow(),
                draft.subject(),
                draft.text(),
                path,
                terms.language().word(),
                Actor.EVENKEEL)));
  }

  /** What is known of somebody. */
  Optional<Person> person(String name) {
    return addresses.person(name);
  }

  @Override
  public Optional<ZoneId> zone(String person) {
    return store
        .of(person)
        .terms()
        .zone()
        .or(() -> addresses.person(person).flatMap(Person::timeZone));
  }

  private static ZoneId zone(ReminderTerms terms, Person person) {
    return terms.zone().or(person::timeZone).orElse(ZoneId.of("UTC"));
  }

  @Override
  public Way of(String name) {
    Optional<Person> person = person(name);
    ReminderTerms terms = store.of(name).terms();
    Optional<String> trouble = trouble(person);
    if (trouble.isPresent()) {
      return new Way(false, trouble.get(), PATH);
    }
    Person known = person.orElseThrow();
    String address = known.email().orElseThrow();
    ZoneId zone = zone(terms, known);
    return new Way(
        true,
        switch (terms.mode()) {
          case OFF -> "You turned reminders off.";
          case URGENT ->
              "Only what holds up a go-live within a day is told to you, at once, to %s."
                  .formatted(address);
          case DAILY ->
              "You are reminded at %s, %s, by e-mail to %s.%s"
                  .formatted(
                      terms.at(),
                      zone,
                      address,
                      Digest.next(terms, zone, known.absences(), store.day(name), clock.instant())
                          .map(at ->
                              " Next on %s, if there is something to say.".formatted(shown(at)))
                          .orElse(""));
        },
        PATH);
  }

  private static String shown(ZonedDateTime at) {
    return DateTimeFormatter.ofPattern("EEEE d MMMM, HH:mm", Locale.UK).format(at);
  }

  /** Why nothing reaches somebody. */
  private Optional<String> trouble(Optional<Person> person) {
    if (person.flatMap(Person::email).isEmpty()) {
      return Optional.of(
          "No address: reminders cannot reach you. Give your e-mail address under Settings, My account.");
    }
    return channels.forPeople().isEmpty()
        ? Optional.of(
            "No channel takes e-mail to single persons, so reminders reach nobody. Whoever administers Evenkeel makes one under Settings, Channels.")
        : Optional.empty();
  }

  /** People with open tasks of their own name whom no reminder reaches. */
  List<String> unreached() {
    Map<String, String> known = addresses.all();
    return tasks.owners().stream().filter(name -> !known.containsKey(name)).toList();
  }
}
