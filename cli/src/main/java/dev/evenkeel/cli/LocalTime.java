package dev.evenkeel.cli;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;

/** Times as people type and read them: by the clock on their wall. */
public final class LocalTime {
  private static final DateTimeFormatter SHOWN =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm zzz", Locale.ROOT);

  private LocalTime() {}

  /**
   * @throws Trouble when it is no time, or one that the clock leaves out or shows twice
   */
  public static Instant of(String text, ZoneId zone) {
    try {
      return text.endsWith("Z") || text.matches(".*[+-]\\d\\d(:\\d\\d)?$")
          ? OffsetDateTime.parse(text).toInstant()
          : local(text, zone);
    } catch (DateTimeParseException none) {
      throw new Trouble(
          ExitCode.REFUSED,
          "'%s' is no time. Write it like 2026-11-28T22:00, by the clock of %s, or with a zone like 2026-11-28T21:00Z."
              .formatted(text, zone));
    }
  }

  private static Instant local(String text, ZoneId zone) {
    LocalDateTime wall = LocalDateTime.parse(text.replace(' ', 'T'));
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(wall);
    if (offsets.isEmpty()) {
      throw new Trouble(
          ExitCode.REFUSED,
          "There is no %s in %s: the clock is put forward then. Give another time."
              .formatted(text, zone));
    }
    if (offsets.size() > 1) {
      throw new Trouble(
          ExitCode.REFUSED,
          "%s comes twice in %s: the clock is put back then. Say which is meant: %s or %s."
              .formatted(
                  text, zone, wall.atOffset(offsets.getFirst()), wall.atOffset(offsets.getLast())));
    }
    return wall.atZone(zone).toInstant();
  }

  public static String shown(Instant at, ZoneId zone) {
    return SHOWN.format(at.atZone(zone));
  }
}
