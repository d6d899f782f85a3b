package dev.evenkeel.server.schedule.times;

import dev.evenkeel.calendar.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as a clock of a zone shows them, to the minute. */
public record Shown(ZoneId zone) {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEE uuuu-MM-dd HH:mm", Locale.ROOT);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  public String at(Instant time) {
    return DAY.format(time.atZone(zone));
  }

  /** Such as {@code Tue 2026-11-24 22:00 to 05:00}; the day again where a second one follows. */
  public String span(Span span) {
    boolean near = span.length().compareTo(Duration.ofHours(24)) < 0;
    return at(span.from()) + " to " + (near ? TIME.format(span.to().atZone(zone)) : at(span.to()));
  }

  /** Such as {@code 7 h} or {@code 2 d 3 h 30 min}. */
  public static String length(Duration length) {
    StringBuilder words = new StringBuilder();
    long[] amounts = {length.toDays(), length.toHoursPart(), length.toMinutesPart()};
    String[] units = {"d", "h", "min"};
    for (int i = 0; i < amounts.length; i++) {
      if (amounts[i] != 0) {
        words.append(words.isEmpty() ? "" : " ").append(amounts[i]).append(' ').append(units[i]);
      }
    }
    return words.isEmpty() ? length.toSeconds() + " s" : words.toString();
  }
}
