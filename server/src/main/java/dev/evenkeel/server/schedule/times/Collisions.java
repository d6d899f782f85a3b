package dev.evenkeel.server.schedule.times;

import dev.evenkeel.calendar.CalendarUnfit;
import dev.evenkeel.calendar.OpenTimes;
import dev.evenkeel.calendar.Span;
import dev.evenkeel.calendar.Spans;
import dev.evenkeel.estate.ChangeWindow;
import dev.evenkeel.estate.Document;
import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.estate.Estate;
import dev.evenkeel.estate.EstateCalendar;
import dev.evenkeel.estate.EstateFreeze;
import dev.evenkeel.estate.EstateSystem;
import dev.evenkeel.estate.map.EstateMap;
import dev.evenkeel.estate.times.ChangeTimes;
import dev.evenkeel.estate.times.FreezeCover;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What a document would get into the way of, once it is in the estate. */
final class Collisions {
  private static final int MOST_SYSTEMS = 2_000;

  private final Estate before;
  private final Estate after;
  private final Supplier<EstateMap> map;
  private final Span ahead;

  /**
   * @param map of the estate before; how critical systems are does not change by calendars
   * @param ahead what is looked at
   */
  Collisions(Estate before, Estate after, Supplier<EstateMap> map, Span ahead) {
    this.before = before;
    this.after = after;
    this.map = map;
    this.ahead = ahead;
  }

  /** Work that has a place now and has none any more. */
  List<Planned.Work> hit(Collection<Planned.Work> work) {
    var then = new ChangeTimes(before, map);
    var now = new ChangeTimes(after, map);
    return work.stream().filter(one -> fits(one, then) && !fits(one, now)).toList();
  }

  private static boolean fits(Planned.Work work, ChangeTimes times) {
    OpenTimes open = times.ofAll(work.systems(), work.within());
    return open.open().stream().anyMatch(span -> span.length().compareTo(work.length()) >= 0);
  }

  /**
   * How many openings of a calendar a freeze closes from beginning to end.
   *
   * @param systems that have the calendar and are covered
   * @param first the first of the openings
   */
  record Shut(String calendar, int systems, int closed, int openings, Span first, ZoneId zone) {}

  List<Shut> shut(EstateFreeze freeze) {
    var cover = new FreezeCover(after, map);
    List<Shut> shut = new ArrayList<>();
    for (Document document : after.all(EntryKind.CALENDAR).values()) {
      EstateCalendar calendar = (EstateCalendar) document.entry();
      List<EstateSystem> covered =
          after.all(EntryKind.SYSTEM).values().stream()
              .limit(MOST_SYSTEMS)
              .map(one -> (EstateSystem) one.entry())
              .filter(
                  system -> after.calendarOf(system).filter(calendar.name()::equals).isPresent())
              .filter(system -> cover.covers(freeze, system.name()))
              .toList();
      if (!covered.isEmpty()) {
        ZoneId zone =
            calendar.timeZone().or(() -> covered.getFirst().timeZone()).orElse(ZoneId.of("UTC"));
        shut(freeze, calendar, covered.size(), zone).ifPresent(shut::add);
      }
    }
    return shut;
  }

  private Optional<Shut> shut(
      EstateFreeze freeze, EstateCalendar calendar, int systems, ZoneId zone) {
    List<Span> frozen;
    try {
      frozen = Spans.within(ahead, freeze.when().in(zone).expand("freeze", ahead).spans());
    } catch (CalendarUnfit tooMuch) {
      return Optional.empty();
    }
    List<Span> openings = Spans.within(ahead, openings(calendar, zone));
    List<Span> closed =
        openings.stream()
            .filter(opening -> frozen.stream().anyMatch(span -> span.holds(opening)))
            .toList();
    return closed.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Shut(
                calendar.name(), systems, closed.size(), openings.size(), closed.getFirst(), zone));
  }

  private List<Span> openings(EstateCalendar calendar, ZoneId zone) {
    List<Span> openings = new ArrayList<>();
    for (ChangeWindow window : calendar.windows()) {
      try {
        openings.addAll(window.in(zone).expand("window", ahead).spans());
      } catch (CalendarUnfit tooMuch) {
        continue;
      }
    }
    return openings;
  }

  /** A time that is looked at from a moment on, such as a year. */
  static Span ahead(Instant now, Duration length) {
    return new Span(now, now.plus(length));
  }
}
