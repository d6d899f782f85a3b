package dev.evenkeel.server.schedule.times;

import dev.evenkeel.calendar.CalendarUnfit;
import dev.evenkeel.calendar.Span;
import dev.evenkeel.calendar.Spans;
import dev.evenkeel.estate.ChangeWindow;
import dev.evenkeel.estate.Document;
import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.estate.Estate;
import dev.evenkeel.estate.EstateCalendar;
import dev.evenkeel.estate.EstateFreeze;
import dev.evenkeel.estate.EstateSystem;
import dev.evenkeel.estate.times.FreezeCover;
import dev.evenkeel.server.inventory.EstateBook;
import dev.evenkeel.server.inventory.Snapshot;
import dev.evenkeel.server.schedule.ChangeCalendar;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Right;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What is ahead: freezes, and the next windows of each calendar. */
@Controller
@Needs(Right.VIEW)
class AheadPage {
  private static final int NEXT = 3;

  /** Of a freeze that recurs, besides those that are in the way of something. */
  private static final int TIMES = 3;

  private static final int MOST = 200;
  private static final ZoneId UTC = ZoneId.of("UTC");

  private final EstateBook book;
  private final Planned planned;
  private final Clock clock;

  AheadPage(EstateBook book, Planned planned, Clock clock) {
    this.book = book;
    this.planned = planned;
    this.clock = clock;
  }

  /**
   * One time that a freeze holds.
   *
   * @param work whose day lies in it
   */
  record FreezeRow(
      EstateFreeze freeze,
      String type,
      String scope,
      Span span,
      String when,
      boolean now,
      List<Planned.Work> work) {}

  /** A calendar, who has it, and when it opens next. */
  record CalendarRow(EstateCalendar calendar, int systems, String zone, List<String> next) {}

  @GetMapping("/schedule")
  String page(Model model) {
    Snapshot snapshot = book.snapshot();
    Span ahead = Collisions.ahead(clock.instant(), ChangeCalendar.AHEAD);
    List<FreezeRow> freezes = freezes(snapshot, ahead);
    model.addAttribute("freezes", freezes.subList(0, Math.min(MOST, freezes.size())));
    model.addAttribute("hidden", Math.max(0, freezes.size() - MOST));
    model.addAttribute("calendars", calendars(snapshot.estate(), ahead));
    model.addAttribute("without", without(snapshot.estate()));
    model.addAttribute("systems", snapshot.estate().all(EntryKind.SYSTEM).size());
    return "schedule/ahead";
  }

  private List<FreezeRow> freezes(Snapshot snapshot, Span ahead) {
    var cover = new FreezeCover(snapshot.estate(), snapshot::map);
    List<Planned.Work> work = planned.within(ahead, snapshot.estate());
    List<FreezeRow> rows = new ArrayList<>();
    for (Document document : snapshot.estate().all(EntryKind.FREEZE).values()) {
      EstateFreeze freeze = (EstateFreeze) document.entry();
      ZoneId zone = freeze.when().timeZone().orElse(UTC);
      for (Span span : spans(() -> freeze.when().in(zone).expand("freeze", ahead).spans())) {
        rows.add(
            new FreezeRow(
                freeze,
                freeze.type().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                FreezeCover.words(freeze.scope()),
                span,
                new Shown(zone).span(span) + " " + zone,
                !span.from().isAfter(ahead.from()),
                work.stream()
                    .filter(one -> span.holds(one.within()))
                    .filter(
                        one -> one.systems().stream().anyMatch(name -> cover.covers(freeze, name)))
                    .toList()));
      }
    }
    rows.sort(Comparator.comparing(row -> row.span().from()));
    Map<String, Integer> seen = new HashMap<>();
    return rows.stream()
        .filter(row ->
            seen.merge(row.freeze().name(), 1, Integer::sum) <= TIMES || !row.work().isEmpty())
        .toList();
  }

  /** Times somebody wrote; what cannot be listed is nothing. */
  private interface Times {
    List<Span> list();
  }

  private static List<Span> spans(Times times) {
    try {
      return times.list();
    } catch (CalendarUnfit tooMuch) {
      return List.of();
    }
  }

  private static List<CalendarRow> calendars(Estate estate, Span ahead) {
    Map<String, Integer> systems = new HashMap<>();
    estate.all(EntryKind.SYSTEM).values().stream()
        .flatMap(document -> estate.calendarOf((EstateSystem) document.entry()).stream())
        .forEach(name -> systems.merge(name, 1, Integer::sum));
    return estate.all(EntryKind.CALENDAR).values().stream()
        .map(document -> (EstateCalendar) document.entry())
        .map(calendar ->
            new CalendarRow(
                calendar,
                systems.getOrDefault(calendar.name(), 0),
                calendar.timeZone().map(ZoneId::getId).orElse("that of each system"),
                next(calendar, ahead)))
        .toList();
  }

  private static List<String> next(EstateCalendar calendar, Span ahead) {
    ZoneId zone = calendar.timeZone().orElse(UTC);
    List<Span> open = new ArrayList<>();
    for (ChangeWindow window : calendar.windows()) {
      open.addAll(spans(() -> window.in(zone).expand("window", ahead).spans()));
    }
    Instant now = ahead.from();
    return Spans.merged(open).stream()
        .filter(span -> span.to().isAfter(now))
        .limit(NEXT)
        .map(new Shown(zone)::span)
        .toList();
  }

  /** How many systems have no calendar, so that any time will do. */
  private static long without(Estate estate) {
    return estate.all(EntryKind.SYSTEM).values().stream()
        .filter(document -> estate.calendarOf((EstateSystem) document.entry()).isEmpty())
        .count();
  }
}
