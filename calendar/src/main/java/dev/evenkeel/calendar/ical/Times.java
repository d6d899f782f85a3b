package dev.evenkeel.calendar.ical;

import dev.evenkeel.calendar.Length;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates, times and lengths as iCalendar writes them. */
final class Times {
  static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");
  private static final Pattern LENGTH =
      Pattern.compile(
          "\\+?P(?:(\\d{1,4})W)?(?:(\\d{1,5})D)?(?:T(?:(\\d{1,6})H)?(?:(\\d{1,7})M)?(?:(\\d{1,8})S)?)?");

  private final Zones zones;
  private final ZoneId unnamed;

  Times(Zones zones, ZoneId unnamed) {
    this.zones = zones;
    this.unnamed = unnamed;
  }

  /** A day has no time of its own: its clock shows midnight in the zone of who reads. */
  record Time(LocalDateTime local, ZoneId zone, boolean day) {

    /** What a clock in another zone shows then; days are the same everywhere. */
    LocalDateTime in(Time other) {
      if (day) {
        return local.toLocalDate().atTime(other.local.toLocalTime());
      }
      return other.day
          ? local.toLocalDate().atStartOfDay()
          : local
              .atZone(zone)
              .withEarlierOffsetAtOverlap()
              .withZoneSameInstant(other.zone)
              .toLocalDateTime();
    }
  }

  Time read(ContentLine line, String value) {
    try {
      if (value.matches("\\d{8}")) {
        return new Time(
            LocalDate.parse(value, DateTimeFormatter.BASIC_ISO_DATE).atStartOfDay(), unnamed, true);
      }
      if (value.endsWith("Z")) {
        return new Time(
            LocalDateTime.parse(value.substring(0, value.length() - 1), LOCAL),
            ZoneOffset.UTC,
            false);
      }
      return new Time(LocalDateTime.parse(value, LOCAL), zone(line), false);
    } catch (DateTimeException e) {
      throw ContentLines.unfit(
          line.where(), "'%s' is no date or time. Write it like 20261107T220000.", value);
    }
  }

  private ZoneId zone(ContentLine line) {
    String name = line.parameters().get("TZID");
    if (name == null) {
      return unnamed;
    }
    return zones
        .of(name)
        .orElseThrow(() ->
            ContentLines.unfit(
                line.where(),
                "The zone '%s' is not one of the IANA database, and no VTIMEZONE of the file"
                    + " says one like it. Write one such as Europe/Berlin.",
                name));
  }

  /** Days, and the time besides. */
  static Optional<Length.Lasting> length(String value) {
    Matcher parts = LENGTH.matcher(value);
    if (!parts.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new Length.Lasting(
            number(parts.group(1)) * 7 + number(parts.group(2)),
            Duration.ofHours(number(parts.group(3)))
                .plusMinutes(number(parts.group(4)))
                .plusSeconds(number(parts.group(5)))));
  }

  private static int number(@org.jspecify.annotations.Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }
}
