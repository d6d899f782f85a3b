package dev.evenkeel.server.comms.beat;

import dev.evenkeel.server.comms.AddressBook;
import dev.evenkeel.server.comms.Channel;
import dev.evenkeel.server.comms.ChannelBook;
import dev.evenkeel.server.comms.Message;
import dev.evenkeel.server.comms.Outbox;
import dev.evenkeel.server.comms.draft.Audience;
import dev.evenkeel.server.comms.draft.AudienceClass;
import dev.evenkeel.server.comms.draft.Draft;
import dev.evenkeel.server.comms.draft.Language;
import dev.evenkeel.server.comms.draft.Words;
import dev.evenkeel.server.comms.plan.MessagePlan;
import dev.evenkeel.server.comms.plan.PublicSettings;
import dev.evenkeel.server.comms.plan.UpgradeWindows;
import dev.evenkeel.server.comms.remind.Readers;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.shared.Actor;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;

/** Reaches those who see to it that people hear something: the communicator, and the team. */
@Component
class Alarms {
  private final ChannelBook channels;
  private final UpgradeWindows windows;
  private final Outbox outbox;
  private final AddressBook addresses;
  private final Readers people;
  private final PublicSettings place;

  Alarms(
      ChannelBook channels,
      UpgradeWindows windows,
      Outbox outbox,
      AddressBook addresses,
      Readers people,
      PublicSettings place) {
    this.channels = channels;
    this.windows = windows;
    this.outbox = outbox;
    this.addresses = addresses;
    this.people = people;
    this.place = place;
  }

  /** Tells the communicator, or who answers for the upgrade, if an address is known. */
  void communicator(
      Upgrade upgrade, MessagePlan plan, String key, BiFunction<Words, Audience, Draft> says) {
    String name = plan.terms().communicator().orElse(upgrade.terms().owner());
    addresses
        .of(name)
        .ifPresent(address -> {
          Audience reader = people.of(name);
          Draft draft = says.apply(Words.of(reader.language()), reader);
          outbox.post(
              List.of(
                  Message.toPerson(
                      key + "/communicator",
                      address,
                      draft.subject(),
                      draft.text(),
                      "/upgrades/" + upgrade.id(),
                      reader.language().word(),
                      Actor.EVENKEEL)));
        });
  }

  /** Tells the first channel of the technical people. */
  void team(
      Upgrade upgrade, MessagePlan plan, String key, BiFunction<Words, Audience, Draft> says) {
    channels.all().stream()
        .filter(one -> one.terms().audience().equalsIgnoreCase(AudienceClass.TECHNICAL.word()))
        .findFirst()
        .ifPresent(one -> {
          Audience reader = readers(upgrade, plan, one.name());
          Draft draft = says.apply(Words.of(reader.language()), reader);
          outbox.post(
              List.of(
                  Message.toChannel(
                      key + "/team",
                      one.name(),
                      draft.subject(),
                      draft.text(),
                      "/upgrades/" + upgrade.id(),
                      reader.language().word(),
                      Actor.EVENKEEL)));
        });
  }

  /** As whoever reads the record later. */
  Audience onRecord(Upgrade upgrade, MessagePlan plan) {
    return new Audience(AudienceClass.TECHNICAL, Language.EN, zone(upgrade, plan));
  }

  /** Who reads a channel: the class its audience names, else those who support others. */
  Audience readers(Upgrade upgrade, MessagePlan plan, String channel) {
    Optional<Channel> found = channels.find(channel);
    return new Audience(
        found
            .flatMap(one ->
                Arrays.stream(AudienceClass.values())
                    .filter(detail -> detail.word().equalsIgnoreCase(one.terms().audience()))
                    .findFirst())
            .orElse(AudienceClass.SUPPORT),
        found.map(one -> Language.of(one.terms().language())).orElse(Language.EN),
        zone(upgrade, plan));
  }

  /** Where the next word is written. */
  String page(Upgrade upgrade, Words words) {
    return place
        .of("/upgrades/%s/messages/live".formatted(upgrade.id()))
        .orElseGet(() -> words.word("beat.page"));
  }

  /** Where the plan of messages is. */
  String plan(Upgrade upgrade, Words words) {
    return place
        .of("/upgrades/%s/messages".formatted(upgrade.id()))
        .orElseGet(() -> words.word("beat.page"));
  }

  private ZoneId zone(Upgrade upgrade, MessagePlan plan) {
    return plan.terms().zone().orElseGet(() -> windows.zone(upgrade));
  }
}
