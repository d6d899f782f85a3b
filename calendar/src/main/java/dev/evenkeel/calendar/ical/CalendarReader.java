package dev.evenkeel.calendar.ical;

import dev.evenkeel.calendar.CalendarUnfit;
import dev.evenkeel.calendar.Finding;
import dev.evenkeel.calendar.Length;
import dev.evenkeel.calendar.Recurrence;
import dev.evenkeel.calendar.Rule;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the events and busy times of an iCalendar file. */
public final class CalendarReader {
  private static final int MOST_EVENTS = 20_000;

  private final List<Finding> findings = new ArrayList<>();
  private final Times times;

  private CalendarReader(Component calendar, ZoneId unnamed) {
    this.times = new Times(new Zones(calendar, findings), unnamed);
  }

  /**
   * @param unnamed the zone of whole days, and of times that name none
   * @throws CalendarUnfit if the file is cut off, too large or no calendar: nothing of it is taken
   */
  public static CalendarFile read(byte[] file, ZoneId unnamed) {
    Component calendar = Component.calendar(ContentLines.of(file));
    if (calendar.parts().size() > MOST_EVENTS) {
      throw ContentLines.unfit(
          "file", "It has more than %,d events. Split it, or export less.", MOST_EVENTS);
    }
    CalendarReader reader = new CalendarReader(calendar, unnamed);
    List<Event> events = reader.events(calendar);
    return new CalendarFile(calendar.text("X-WR-CALNAME"), events, reader.findings);
  }

  private List<Event> events(Component calendar) {
    Map<String, Map<LocalDateTime, Optional<Recurrence>>> moved = new HashMap<>();
    Map<String, Component> series = new LinkedHashMap<>();
    List<Component> changes = new ArrayList<>();
    List<Event> events = new ArrayList<>();
    for (Component part : calendar.parts()) {
      if (part.name().equals("VFREEBUSY")) {
        tried(part, () -> events.addAll(busy(part)));
      } else if (part.name().equals("VEVENT")) {
        String uid = part.text("UID");
        if (part.first("RECURRENCE-ID").isPresent()) {
          changes.add(part);
        } else if (series.putIfAbsent(uid.isEmpty() ? "line " + part.number() : uid, part)
            != null) {
          findings.add(
              Finding.error(
                  "line " + part.number(),
                  "The UID '%s' stands there a second time. This event is not taken; give it one of"
                      + " its own.",
                  uid));
        }
      }
    }
    for (Component change : changes) {
      if (!tried(change, () -> change(change, series, moved))) {
        // without its change the series would be wrong
        series.remove(change.text("UID"));
      }
    }
    series.forEach((uid, part) ->
        tried(
            part,
            () -> event(part, uid, moved.getOrDefault(uid, Map.of())).ifPresent(events::add)));
    return events;
  }

  private void change(
      Component change,
      Map<String, Component> series,
      Map<String, Map<LocalDateTime, Optional<Recurrence>>> moved) {
    ContentLine id = change.first("RECURRENCE-ID").orElseThrow();
    Component whole = series.get(change.text("UID"));
    if (whole == null || id.parameters().containsKey("RANGE")) {
      throw ContentLines.unfit(
          id.where(),
          whole == null
              ? "It changes an event that is not in the file. Export the whole series."
              : "It changes all that follow (RANGE), which is not read. End the series, and begin a"
                  + " new one.");
    }
    LocalDateTime before = times.read(id, id.value()).in(start(whole));
    Optional<Recurrence> now =
        cancelled(change) ? Optional.empty() : Optional.ofNullable(when(change));
    moved.computeIfAbsent(change.text("UID"), uid -> new HashMap<>()).put(before, now);
  }

  private Optional<Event> event(
      Component part, String uid, Map<LocalDateTime, Optional<Recurrence>> moved) {
    if (cancelled(part)) {
      return Optional.empty();
    }
    Recurrence when = when(part);
    if (when == null) {
      findings.add(
          Finding.warning(
              "line " + part.number(),
              "'%s' takes no time and is left out. Give it an end if it should count.",
              part.text("SUMMARY")));
      return Optional.empty();
    }
    return Optional.of(
        new Event(
            part.number(),
            uid,
            part.text("SUMMARY"),
            start(part).day(),
            part.text("TRANSP").equalsIgnoreCase("TRANSPARENT"),
            when,
            moved));
  }

  private static boolean cancelled(Component part) {
    return part.text("STATUS").equalsIgnoreCase("CANCELLED");
  }

  private Times.Time start(Component part) {
    ContentLine line =
        part.first("DTSTART")
            .orElseThrow(() ->
                ContentLines.unfit(
                    "line " + part.number(), "It has no DTSTART. Say when it begins."));
    return times.read(line, line.value());
  }

  /** Null if it takes no time. */
  private @org.jspecify.annotations.Nullable Recurrence when(Component part) {
    Times.Time start = start(part);
    Length length = length(part, start);
    if (length.equals(new Length.Lasting(0, Duration.ZERO))) {
      return null;
    }
    List<ContentLine> rules = part.all("RRULE");
    if (rules.size() > 1 || part.first("EXRULE").isPresent()) {
      throw ContentLines.unfit(
          "line " + part.number(),
          "It has several rules, or one of exceptions (EXRULE). Write one RRULE and EXDATE.");
    }
    try {
      return new Recurrence(
          start.zone(),
          start.local(),
          length,
          rules.stream().findFirst().map(line -> new Rule(line.value())),
          dates(part, "EXDATE", start),
          dates(part, "RDATE", start));
    } catch (CalendarUnfit e) {
      int line = rules.isEmpty() ? part.number() : rules.getFirst().number();
      throw e.findings().getFirst().where().startsWith("line ")
          ? e
          : new CalendarUnfit(
              e.findings().stream()
                  .map(one -> new Finding(true, "line " + line + ", " + one.where(), one.text()))
                  .toList());
    }
  }

  private Length length(Component part, Times.Time start) {
    Optional<ContentLine> end = part.first("DTEND");
    if (end.isPresent()) {
      Times.Time to = times.read(end.get(), end.get().value());
      if (start.day()) {
        return Length.between(start.local(), to.in(start));
      }
      // RFC 5545: what recurs keeps the exact length from DTSTART to DTEND
      return new Length.Lasting(
          0,
          Duration.between(
              start.local().atZone(start.zone()).toInstant(),
              to.local().atZone(to.zone()).toInstant()));
    }
    Optional<ContentLine> lasts = part.first("DURATION");
    if (lasts.isPresent()) {
      return Times.length(lasts.get().value())
          .orElseThrow(() ->
              ContentLines.unfit(
                  lasts.get().where(),
                  "'%s' is no length. Write it like PT8H.",
                  lasts.get().value()));
    }
    return new Length.Lasting(start.day() ? 1 : 0, Duration.ZERO);
  }

  private List<LocalDateTime> dates(Component part, String property, Times.Time start) {
    List<LocalDateTime> dates = new ArrayList<>();
    for (ContentLine line : part.all(property)) {
      for (String value : line.value().split(",")) {
        dates.add(times.read(line, value.strip()).in(start));
      }
    }
    return dates;
  }

  private List<Event> busy(Component part) {
    List<Event> events = new ArrayList<>();
    for (ContentLine line : part.all("FREEBUSY")) {
      for (String value : line.value().split(",")) {
        String[] ends = value.split("/", 2);
        Times.Time from = times.read(line, ends[0]);
        Length length =
            ends.length < 2
                ? new Length.Lasting(0, Duration.ZERO)
                : Times.length(ends[1])
                    .map(Length.class::cast)
                    .orElseGet(
                        () -> Length.between(from.local(), times.read(line, ends[1]).in(from)));
        events.add(
            new Event(
                line.number(),
                "busy " + value,
                "busy",
                false,
                line.parameters().getOrDefault("FBTYPE", "BUSY").equals("FREE"),
                new Recurrence(
                    from.zone(), from.local(), length, Optional.empty(), List.of(), List.of()),
                Map.of()));
      }
    }
    return events;
  }

  private boolean tried(Component part, Runnable read) {
    try {
      read.run();
      return true;
    } catch (CalendarUnfit e) {
      for (Finding one : e.findings()) {
        String text = "%s The event of line %d is not taken, nor its series.";
        findings.add(Finding.error(one.where(), text, one.text(), part.number()));
      }
      return false;
    }
  }
}
