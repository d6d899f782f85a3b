package dev.evenkeel.server.comms.rule;

import dev.evenkeel.estate.Document;
import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.estate.Estate;
import dev.evenkeel.estate.Person;
import dev.evenkeel.estate.Team;
import dev.evenkeel.server.comms.AddressBook;
import dev.evenkeel.server.comms.Channel;
import dev.evenkeel.server.comms.ChannelBook;
import dev.evenkeel.server.comms.ChannelKind;
import dev.evenkeel.server.comms.draft.AudienceClass;
import dev.evenkeel.server.comms.draft.Language;
import dev.evenkeel.server.comms.remind.Readers;
import dev.evenkeel.server.inventory.EstateBook;
import dev.evenkeel.server.people.Stakeholding;
import dev.evenkeel.server.people.TeamBook;
import dev.evenkeel.server.people.TeamRole;
import dev.evenkeel.server.people.TeamState;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.tasks.Owner;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Finds by which channels and addresses people are told. */
@Component
public class Recipients {
  static final String CHANNEL = "channel:";
  static final String STAKEHOLDERS = "role:stakeholders";
  static final String TEAM = "role:upgrade-team";

  /** What a rule that starts a run is about. */
  public static final String READY_RUN = "run:ready";

  private static final Set<String> OF_STAKEHOLDERS =
      Set.of(
          "stakeholders",
          AudienceClass.USERS.word(),
          AudienceClass.SUPPORT.word(),
          AudienceClass.MANAGEMENT.word());

  private final TeamBook teams;
  private final AddressBook addresses;
  private final EstateBook estate;
  private final ChannelBook channels;
  private final Readers readers;

  Recipients(
      TeamBook teams,
      AddressBook addresses,
      EstateBook estate,
      ChannelBook channels,
      Readers readers) {
    this.addresses = addresses;
    this.readers = readers;
    this.teams = teams;
    this.estate = estate;
    this.channels = channels;
  }

  /**
   * A channel, or a person by e-mail.
   *
   * @param name for people
   */
  record Reach(
      String name,
      Optional<String> channel,
      Optional<String> address,
      AudienceClass detail,
      Language language) {}

  /**
   * Whom a message reaches.
   *
   * @param missed people of whom no address is known
   */
  record Reached(List<Reach> all, List<String> missed) {
    Reached {
      Set<Optional<String>> ways = new HashSet<>();
      all = all.stream().filter(one -> ways.add(one.channel().or(one::address))).toList();
      missed = missed.stream().distinct().toList();
    }
  }

  /** What a rule may be addressed to, in the order of a form; each with its words. */
  public Map<String, String> choices() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put(STAKEHOLDERS, words(STAKEHOLDERS));
    all.put(TEAM, words(TEAM));
    for (TeamRole role : TeamRole.values()) {
      all.put("role:" + role.word(), words("role:" + role.word()));
    }
    estate.estate().all(EntryKind.TEAM).keySet().stream()
        .map(name -> "team:" + name)
        .forEach(one -> all.put(one, words(one)));
    channels.all().forEach(one -> all.put(CHANNEL + one.name(), words(CHANNEL + one.name())));
    return all;
  }

  /** To whom, for people. */
  public static String words(String to) {
    if (to.equals(READY_RUN)) {
      return "the one that is ready for the upgrade";
    }
    if (to.startsWith(CHANNEL)) {
      return "channel " + to.substring(CHANNEL.length());
    }
    return switch (to) {
      case STAKEHOLDERS -> "the stakeholders";
      case TEAM -> "the team of the upgrade";
      default ->
          Owner.parse(to)
              .map(one -> one.kind() == Owner.Kind.ROLE ? "the " + one.words() : one.words())
              .orElse(to);
    };
  }

  Optional<Channel> channel(String to) {
    return to.startsWith(CHANNEL)
        ? channels.find(to.substring(CHANNEL.length()))
        : Optional.empty();
  }

  public boolean isWebhook(String to) {
    return channel(to).filter(one -> one.kind() == ChannelKind.WEBHOOK).isPresent();
  }

  /** Whether it may be somebody's task. */
  public boolean mayHaveDuties(String to) {
    return !to.startsWith(CHANNEL) && !to.equals(STAKEHOLDERS) && !to.equals(TEAM);
  }

  /**
   * @param alert whether whoever decides on going back is told, too
   */
  Reached of(String to, Optional<UpgradeId> upgrade, boolean alert) {
    List<Reach> all = new ArrayList<>();
    List<String> missed = new ArrayList<>();
    Estate known = estate.estate();
    Optional<TeamState> state = upgrade.map(teams::of);
    AudienceClass usual =
        alert || to.equals(TEAM) ? AudienceClass.TECHNICAL : AudienceClass.SUPPORT;
    if (to.startsWith(CHANNEL)) {
      channel(to)
          .ifPresentOrElse(
              one ->
                  all.add(
                      reach(one, alert ? Optional.of(AudienceClass.TECHNICAL) : Optional.empty())),
              () -> missed.add(words(to)));
    } else if (to.equals(STAKEHOLDERS)) {
      channels.all().stream()
          .filter(one -> OF_STAKEHOLDERS.contains(label(one)))
          .forEach(one -> all.add(reach(one, Optional.empty())));
      state.ifPresent(it ->
          it.stakeholders().forEach(one -> add(contact(one), one.title(), usual, all, missed)));
    } else if (to.equals(TEAM)) {
      channels.all().stream()
          .filter(one -> label(one).equals(AudienceClass.TECHNICAL.word()))
          .forEach(one -> all.add(reach(one, Optional.empty())));
      state.ifPresent(it ->
          it.team().people().forEach(name -> add(addresses.of(name), name, usual, all, missed)));
    } else {
      Owner owner = Owner.parse(to).orElseThrow();
      switch (owner.kind()) {
        case PERSON -> add(addresses.of(owner.name()), owner.name(), usual, all, missed);
        case TEAM -> team(owner.name(), known, usual, all, missed);
        case ROLE -> {
          Optional<String> person =
              state.flatMap(it ->
                  it.team().members().stream()
                      .filter(one -> one.role().word().equals(owner.name()))
                      .map(one -> one.person())
                      .findFirst());
          person.ifPresentOrElse(
              name -> add(addresses.of(name), name, usual, all, missed),
              () -> missed.add("the " + owner.words() + ", whom nobody has named"));
        }
      }
    }
    if (alert) {
      state
          .flatMap(TeamState::decides)
          .ifPresent(name -> add(addresses.of(name), name, usual, all, missed));
    }
    return new Reached(all, missed);
  }

  private void add(
      Optional<String> address,
      String name,
      AudienceClass detail,
      List<Reach> all,
      List<String> missed) {
    address.ifPresentOrElse(
        it ->
            all.add(
                new Reach(
                    name, Optional.empty(), Optional.of(it), detail, readers.of(name).language())),
        () -> missed.add(name));
  }

  private void team(
      String name, Estate known, AudienceClass detail, List<Reach> all, List<String> missed) {
    Optional<String> own =
        known
            .find(new Document.Key(EntryKind.TEAM, name))
            .flatMap(found -> ((Team) found.entry()).email());
    if (own.isPresent()) {
      add(own, name, detail, all, missed);
      return;
    }
    List<Person> people =
        addresses.people().values().stream()
            .filter(one -> one.team().equals(Optional.of(name)))
            .toList();
    people.forEach(one -> add(one.email(), one.name(), detail, all, missed));
    if (people.isEmpty()) {
      missed.add("team " + name);
    }
  }

  /** Who is written for as a contact: a person, or an address. */
  private Optional<String> contact(Stakeholding one) {
    return one.contact()
        .flatMap(it -> it.matches("[^\\s@,<>]+@[^\\s@,<>]+") ? Optional.of(it) : addresses.of(it))
        .or(() -> addresses.of(one.name()));
  }

  private static Reach reach(Channel channel, Optional<AudienceClass> detail) {
    return new Reach(
        words(CHANNEL + channel.name()),
        Optional.of(channel.name()),
        Optional.empty(),
        detail.orElseGet(() ->
            Arrays.stream(AudienceClass.values())
                .filter(one -> one.word().equals(label(channel)))
                .findFirst()
                .orElse(AudienceClass.SUPPORT)),
        Language.of(channel.terms().language()));
  }

  private static String label(Channel channel) {
    return channel.terms().audience().strip().toLowerCase(java.util.Locale.ROOT);
  }
}
