package dev.evenkeel.server.people.web;

import dev.evenkeel.estate.Stakeholder.Engagement;
import dev.evenkeel.estate.Stakeholder.StakeholderClass;
import dev.evenkeel.server.people.Duties;
import dev.evenkeel.server.people.Duties.Duty;
import dev.evenkeel.server.people.Escalation;
import dev.evenkeel.server.people.KickOff;
import dev.evenkeel.server.people.Letter;
import dev.evenkeel.server.people.Part;
import dev.evenkeel.server.people.Stakes;
import dev.evenkeel.server.people.Team;
import dev.evenkeel.server.people.TeamBook;
import dev.evenkeel.server.people.TeamRole;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.shared.Typed;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Reads what people and programs write down of the people of an upgrade. */
@Component
class PartForms {
  private static final int LINE = 200;
  private static final int TEXT = 2_000;
  private static final int LONGEST_MEETING = 600;
  private static final int A_DAY = 1_440;
  private static final Pattern PERSON =
      Pattern.compile("[a-z0-9]([a-z0-9._@+~-]{0,198}[a-z0-9+])?");
  private final TeamBook book;

  PartForms(TeamBook book) {
    this.book = book;
  }

  @SuppressWarnings("unchecked")
  <T> T read(Typed typed, UpgradeId id, Part<T> part) {
    return (T)
        switch (part.path()) {
          case "stakeholders" -> stakes(typed);
          case "team" -> team(typed);
          case "duties" -> duties(typed);
          case "kick-off" -> kickOff(typed, id);
          case "escalation" -> escalation(typed, book.sheet(id, Part.TEAM).sheet());
          default -> throw new IllegalStateException(part.path());
        };
  }

  private static Stakes stakes(Typed typed) {
    List<Stakes.Stake> rows = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (int row = 0; row < typed.rows("rows"); row++) {
      String at = "rows[%d].".formatted(row);
      // A choice alone is no row: the form has one in each.
      if (typed.text(at + "name").isEmpty()
          && typed.text(at + "uses").isEmpty()
          && typed.text(at + "affected").isEmpty()
          && typed.text(at + "contact").isEmpty()) {
        typed.passes(at + "who", at + "engagement");
        continue;
      }
      String name = typed.needed(at + "name", LINE, "Say who they are.");
      if (!name.isEmpty() && !names.add(name)) {
        typed.wrong(at + "name", "There are two of this name. Give one another.");
      }
      rows.add(
          new Stakes.Stake(
              name,
              typed.choice(at + "who", StakeholderClass.class).orElse(StakeholderClass.END_USERS),
              typed.words(at + "contact", LINE),
              typed.words(at + "uses", TEXT),
              typed.words(at + "affected", TEXT),
              typed.choice(at + "engagement", Engagement.class).orElse(Engagement.INFORM)));
    }
    return new Stakes(rows);
  }

  private static Team team(Typed typed) {
    List<Team.Member> members = new ArrayList<>();
    Set<TeamRole> taken = EnumSet.noneOf(TeamRole.class);
    for (int row = 0; row < typed.rows("members"); row++) {
      String at = "members[%d].".formatted(row);
      Optional<TeamRole> role = typed.choice(at + "role", TeamRole.class);
      Optional<String> person = person(typed, at + "person");
      Optional<String> standIn = person(typed, at + "standIn");
      if (person.isEmpty()) {
        if (standIn.isPresent()) {
          typed.wrong(at + "person", "Somebody stands in for nobody. Name the person first.");
        }
        continue;
      }
      if (role.isEmpty()) {
        if (typed.says(at + "role").isEmpty()) {
          typed.wrong(at + "role", "Say what the person does in the team.");
        }
        continue;
      }
      if (!taken.add(role.get())) {
        typed.wrong(
            at + "role",
            "%s is there twice. A part has one person, and one who stands in."
                .formatted(role.get().title()));
      }
      if (standIn.equals(person)) {
        typed.wrong(at + "standIn", "Nobody stands in for themselves. Name somebody else.");
      }
      members.add(new Team.Member(role.get(), person.get(), standIn));
    }
    return new Team(members);
  }

  private static Optional<String> person(Typed typed, String path) {
    Optional<String> name = typed.words(path, LINE);
    if (name.isPresent() && !PERSON.matcher(name.get()).matches()) {
      typed.wrong(
          path,
          "'%s' is no name of a person: small letters, digits and . _ @ + ~ -, as people sign in. Name one."
              .formatted(name.get()));
      return Optional.empty();
    }
    return name;
  }

  private static Duties duties(Typed typed) {
    List<Duty> rows = new ArrayList<>();
    Set<String> tasks = new HashSet<>();
    for (int row = 0; row < typed.rows("rows"); row++) {
      String at = "rows[%d].".formatted(row);
      if (!typed.has("rows[%d]".formatted(row))) {
        continue;
      }
      String task = typed.needed(at + "task", LINE, "Name it, or clear the row.");
      Map<TeamRole, Letter> letters = new EnumMap<>(TeamRole.class);
      for (TeamRole role : TeamRole.values()) {
        typed
            .choice(at + "letters." + role.name(), Letter.class)
            .ifPresent(letter -> letters.put(role, letter));
      }
      if (!task.isEmpty() && !tasks.add(task)) {
        typed.wrong(at + "task", "There are two of this name. Give one another.");
      }
      Duty duty = new Duty(task, letters);
      if (!task.isEmpty()) {
        duty.fault().ifPresent(fault -> typed.wrong(at + "task", fault));
      }
      rows.add(duty);
    }
    if (rows.isEmpty()) {
      typed.wrong(
          "rows",
          "There is no task in the chart. Name at least one, and give somebody an A for it.");
    }
    return new Duties(rows);
  }

  private KickOff kickOff(Typed typed, UpgradeId id) {
    var day = typed.day("day");
    // One that was held already keeps its day.
    if (day.isPresent()
        && day.get().isBefore(book.firstDay())
        && !day.equals(book.kickOff(id).day())) {
      typed.wrong(
          "day",
          "%s is over already. Give the kick-off a day that lies ahead.".formatted(day.get()));
    }
    Optional<String> time = typed.words("time", LINE);
    time.ifPresent(text -> {
      try {
        LocalTime.parse(text);
      } catch (DateTimeException none) {
        typed.wrong("time", "'%s' is no time of the day. Write it as 14:00.".formatted(text));
      }
    });
    Optional<String> zone = typed.words("zone", LINE);
    zone.ifPresent(text -> {
      try {
        ZoneId.of(text);
      } catch (DateTimeException none) {
        typed.wrong(
            "zone", "'%s' is no time zone. Write it as Europe/Berlin or UTC.".formatted(text));
      }
    });
    if (day.isPresent() && time.isEmpty()) {
      typed.wrong("time", "It has a day and no time. Say when it begins, such as 14:00.");
    }
    List<String> agenda = new ArrayList<>();
    for (int row = 0; row < typed.rows("agenda"); row++) {
      typed.words("agenda[%d]".formatted(row), LINE).ifPresent(agenda::add);
    }
    return new KickOff(
        day,
        time,
        zone,
        typed.whole("minutes", 5, LONGEST_MEETING),
        typed.words("place", LINE),
        agenda);
  }

  private Escalation escalation(Typed typed, Team team) {
    List<Escalation.Level> levels = new ArrayList<>();
    int before = -1;
    for (int row = 0; row < typed.rows("levels"); row++) {
      String at = "levels[%d].".formatted(row);
      if (!typed.has("levels[%d]".formatted(row))) {
        continue;
      }
      Optional<String> person = person(typed, at + "person");
      if (person.isEmpty() && typed.says(at + "person").isEmpty()) {
        typed.wrong(at + "person", "This is missing. Say who is called.");
      }
      Optional<Integer> after = typed.whole(at + "after", 0, A_DAY);
      if (after.isEmpty() && typed.says(at + "after").isEmpty()) {
        typed.wrong(at + "after", "Say after how many minutes; 0 for at once.");
      }
      if (after.isPresent() && after.get() <= before) {
        typed.wrong(
            at + "after",
            "It is %d minutes, and the one before it %d. Each is called later than the one before."
                .formatted(after.get(), before));
      }
      before = after.orElse(before);
      Optional<String> reach = typed.words(at + "reach", LINE);
      if (person.isPresent() && after.isPresent()) {
        levels.add(new Escalation.Level(person.get(), after.get(), reach));
      }
    }
    Optional<String> authority = person(typed, "authority");
    Optional<String> why = typed.words("why", TEXT);
    authority.ifPresent(name -> {
      book.person(name)
          .flatMap(person -> person.role())
          .filter(Escalation::isBeginner)
          .ifPresent(role ->
              typed.wrong(
                  "authority",
                  "%s is %s. Whether to go back is decided by somebody who can answer for it: the sponsor, or a manager."
                      .formatted(name, role)));
      boolean sponsor =
          team.in(TeamRole.BUSINESS_SPONSOR).map(Team.Member::person).equals(Optional.of(name));
      if (!sponsor && why.isEmpty()) {
        typed.wrong("why", "It is not the business sponsor who decides. Say why.");
      }
    });
    return new Escalation(levels, authority, why);
  }
}
