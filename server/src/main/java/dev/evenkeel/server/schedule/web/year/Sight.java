package dev.evenkeel.server.schedule.web.year;

import dev.evenkeel.calendar.CalendarUnfit;
import dev.evenkeel.calendar.Span;
import dev.evenkeel.calendar.Spans;
import dev.evenkeel.estate.Criticality;
import dev.evenkeel.estate.Document;
import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.estate.Estate;
import dev.evenkeel.estate.EstateFreeze;
import dev.evenkeel.estate.EstateFreeze.FreezeScope;
import dev.evenkeel.estate.EstateSystem;
import dev.evenkeel.estate.map.EstateMap;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is known of twelve months for some systems: how busy they are, when they are frozen, who is
 * on call. Made of the estate alone, so that it can be kept until that changes.
 *
 * @param first of the months
 * @param systems how many are looked at
 * @param teams whose they are
 */
public record Sight(
    YearMonth first,
    ZoneId zone,
    int systems,
    Set<String> teams,
    Bustle bustle,
    List<Bustle.Quiet> quiet,
    List<Frozen> freezes,
    List<OnCall> onCall) {

  /** What is looked at: all systems, those of a team, or one. */
  public record Wanted(Optional<String> team, Optional<String> system) {
    public static final Wanted ALL = new Wanted(Optional.empty(), Optional.empty());

    boolean has(EstateSystem one) {
      return team.isEmpty() || one.team().equals(team);
    }
  }

  private record Rated(EstateSystem system, Criticality criticality) {}

  /**
   * @param zone whose days are counted; the one that most of the systems name when empty
   */
  public static Sight of(
      Estate estate, EstateMap map, Wanted wanted, YearMonth first, Optional<ZoneId> zone) {
    Bustle bustle = new Bustle();
    Map<ZoneId, Integer> zones = new HashMap<>();
    Set<String> teams = new HashSet<>();
    List<Rated> systems = new ArrayList<>();
    Stream<Document> documents =
        wanted
            .system()
            .map(name -> estate.find(new Document.Key(EntryKind.SYSTEM, name)).stream())
            .orElseGet(() -> estate.all(EntryKind.SYSTEM).values().stream());
    documents
        .map(document -> (EstateSystem) document.entry())
        .filter(wanted::has)
        .forEach(system -> {
          Criticality criticality = criticality(map, system);
          bustle.add(system, criticality);
          system.timeZone().ifPresent(where -> zones.merge(where, 1, Integer::sum));
          system.team().ifPresent(teams::add);
          systems.add(new Rated(system, criticality));
        });
    ZoneId counted = zone.orElseGet(() -> most(zones));
    LocalDate begin = first.atDay(1);
    LocalDate end = begin.plusYears(1);
    Span range =
        new Span(begin.atStartOfDay(counted).toInstant(), end.atStartOfDay(counted).toInstant());
    return new Sight(
        first,
        counted,
        systems.size(),
        teams,
        bustle,
        begin.datesUntil(end).map(day -> bustle.quietest(day, counted)).toList(),
        freezes(estate, systems, counted, range),
        OnCall.in(estate, teams::contains, range));
  }

  private static ZoneId most(Map<ZoneId, Integer> zones) {
    return zones.entrySet().stream()
        .max(
            Map.Entry.<ZoneId, Integer>comparingByValue()
                .thenComparing(entry -> entry.getKey().getId()))
        .map(Map.Entry::getKey)
        .orElse(ZoneId.of("UTC"));
  }

  private static Criticality criticality(EstateMap map, EstateSystem system) {
    return map.find(new Document.Key(EntryKind.SYSTEM, system.name()))
        .map(node -> map.rating(node).criticality())
        .orElse(Criticality.GREEN);
  }

  private static List<Frozen> freezes(Estate estate, List<Rated> systems, ZoneId zone, Span range) {
    List<Frozen> all = new ArrayList<>();
    for (Document document : estate.all(EntryKind.FREEZE).values()) {
      EstateFreeze freeze = (EstateFreeze) document.entry();
      int covered = covered(freeze.scope(), systems);
      if (covered > 0 || systems.isEmpty() && freeze.scope().all()) {
        try {
          List<Span> spans =
              Spans.within(range, freeze.when().in(zone).expand("freeze", range).spans());
          if (!spans.isEmpty()) {
            all.add(
                new Frozen(
                    freeze, words(freeze.scope()), covered, covered == systems.size(), spans));
          }
        } catch (CalendarUnfit tooOften) {
          all.add(
              new Frozen(
                  freeze,
                  words(freeze.scope()) + "; too often to list, so taken as always",
                  covered,
                  covered == systems.size(),
                  List.of(range)));
        }
      }
    }
    return all;
  }

  private static int covered(FreezeScope scope, List<Rated> systems) {
    if (scope.all()) {
      return systems.size();
    }
    Set<String> names = Set.copyOf(scope.systems());
    Set<String> teams = Set.copyOf(scope.teams());
    Set<String> groups = Set.copyOf(scope.groups());
    Set<Criticality> levels = Set.copyOf(scope.criticalities());
    int covered = 0;
    for (Rated one : systems) {
      EstateSystem system = one.system();
      if (levels.contains(one.criticality())
          || names.contains(system.name())
          || !teams.isEmpty() && system.team().filter(teams::contains).isPresent()
          || !groups.isEmpty() && system.group().filter(groups::contains).isPresent()) {
        covered++;
      }
    }
    return covered;
  }

  private static String words(FreezeScope scope) {
    if (scope.all()) {
      return "all systems";
    }
    List<String> words = new ArrayList<>();
    scope
        .criticalities()
        .forEach(level -> words.add(level.name().toLowerCase(Locale.ROOT) + " systems"));
    scope.teams().forEach(team -> words.add("team " + team));
    scope.groups().forEach(group -> words.add("group " + group));
    words.addAll(scope.systems());
    return String.join(", ", words);
  }

  /** Whether a day is among those that are shown. */
  public boolean has(LocalDate day) {
    return !day.isBefore(first.atDay(1)) && day.isBefore(end());
  }

  /** The day after the last. */
  public LocalDate end() {
    return first.plusYears(1).atDay(1);
  }

  public Bustle.Quiet quiet(LocalDate day) {
    return quiet.get((int) ChronoUnit.DAYS.between(first.atDay(1), day));
  }

  public Span day(LocalDate day) {
    return new Span(
        day.atStartOfDay(zone).toInstant(), day.plusDays(1).atStartOfDay(zone).toInstant());
  }
}
