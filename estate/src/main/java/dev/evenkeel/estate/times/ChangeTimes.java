package dev.evenkeel.estate.times;

import dev.evenkeel.calendar.CalendarUnfit;
import dev.evenkeel.calendar.Freeze;
import dev.evenkeel.calendar.OpenTimes;
import dev.evenkeel.calendar.Reason;
import dev.evenkeel.calendar.Scope;
import dev.evenkeel.calendar.Span;
import dev.evenkeel.calendar.Spans;
import dev.evenkeel.estate.ChangeWindow;
import dev.evenkeel.estate.Document;
import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.estate.Estate;
import dev.evenkeel.estate.EstateCalendar;
import dev.evenkeel.estate.EstateFreeze;
import dev.evenkeel.estate.EstateSystem;
import dev.evenkeel.estate.Holidays;
import dev.evenkeel.estate.Team;
import dev.evenkeel.estate.map.EstateMap;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * When systems of an estate may be changed.
 *
 * <ol>
 *   <li>The system's calendar, else its team's, gives windows. Without one any time will do; one
 *       that is named and not there is closed, since nobody knows what it says.
 *   <li>On holidays of the team or the calendar a window is open only while somebody of the team is
 *       on call.
 *   <li>What a freeze covers is closed, whatever the windows say.
 * </ol>
 *
 * The clock is that of the window, else of its calendar, else of the system, else UTC.
 */
public final class ChangeTimes {
  private static final ZoneId UTC = ZoneId.of("UTC");

  private final Estate estate;
  private final Attendance attendance;
  private final FreezeCover cover;

  /**
   * @param map asked for only if a freeze covers systems by how critical they are
   */
  public ChangeTimes(Estate estate, Supplier<EstateMap> map) {
    this.estate = estate;
    this.attendance = new Attendance(estate);
    this.cover = new FreezeCover(estate, map);
  }

  /** When one system may be changed in a range, and why not at other times. */
  public OpenTimes of(String name, Span range) {
    Optional<EstateSystem> system = estate.system(name);
    Optional<Team> team = system.flatMap(EstateSystem::team).flatMap(this::team);
    ZoneId zone = system.flatMap(EstateSystem::timeZone).orElse(UTC);
    Optional<String> calendarName =
        system.flatMap(EstateSystem::calendar).or(() -> team.flatMap(Team::calendar));
    Optional<EstateCalendar> calendar = calendarName.flatMap(this::calendar);
    List<Reason> closed = new ArrayList<>();
    calendarName.ifPresent(named -> windows(named, calendar, zone, range, closed));
    ZoneId days = calendar.flatMap(EstateCalendar::timeZone).orElse(zone);
    holidays(system, team, calendar, days, range, closed);
    frozen(name, zone, range, closed);
    return openBut(closed, range);
  }

  /** When all of some systems may be changed, with the reasons of each. */
  public OpenTimes ofAll(Collection<String> names, Span range) {
    return openBut(
        names.stream().distinct().flatMap(name -> of(name, range).closed().stream()).toList(),
        range);
  }

  /** Freezes that meet a range, as a system in UTC has them. */
  public List<EstateFreeze> freezes() {
    return estate.all(EntryKind.FREEZE).values().stream()
        .map(document -> (EstateFreeze) document.entry())
        .toList();
  }

  private static OpenTimes openBut(Collection<Reason> reasons, Span range) {
    List<Reason> closed = new ArrayList<>(reasons);
    closed.sort(Comparator.comparing(reason -> reason.when().from()));
    return new OpenTimes(
        range, Spans.without(List.of(range), closed.stream().map(Reason::when).toList()), closed);
  }

  private static void windows(
      String named,
      Optional<EstateCalendar> calendar,
      ZoneId zone,
      Span range,
      List<Reason> closed) {
    if (calendar.isEmpty()) {
      closed.add(
          new Reason.Unknown(
              "calendar %s is not in the estate, so nobody knows when change is allowed; add it, or name another"
                  .formatted(named),
              range));
      return;
    }
    ZoneId usual = calendar.get().timeZone().orElse(zone);
    List<Span> open = new ArrayList<>();
    for (ChangeWindow window : calendar.get().windows()) {
      try {
        open.addAll(window.in(usual).expand("window", range).spans());
      } catch (CalendarUnfit tooMuch) {
        // closed: what cannot be listed opens nothing, and the others are still open
        continue;
      }
    }
    Spans.without(List.of(range), open).forEach(span -> closed.add(new Reason.Closed(named, span)));
  }

  private void holidays(
      Optional<EstateSystem> system,
      Optional<Team> team,
      Optional<EstateCalendar> calendar,
      ZoneId zone,
      Span range,
      List<Reason> closed) {
    List<Span> covered = null;
    for (Holidays.Holiday holiday : days(team, calendar)) {
      Span day =
          new Span(
              holiday.day().atStartOfDay(zone).toInstant(),
              holiday.day().plusDays(1).atStartOfDay(zone).toInstant());
      if (!day.meets(range)) {
        continue;
      }
      if (covered == null) {
        covered =
            system
                .flatMap(EstateSystem::team)
                .map(of -> attendance.onCall(of, range))
                .orElseGet(List::of);
      }
      String whom = system.flatMap(EstateSystem::team).map("team %s"::formatted).orElse("any team");
      String title = holiday.title().orElse("a holiday");
      for (Span bare : Spans.without(List.of(day.within(range)), covered)) {
        closed.add(new Reason.Uncovered(title, whom, bare));
      }
    }
  }

  private List<Holidays.Holiday> days(Optional<Team> team, Optional<EstateCalendar> calendar) {
    return Stream.of(team.flatMap(Team::holidays), calendar.flatMap(EstateCalendar::holidays))
        .flatMap(Optional::stream)
        .distinct()
        .flatMap(name -> estate.find(new Document.Key(EntryKind.HOLIDAYS, name)).stream())
        .flatMap(document -> ((Holidays) document.entry()).days().stream())
        .toList();
  }

  private void frozen(String name, ZoneId zone, Span range, List<Reason> closed) {
    for (EstateFreeze freeze : freezes()) {
      if (cover.covers(freeze, name)) {
        Freeze read = read(freeze, zone);
        try {
          Spans.within(range, read.when().expand("freeze", range).spans())
              .forEach(span -> closed.add(new Reason.Frozen(read, span)));
        } catch (CalendarUnfit tooMuch) {
          closed.add(
              new Reason.Unknown(
                  "freeze %s cannot be listed for so long a time; ask about a shorter one"
                      .formatted(freeze.name()),
                  range));
        }
      }
    }
  }

  /** As the calendar has it; of a document that is kept it always can be read. */
  static Freeze read(EstateFreeze freeze, ZoneId zone) {
    return new Freeze(
        freeze.name(),
        switch (freeze.type()) {
          case FREEZE -> Freeze.Kind.FREEZE;
          case CRITICAL_PERIOD -> Freeze.Kind.CRITICAL_PERIOD;
          case HOLIDAY -> Freeze.Kind.HOLIDAY;
        },
        new Scope(FreezeCover.words(freeze.scope()), system -> true),
        freeze.owner(),
        freeze.title().map(title -> title + ": ").orElse("") + freeze.reason(),
        freeze.when().in(zone));
  }

  private Optional<Team> team(String name) {
    return estate
        .find(new Document.Key(EntryKind.TEAM, name))
        .map(document -> (Team) document.entry());
  }

  private Optional<EstateCalendar> calendar(String name) {
    return estate
        .find(new Document.Key(EntryKind.CALENDAR, name))
        .map(document -> (EstateCalendar) document.entry());
  }
}
