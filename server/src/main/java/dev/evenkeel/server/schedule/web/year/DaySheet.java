package dev.evenkeel.server.schedule.web.year;

import dev.evenkeel.calendar.CalendarUnfit;
import dev.evenkeel.calendar.Span;
import dev.evenkeel.calendar.Spans;
import dev.evenkeel.estate.Document;
import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.estate.Estate;
import dev.evenkeel.estate.EstateCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** All of one day: windows, freezes, holidays, who is on call, upgrades. */
public record DaySheet(
    LocalDate day,
    String title,
    int percent,
    String quietest,
    List<Open> windows,
    List<Shut> freezes,
    List<String> holidays,
    List<Called> onCall,
    List<Mark> upgrades) {

  /** When a calendar has windows. */
  public record Open(String calendar, String title, String times) {}

  /** When and why nothing is changed. */
  public record Shut(
      String name,
      String title,
      String times,
      String covers,
      int systems,
      String owner,
      String reason) {}

  /** Who can be called. */
  public record Called(String team, String who, String times) {}

  /**
   * @param calendars those that count for what is looked at
   */
  public static DaySheet of(
      Sight sight,
      Estate estate,
      List<String> calendars,
      LocalDate day,
      List<String> holidays,
      List<Mark> marks) {
    Span span = sight.day(day);
    Bustle.Quiet quiet = sight.quiet(day);
    return new DaySheet(
        day,
        DayWords.day(day),
        quiet.percent(),
        DayWords.time(quiet.from(), sight.zone())
            + " to "
            + DayWords.time(quiet.to(), sight.zone()),
        windows(sight, estate, calendars, span),
        sight.freezes().stream()
            .filter(one -> !one.during(span).isEmpty())
            .map(one ->
                new Shut(
                    one.freeze().name(),
                    one.title(),
                    times(one.during(span), span, sight),
                    one.covers(),
                    one.systems(),
                    one.freeze().owner(),
                    one.freeze().reason()))
            .toList(),
        holidays,
        sight.onCall().stream()
            .filter(one -> one.isDuring(span))
            .map(one ->
                new Called(
                    one.team(),
                    one.who(),
                    times(one.spans().stream().filter(span::meets).toList(), span, sight)))
            .distinct()
            .toList(),
        marks.stream().filter(mark -> mark.day().equals(day)).toList());
  }

  private static List<Open> windows(Sight sight, Estate estate, List<String> calendars, Span day) {
    List<Open> windows = new ArrayList<>();
    for (String name : calendars) {
      estate
          .find(new Document.Key(EntryKind.CALENDAR, name))
          .map(Document::entry)
          .map(EstateCalendar.class::cast)
          .ifPresent(calendar -> {
            List<Span> spans = open(calendar, sight, day);
            if (!spans.isEmpty()) {
              windows.add(new Open(name, calendar.shownAs(), times(spans, day, sight)));
            }
          });
    }
    return windows;
  }

  private static List<Span> open(EstateCalendar calendar, Sight sight, Span day) {
    List<Span> spans = new ArrayList<>();
    for (var window : calendar.windows()) {
      try {
        spans.addAll(
            window.in(calendar.timeZone().orElse(sight.zone())).expand("window", day).spans());
      } catch (CalendarUnfit tooOften) {
        // what cannot be listed opens nothing, and the others are still open
        continue;
      }
    }
    return Spans.within(day, spans);
  }

  private static String times(List<Span> spans, Span day, Sight sight) {
    return spans.stream()
        .map(span -> DayWords.within(day, span, sight.zone()))
        .collect(Collectors.joining(", "));
  }
}
