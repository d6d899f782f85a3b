package dev.evenkeel.server.schedule.web.year;

import dev.evenkeel.calendar.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Days and times as people read them. */
public final class DayWords {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", Locale.ENGLISH);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("EEE d MMM yyyy HH:mm", Locale.ENGLISH);

  private DayWords() {}

  public static String day(LocalDate day) {
    return DAY.format(day);
  }

  public static String time(Instant when, ZoneId zone) {
    return TIME.format(when.atZone(zone));
  }

  /** The part of a day that a time takes: all day, or from when to when. */
  public static String within(Span day, Span time, ZoneId zone) {
    if (time.holds(day)) {
      return "all day";
    }
    Span part = time.within(day);
    String to = part.to().equals(day.to()) ? "24:00" : time(part.to(), zone);
    return time(part.from(), zone) + " to " + to;
  }

  /** From when to when, with the day once where both are of one. */
  public static String span(Span time, ZoneId zone) {
    ZonedDateTime from = time.from().atZone(zone);
    ZonedDateTime to = time.to().atZone(zone);
    return MOMENT.format(from)
        + " to "
        + (from.toLocalDate().equals(to.toLocalDate()) ? TIME : MOMENT).format(to);
  }
}
