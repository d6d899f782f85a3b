package dev.evenkeel.server.schedule.feed;

import dev.evenkeel.calendar.CalendarUnfit;
import dev.evenkeel.calendar.Length;
import dev.evenkeel.calendar.Occurrence;
import dev.evenkeel.calendar.Recurrence;
import dev.evenkeel.calendar.Span;
import dev.evenkeel.calendar.WrittenTime;
import dev.evenkeel.calendar.ical.CalendarFile;
import dev.evenkeel.calendar.ical.CalendarReader;
import dev.evenkeel.calendar.ical.Event;
import dev.evenkeel.estate.Document;
import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.estate.EstateReader;
import dev.evenkeel.estate.text.Json;
import dev.evenkeel.runbook.Findings;
import dev.evenkeel.runbook.Value;
import dev.evenkeel.runbook.Where;
import dev.evenkeel.server.shared.Refused;
import dev.evenkeel.server.shared.Sha256;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Makes documents of a calendar file. What they are called follows from the UIDs, so that the same
 * file again says the same, and an event that was moved moves its document.
 */
final class FileImport {
  private static final int MOST = 500;

  private final Wish wish;
  private final List<Document> documents = new ArrayList<>();
  private final List<String> told = new ArrayList<>();

  private FileImport(Wish wish) {
    this.wish = wish;
  }

  /** What events become. */
  enum Target {
    FREEZES,
    HOLIDAYS,
    WINDOWS
  }

  /**
   * @param name of the calendar, or of the holidays; freezes are named by their events
   * @param zone of whole days, and of times that name none
   * @param owner of freezes
   * @param team whose systems freezes cover; everything when empty
   */
  record Wish(Target target, String name, ZoneId zone, String owner, String team) {}

  /**
   * @param told what was left out, or is doubtful, for people
   */
  record Made(List<Document> documents, List<String> told) {
    Made {
      documents = List.copyOf(documents);
      told = List.copyOf(told);
    }
  }

  /**
   * @throws Refused when it is no calendar file, or nothing of it can be taken
   */
  static Made of(byte[] file, Wish wish) {
    var made = new FileImport(wish);
    try {
      CalendarFile read = CalendarReader.read(file, wish.zone());
      read.findings().forEach(found -> made.told.add(found.toString()));
      made.take(read);
    } catch (CalendarUnfit unfit) {
      throw new Refused(
          Refused.Kind.INVALID,
          "The file cannot be taken. "
              + unfit.findings().stream().map(String::valueOf).collect(Collectors.joining(" ")));
    }
    if (made.documents.isEmpty()) {
      throw new Refused(
          Refused.Kind.INVALID,
          "Nothing of the file can be taken. %s".formatted(String.join(" ", made.told)).strip());
    }
    return new Made(made.documents, made.told);
  }

  private void take(CalendarFile file) {
    if (file.events().size() > MOST) {
      throw new Refused(
          Refused.Kind.TOO_LARGE,
          String.format(
              Locale.ROOT,
              "The file has %,d events; the most taken at once are %d. Export less, or split it.",
              file.events().size(),
              MOST));
    }
    switch (wish.target()) {
      case FREEZES -> file.events().forEach(this::freeze);
      case WINDOWS -> windows(file);
      case HOLIDAYS -> holidays(file);
    }
  }

  private void freeze(Event event) {
    List<Map<String, Object>> times = times(event);
    for (int i = 0; i < times.size(); i++) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("name", named(event) + (i == 0 ? "" : "-" + i));
      fields.put("title", title(event));
      fields.put(
          "scope",
          wish.team().isEmpty() ? Map.of("all", true) : Map.of("teams", List.of(wish.team())));
      fields.put("owner", wish.owner());
      fields.put("reason", title(event));
      fields.put("when", times.get(i));
      keep(EntryKind.FREEZE, fields);
    }
  }

  private void windows(CalendarFile file) {
    List<Object> windows = new ArrayList<>();
    for (Event event : file.events()) {
      for (Map<String, Object> times : times(event)) {
        Map<String, Object> window = new LinkedHashMap<>();
        window.put("name", title(event));
        window.putAll(times);
        windows.add(window);
      }
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", wish.name());
    if (!file.name().isBlank()) {
      fields.put("title", file.name());
    }
    fields.put("windows", windows);
    keep(EntryKind.CALENDAR, fields);
  }

  /** Ten years of days; a holiday that recurs is written out, since it rarely is the same day. */
  private void holidays(CalendarFile file) {
    Map<String, String> days = new TreeMap<>();
    for (Event event : file.events()) {
      var start = event.when().start().atZone(wish.zone()).toInstant();
      Span range = new Span(start, start.plus(Duration.ofDays(3_653)));
      for (Span span : event.spans(range)) {
        var day = span.from().atZone(event.when().zone()).toLocalDate();
        var last = span.to().minusSeconds(1).atZone(event.when().zone()).toLocalDate();
        for (; !day.isAfter(last) && days.size() <= MOST; day = day.plusDays(1)) {
          days.merge(day.toString(), title(event), (a, b) -> a.contains(b) ? a : a + ", " + b);
        }
      }
    }
    List<Object> rows = new ArrayList<>();
    days.forEach((day, title) -> {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("day", day);
      row.put("title", title);
      rows.add(row);
    });
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", wish.name());
    if (!file.name().isBlank()) {
      fields.put("title", file.name());
    }
    fields.put("days", rows);
    keep(EntryKind.HOLIDAYS, fields);
  }

  private void keep(EntryKind kind, Map<String, Object> fields) {
    var findings = new Findings("file");
    Optional<Document> document =
        EstateReader.document(kind, (Value.Fields) Json.value(fields, new Where(1, 1)), findings);
    findings
        .inOrder()
        .forEach(found ->
            told.add("%s: %s %s".formatted(fields.get("name"), found.message(), found.wayOut())));
    document.ifPresent(documents::add);
  }

  /** The times of an event, and of each of its occurrences that was moved. */
  private List<Map<String, Object>> times(Event event) {
    List<Map<String, Object>> times = new ArrayList<>();
    Recurrence when = event.when();
    List<LocalDateTime> except = new ArrayList<>(when.except());
    event.moved().keySet().stream().sorted().forEach(except::add);
    written(
            event,
            new Recurrence(
                when.zone(), when.start(), when.length(), when.rule(), except, when.also()))
        .ifPresent(times::add);
    new TreeMap<>(event.moved())
        .values()
        .forEach(moved -> moved.flatMap(other -> written(event, other)).ifPresent(times::add));
    return times;
  }

  private Optional<Map<String, Object>> written(Event event, Recurrence when) {
    String zone = when.zone().equals(ZoneOffset.UTC) ? "UTC" : when.zone().getId();
    if (WrittenTime.zone(zone).isEmpty()) {
      told.add(
          "line %d: '%s' is in the zone %s, which has no daylight saving and no name. It is left out; give the event a zone such as Europe/Berlin."
              .formatted(event.line(), title(event), zone));
      return Optional.empty();
    }
    Map<String, Object> times = new LinkedHashMap<>();
    times.put("start", text(when.start()));
    switch (when.length()) {
      case Length.Until(int days, var at) ->
          times.put("end", text(when.start().toLocalDate().plusDays(days).atTime(at)));
      case Length.Lasting(int days, Duration time) ->
          times.put("lasts", Duration.ofDays(days).plus(time).toString());
    }
    when.rule().ifPresent(rule -> times.put("rule", rule.text()));
    List<String> except =
        when.except().stream().filter(one -> begins(when, one)).map(FileImport::text).toList();
    if (!except.isEmpty()) {
      times.put("except", except);
    }
    if (!when.also().isEmpty()) {
      times.put("also", when.also().stream().map(FileImport::text).toList());
    }
    times.put("timeZone", zone);
    return Optional.of(times);
  }

  /** Programs leave out times that are none; they change nothing, and are not written down. */
  private static boolean begins(Recurrence when, LocalDateTime time) {
    var whole =
        new Recurrence(
            when.zone(), when.start(), when.length(), when.rule(), List.of(), when.also());
    var then = time.atZone(when.zone()).toInstant();
    Span around = new Span(then.minus(Duration.ofDays(1)), then.plus(Duration.ofDays(1)));
    return whole.expand("event", around).occurrences().stream()
        .map(Occurrence::start)
        .anyMatch(time::equals);
  }

  private static String text(LocalDateTime time) {
    return time.toString();
  }

  private static String title(Event event) {
    String plain = event.summary().replaceAll("\\p{Cntrl}+", " ").strip();
    return plain.isEmpty()
        ? "without a title"
        : plain.length() > 200 ? plain.substring(0, 200) : plain;
  }

  /** By its UID alone: an event that is called otherwise by now is still the same. */
  private static String named(Event event) {
    return "event-" + Sha256.hexOf(event.uid()).substring(0, 12);
  }
}
