package dev.evenkeel.server.schedule.web;

import dev.evenkeel.calendar.Span;
import dev.evenkeel.calendar.WrittenTime;
import dev.evenkeel.estate.Document;
import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.estate.Estate;
import dev.evenkeel.estate.EstateCalendar;
import dev.evenkeel.estate.EstateSystem;
import dev.evenkeel.estate.Holidays;
import dev.evenkeel.estate.Team;
import dev.evenkeel.server.inventory.EstateBook;
import dev.evenkeel.server.inventory.Snapshot;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeBook;
import dev.evenkeel.server.schedule.PlacedWork;
import dev.evenkeel.server.schedule.web.year.Mark;
import dev.evenkeel.server.schedule.web.year.Sight;
import dev.evenkeel.server.shared.Refused;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What years look like; kept while the estate stays as it is, since a large one is long to count.
 */
@Component
class Sights {
  private static final int KEPT = 16;

  private final EstateBook estate;
  private final UpgradeBook upgrades;
  private final List<PlacedWork> placed;
  private final Map<Key, Sight> kept =
      new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Sight> eldest) {
          return size() > KEPT;
        }
      };

  private record Key(long change, Sight.Wanted wanted, YearMonth first, Optional<ZoneId> zone) {}

  record Seen(Estate estate, Sight sight) {}

  Sights(EstateBook estate, UpgradeBook upgrades, ObjectProvider<PlacedWork> placed) {
    this.estate = estate;
    this.upgrades = upgrades;
    this.placed = placed.orderedStream().toList();
  }

  /** Whether the estate they are made of is large and still being read, after a start. */
  boolean areAwaited() {
    return estate.isBeingRead();
  }

  /**
   * @throws Refused when the team, the system or the zone is not there
   */
  Seen see(Sight.Wanted wanted, YearMonth first, String zone) {
    Snapshot snapshot = estate.snapshot();
    wanted.team().ifPresent(name -> there(snapshot.estate(), EntryKind.TEAM, name, "team"));
    wanted.system().ifPresent(name -> there(snapshot.estate(), EntryKind.SYSTEM, name, "system"));
    Key key = new Key(snapshot.change(), wanted, first, zone(zone));
    synchronized (kept) {
      Sight known = kept.get(key);
      if (known != null) {
        return new Seen(snapshot.estate(), known);
      }
    }
    Sight made = Sight.of(snapshot.estate(), snapshot.map(), wanted, first, key.zone());
    synchronized (kept) {
      kept.put(key, made);
    }
    return new Seen(snapshot.estate(), made);
  }

  private static void there(Estate estate, EntryKind kind, String name, String word) {
    if (estate.find(new Document.Key(kind, name)).isEmpty()) {
      throw new Refused(
          Refused.Kind.NOT_FOUND,
          "There is no %s '%s' in the estate. Choose another, or leave it empty for all."
              .formatted(word, name));
    }
  }

  private static Optional<ZoneId> zone(String zone) {
    String name = zone.strip();
    if (name.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        WrittenTime.zone(name)
            .orElseThrow(() ->
                new Refused(
                    Refused.Kind.INVALID,
                    "There is no time zone '%s'. Write one such as Europe/Berlin."
                        .formatted(name))));
  }

  /** Upgrades of the systems that are looked at, where they stand. */
  List<Mark> marks(Sight.Wanted wanted, Sight sight) {
    List<Mark> marks = new ArrayList<>();
    Estate now = estate.estate();
    Set<String> withTime = new HashSet<>();
    for (PlacedWork source : placed) {
      for (PlacedWork.Placed one : source.within(range(sight))) {
        if (isWanted(wanted, now, List.copyOf(one.systems()))) {
          withTime.add(one.path());
          marks.add(
              new Mark(
                  one.path(),
                  one.what(),
                  one.when().from().atZone(sight.zone()).toLocalDate(),
                  List.copyOf(one.systems()),
                  Optional.of(one.when().from()),
                  Optional.of(one.when().to())));
        }
      }
    }
    for (Upgrade upgrade : upgrades.open()) {
      String path = "/upgrades/" + upgrade.id();
      if (!withTime.contains(path) && isWanted(wanted, now, upgrade.terms().systems())) {
        upgrade
            .terms()
            .goLive()
            .filter(sight::has)
            .ifPresent(day ->
                marks.add(
                    new Mark(
                        path,
                        upgrade.terms().title(),
                        day,
                        upgrade.terms().systems(),
                        Optional.empty(),
                        Optional.empty())));
      }
    }
    return marks;
  }

  private static Span range(Sight sight) {
    return new Span(
        sight.day(sight.first().atDay(1)).from(), sight.day(sight.end().minusDays(1)).to());
  }

  private static boolean isWanted(Sight.Wanted wanted, Estate estate, List<String> systems) {
    return wanted.system().map(systems::contains).orElse(true)
        && (wanted.team().isEmpty()
            || systems.stream()
                .flatMap(name -> estate.system(name).stream())
                .anyMatch(system -> system.team().equals(wanted.team())));
  }

  /** Holidays of the teams that are looked at, and of calendars; with whose they are. */
  static Map<LocalDate, List<String>> holidays(Estate estate, Sight sight) {
    Map<LocalDate, List<String>> days = new TreeMap<>();
    Stream<String> ofTeams =
        sight.teams().stream().flatMap(name -> team(estate, name).flatMap(Team::holidays).stream());
    Stream<String> ofCalendars =
        calendars(estate, sight.teams()).stream()
            .flatMap(name -> calendar(estate, name).flatMap(EstateCalendar::holidays).stream());
    Stream.concat(ofTeams, ofCalendars)
        .distinct()
        .sorted()
        .flatMap(name -> estate.find(new Document.Key(EntryKind.HOLIDAYS, name)).stream())
        .map(document -> (Holidays) document.entry())
        .forEach(holidays ->
            holidays.days().stream()
                .filter(one -> sight.has(one.day()))
                .forEach(one ->
                    days.computeIfAbsent(one.day(), day -> new ArrayList<>())
                        .add(
                            "%s (%s)"
                                .formatted(one.title().orElse("day off"), holidays.shownAs()))));
    return days;
  }

  private static List<String> calendars(Estate estate, Iterable<String> teams) {
    List<String> calendars = new ArrayList<>();
    teams.forEach(name -> team(estate, name).flatMap(Team::calendar).ifPresent(calendars::add));
    return calendars;
  }

  /** Calendars that count for what is looked at; all of them where that is everything. */
  static List<String> calendars(Estate estate, Sight.Wanted wanted) {
    Optional<EstateSystem> system = wanted.system().flatMap(estate::system);
    if (system.isPresent()) {
      return estate.calendarOf(system.get()).stream().toList();
    }
    if (wanted.team().isPresent()) {
      return Stream.concat(
              calendars(estate, wanted.team().stream().toList()).stream(),
              estate.all(EntryKind.SYSTEM).values().stream()
                  .map(document -> (EstateSystem) document.entry())
                  .filter(one -> one.team().equals(wanted.team()))
                  .flatMap(one -> one.calendar().stream()))
          .distinct()
          .sorted()
          .toList();
    }
    return List.copyOf(estate.all(EntryKind.CALENDAR).keySet());
  }

  private static Optional<Team> team(Estate estate, String name) {
    return estate
        .find(new Document.Key(EntryKind.TEAM, name))
        .map(document -> (Team) document.entry());
  }

  private static Optional<EstateCalendar> calendar(Estate estate, String name) {
    return estate
        .find(new Document.Key(EntryKind.CALENDAR, name))
        .map(document -> (EstateCalendar) document.entry());
  }
}
