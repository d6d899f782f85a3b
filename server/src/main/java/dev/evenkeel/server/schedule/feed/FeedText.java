package dev.evenkeel.server.schedule.feed;

import dev.evenkeel.calendar.CalendarUnfit;
import dev.evenkeel.calendar.Span;
import dev.evenkeel.calendar.ical.CalendarFeed;
import dev.evenkeel.estate.Document;
import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.estate.Estate;
import dev.evenkeel.estate.EstateCalendar;
import dev.evenkeel.estate.EstateFreeze;
import dev.evenkeel.estate.EstateSystem;
import dev.evenkeel.estate.WallTimes;
import dev.evenkeel.estate.times.FreezeCover;
import dev.evenkeel.server.inventory.EstateBook;
import dev.evenkeel.server.inventory.Snapshot;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeBook;
import dev.evenkeel.server.schedule.PlacedWork;
import dev.evenkeel.server.shared.Installation;
import dev.evenkeel.server.shared.Refused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What a team or a system has in its calendar: windows, freezes, go-lives, work that is placed. */
@Component
class FeedText {
  private static final Duration BACK = Duration.ofDays(30);
  private static final Duration AHEAD = Duration.ofDays(366);
  private static final int MOST = 5_000;
  private static final ZoneId UTC = ZoneId.of("UTC");

  private final EstateBook book;
  private final UpgradeBook upgrades;
  private final List<PlacedWork> placed;
  private final Installation installation;
  private final Clock clock;

  FeedText(
      EstateBook book,
      UpgradeBook upgrades,
      ObjectProvider<PlacedWork> placed,
      Installation installation,
      Clock clock) {
    this.installation = installation;
    this.book = book;
    this.upgrades = upgrades;
    this.placed = placed.orderedStream().toList();
    this.clock = clock;
  }

  /**
   * @param kind {@code teams} or {@code systems}
   * @param stamp when it was last changed; the same stamp and estate give the same text
   * @param here the address of this server, so that an event leads to its upgrade
   */
  String of(String kind, String name, Instant stamp, String here) {
    Snapshot snapshot = book.snapshot();
    Map<String, EstateSystem> systems = systems(kind, name, snapshot.estate());
    Span range = new Span(clock.instant().minus(BACK), clock.instant().plus(AHEAD));
    List<CalendarFeed.Entry> entries = new ArrayList<>();
    windows(snapshot.estate(), systems, range, stamp, entries);
    freezes(snapshot, systems, range, stamp, entries);
    Set<String> timed = new HashSet<>();
    for (PlacedWork source : placed) {
      for (PlacedWork.Placed one : source.within(range)) {
        if (one.systems().stream().anyMatch(systems::containsKey)) {
          timed.add(one.path());
          entries.add(
              entry("placed " + one.path(), stamp, one.when(), one.what(), here + one.path()));
        }
      }
    }
    goLives(systems, range, stamp, timed, here, entries);
    entries.sort(
        Comparator.comparing((CalendarFeed.Entry one) -> one.when().from())
            .thenComparing(CalendarFeed.Entry::uid));
    return CalendarFeed.written(
        "Evenkeel: " + name, entries.subList(0, Math.min(MOST, entries.size())));
  }

  /**
   * @throws Refused when it is not in the estate
   */
  static Map<String, EstateSystem> systems(String kind, String name, Estate estate) {
    Map<String, EstateSystem> systems = new LinkedHashMap<>();
    boolean team = kind.equals("teams");
    EntryKind of = team ? EntryKind.TEAM : EntryKind.SYSTEM;
    if (estate.find(new Document.Key(of, name)).isEmpty()) {
      throw new Refused(
          Refused.Kind.NOT_FOUND, "There is no %s %s in the estate.".formatted(of.word(), name));
    }
    estate.all(EntryKind.SYSTEM).values().stream()
        .map(document -> (EstateSystem) document.entry())
        .filter(system ->
            team ? system.team().filter(name::equals).isPresent() : system.name().equals(name))
        .forEach(system -> systems.put(system.name(), system));
    return systems;
  }

  private void windows(
      Estate estate,
      Map<String, EstateSystem> systems,
      Span range,
      Instant stamp,
      List<CalendarFeed.Entry> entries) {
    record Use(String calendar, ZoneId zone) {}
    Map<Use, Set<String>> uses = new LinkedHashMap<>();
    for (EstateSystem system : systems.values()) {
      Optional<String> calendar = estate.calendarOf(system);
      // by the clock that counts: an event that stood twice under one name would be shown once
      calendar.ifPresent(named ->
          uses.computeIfAbsent(
                  new Use(
                      named,
                      estate
                          .find(new Document.Key(EntryKind.CALENDAR, named))
                          .flatMap(document -> ((EstateCalendar) document.entry()).timeZone())
                          .or(system::timeZone)
                          .orElse(UTC)),
                  use -> new TreeSet<>())
              .add(system.name()));
    }
    uses.forEach((use, names) ->
        estate
            .find(new Document.Key(EntryKind.CALENDAR, use.calendar()))
            .map(document -> (EstateCalendar) document.entry())
            .ifPresent(calendar -> {
              ZoneId zone = use.zone();
              for (int i = 0; i < calendar.windows().size(); i++) {
                var window = calendar.windows().get(i);
                String title =
                    "Window%s: %s"
                        .formatted(window.name().map(" "::concat).orElse(""), calendar.shownAs());
                for (Span span : spans(window, zone, range)) {
                  entries.add(
                      entry(
                          "window %s %s %d".formatted(use.calendar(), zone, i),
                          stamp,
                          span,
                          title,
                          "Change is allowed: " + shortened(names)));
                }
              }
            }));
  }

  private void freezes(
      Snapshot snapshot,
      Map<String, EstateSystem> systems,
      Span range,
      Instant stamp,
      List<CalendarFeed.Entry> entries) {
    var cover = new FreezeCover(snapshot.estate(), snapshot::map);
    for (Document document : snapshot.estate().all(EntryKind.FREEZE).values()) {
      EstateFreeze freeze = (EstateFreeze) document.entry();
      Map<ZoneId, Set<String>> covered =
          systems.values().stream()
              .filter(system -> cover.covers(freeze, system.name()))
              .collect(
                  Collectors.groupingBy(
                      system -> freeze.when().timeZone().or(system::timeZone).orElse(UTC),
                      LinkedHashMap::new,
                      Collectors.mapping(
                          EstateSystem::name, Collectors.toCollection(TreeSet::new))));
      covered.forEach((zone, names) -> {
        for (Span span : spans(freeze.when(), zone, range)) {
          entries.add(
              entry(
                  "freeze %s %s".formatted(freeze.name(), zone),
                  stamp,
                  span,
                  "Freeze: " + freeze.shownAs(),
                  "%s Owner: %s. No change of %s."
                      .formatted(freeze.reason(), freeze.owner(), shortened(names))));
        }
      });
    }
  }

  /** Days without a time of their own yet; what has one stands there already. */
  private void goLives(
      Map<String, EstateSystem> systems,
      Span range,
      Instant stamp,
      Set<String> timed,
      String here,
      List<CalendarFeed.Entry> entries) {
    for (Upgrade upgrade : upgrades.open()) {
      String path = "/upgrades/" + upgrade.id();
      Optional<EstateSystem> one =
          upgrade.terms().systems().stream()
              .filter(systems::containsKey)
              .map(systems::get)
              .findFirst();
      if (one.isPresent() && upgrade.terms().goLive().isPresent() && !timed.contains(path)) {
        ZoneId zone = one.get().timeZone().orElse(UTC);
        var day = upgrade.terms().goLive().get();
        Span span =
            new Span(
                day.atStartOfDay(zone).toInstant(), day.plusDays(1).atStartOfDay(zone).toInstant());
        if (span.meets(range)) {
          // without the time in its name, so that a calendar program moves it
          entries.add(
              new CalendarFeed.Entry(
                  installation.uid("go-live-" + upgrade.id()),
                  stamp,
                  span,
                  "Go-live: " + upgrade.terms().title(),
                  "%s %s".formatted(upgrade.terms().why(), here + path)));
        }
      }
    }
  }

  private CalendarFeed.Entry entry(
      String what, Instant stamp, Span span, String title, String more) {
    String uid =
        installation.uid(
            "%s-%d"
                .formatted(what.replaceAll("[^A-Za-z0-9_.-]+", "-"), span.from().getEpochSecond()));
    return new CalendarFeed.Entry(uid, stamp, span, title, more);
  }

  private static List<Span> spans(WallTimes times, ZoneId zone, Span range) {
    try {
      return times.in(zone).expand("times", range).spans();
    } catch (CalendarUnfit tooMuch) {
      return List.of();
    }
  }

  private static String shortened(Set<String> names) {
    return names.size() <= 10
        ? String.join(", ", names)
        : names.stream().limit(10).collect(Collectors.joining(", "))
            + " and %d more".formatted(names.size() - 10);
  }
}
