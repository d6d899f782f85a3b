package dev.evenkeel.server.comms.meet;

import dev.evenkeel.server.comms.AddressBook;
import dev.evenkeel.server.comms.Channel;
import dev.evenkeel.server.comms.ChannelBook;
import dev.evenkeel.server.comms.ChannelTerms;
import dev.evenkeel.server.comms.Outbox;
import dev.evenkeel.server.comms.meet.KickOffStore.Guest;
import dev.evenkeel.server.comms.meet.KickOffStore.Told;
import dev.evenkeel.server.comms.plan.PublicSettings;
import dev.evenkeel.server.comms.remind.Readers;
import dev.evenkeel.server.people.KickOff;
import dev.evenkeel.server.people.KickOffLetters;
import dev.evenkeel.server.people.TeamBook;
import dev.evenkeel.server.plan.AdoptionDesk;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeChanged;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.plan.UpgradeState;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Auditable;
import dev.evenkeel.server.shared.Installation;
import dev.evenkeel.server.shared.Refused;
import dev.evenkeel.server.shared.Sha256;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Invites the team to the kick-off when somebody says so; from then on what changes is told by
 * itself, together with the change or not at all.
 */
@Service
public class KickOffDesk implements KickOffLetters {
  private final KickOffStore store;
  private final TeamBook teams;
  private final AdoptionDesk adoption;
  private final AddressBook addressBook;
  private final ChannelBook channels;
  private final Outbox outbox;
  private final Readers readers;
  private final PublicSettings place;
  private final Installation installation;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  KickOffDesk(
      KickOffStore store,
      TeamBook teams,
      AdoptionDesk adoption,
      AddressBook addressBook,
      ChannelBook channels,
      Outbox outbox,
      Readers readers,
      PublicSettings place,
      Installation installation,
      ApplicationEventPublisher events,
      Clock clock) {
    this.store = store;
    this.teams = teams;
    this.adoption = adoption;
    this.addressBook = addressBook;
    this.channels = channels;
    this.outbox = outbox;
    this.readers = readers;
    this.place = place;
    this.installation = installation;
    this.events = events;
    this.clock = clock;
  }

  /**
   * @throws Refused when there is nothing to invite to, nobody to invite, or no way to do it
   */
  @Override
  @Transactional
  public void invite(UpgradeId id, Actor actor) {
    Upgrade upgrade = teams.upgrade(id);
    if (upgrade.isOver()) {
      throw upgrade.refused();
    }
    if (adoption.isPractice(id)) {
      throw refused("Upgrade %s is for practice, so nobody is invited.".formatted(id));
    }
    KickOff kickOff = teams.kickOff(id);
    if (kickOff.from().isEmpty()) {
      throw refused("The kick-off has no day yet. Give it one, then invite.");
    }
    if (addresses(id).isEmpty()) {
      throw refused(
          "Of nobody in the team an e-mail address is known. Name the team, and give their addresses under Settings, People, or at the people of the estate.");
    }
    sender()
        .orElseThrow(() ->
            refused(
                "No channel takes e-mail to single persons. Make one of the kind smtp under Settings, Channels, and say that it is for people."));
    store.begin(id, digest(upgrade, kickOff), kickOff, named(id));
    int told = tell(upgrade, actor);
    if (told == 0) {
      throw refused(
          "Everybody in the team of whom an address is known has this invitation already.");
    }
  }

  private static Refused refused(String says) {
    return new Refused(Refused.Kind.NOT_NOW, says);
  }

  /** Whoever was invited is told what is another now. */
  @EventListener
  @Transactional
  public void on(UpgradeChanged changed) {
    UpgradeId id = changed.upgrade().id();
    if (store.of(id).isPresent() && !adoption.isPractice(id) && sender().isPresent()) {
      tell(changed.upgrade(), Actor.EVENKEEL);
    }
  }

  /** Sends what is to be sent, and says how many letters that were. */
  private int tell(Upgrade upgrade, Actor actor) {
    UpgradeId id = upgrade.id();
    Told last = store.lock(id).orElseThrow();
    KickOff kickOff = teams.kickOff(id);
    boolean meets = kickOff.from().isPresent() && upgrade.state() != UpgradeState.CANCELLED;
    Map<String, Guest> guests = store.guests(id);
    Optional<String> meeting = meets ? Optional.of(digest(upgrade, kickOff)) : Optional.empty();
    Map<String, Convening.Guest> known = new HashMap<>();
    guests.forEach((person, guest) ->
        known.put(person, new Convening.Guest(guest.address(), guest.sequence(), guest.off())));
    Convening.Steps steps =
        Convening.next(
            meeting,
            last.over() ? Optional.of("") : Optional.of(last.digest()),
            last.sequence(),
            addresses(id),
            known);
    if (meeting.isEmpty() && last.over()) {
      return 0;
    }
    Instant now = clock.instant();
    // What is called off is the meeting as they have it, not as it was to become.
    var mail =
        new KickOffMail(
            upgrade,
            meets ? kickOff : last.meeting(),
            last.uid(),
            steps.sequence(),
            now,
            sender().orElseThrow(),
            place.of("/upgrades/%s/people".formatted(id)));
    for (Convening.Letter letter : steps.letters()) {
      Optional<Guest> before = Optional.ofNullable(guests.get(letter.person()));
      int letters = before.map(Guest::letters).orElse(0) + 1;
      List<Long> posted =
          outbox.post(
              List.of(
                  mail.to(
                      letter,
                      readers.of(letter.person()),
                      before.filter(one -> !one.off()).isPresent(),
                      "kick-off/%s/%s/%d".formatted(id, letter.person(), letters),
                      actor)));
      store.keep(
          id,
          letter.person(),
          new Guest(
              letter.address(),
              steps.sequence(),
              letters,
              letter.off(),
              posted.stream().findFirst()),
          now);
    }
    store.keep(
        id,
        new Told(
            steps.sequence(),
            meeting.orElse(last.digest()),
            meets ? kickOff : last.meeting(),
            last.uid(),
            !meets));
    if (!steps.letters().isEmpty()) {
      events.publishEvent(
          Auditable.by(actor, "kick-off told", "/upgrades/%s/people".formatted(id))
              .with("sequence", steps.sequence())
              .with("letters", steps.letters().size())
              .with("off", !meets));
    }
    return steps.letters().size();
  }

  @Override
  public String uid(UpgradeId id) {
    return store.of(id).map(Told::uid).orElseGet(() -> named(id));
  }

  private String named(UpgradeId id) {
    return installation.uid("upgrade-%s-kick-off".formatted(id));
  }

  private static String digest(Upgrade upgrade, KickOff kickOff) {
    return Sha256.hexOf(
            "%s %s %s %s %s"
                .formatted(
                    upgrade.terms().title(),
                    kickOff.from(),
                    kickOff.to(),
                    kickOff.place(),
                    kickOff.agenda()))
        .substring(0, 16);
  }

  private Map<String, String> addresses(UpgradeId id) {
    Map<String, String> known = addressBook.all();
    known.keySet().retainAll(teams.team(id).people());
    return known;
  }

  private Optional<String> sender() {
    return channels
        .forPeople()
        .map(Channel::terms)
        .flatMap(ChannelTerms::mail)
        .map(mail -> mail.sender().replaceAll(".*<([^>]+)>.*", "$1"));
  }

  @Override
  public List<Line> of(UpgradeId id) {
    Map<String, Guest> guests = store.guests(id);
    if (guests.isEmpty()) {
      return List.of();
    }
    // A message that was taken away after its time is not there any more.
    Map<Long, String> states = new HashMap<>();
    outbox
        .of("/upgrades/%s/people".formatted(id))
        .forEach(one -> states.put(one.id(), one.state().word()));
    return guests.entrySet().stream()
        .map(one ->
            new Line(
                one.getKey(),
                one.getValue().off() ? "called off" : "invited",
                one.getValue().sequence(),
                one.getValue().message().map(it -> states.getOrDefault(it, "")).orElse(""),
                one.getValue()
                    .message()
                    .filter(states::containsKey)
                    .map("/messages/%d"::formatted)))
        .toList();
  }
}
