package dev.evenkeel.server.approval;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * When the board meets, and who sits in it.
 *
 * @param zone by whose clock it is set, and set again
 * @param members by name, or as a team: {@code team:cab}
 * @param everyWeeks when the next one is set as this one closes
 */
public record MeetingTerms(
    Instant at, ZoneId zone, String title, List<String> members, Optional<Integer> everyWeeks) {
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("EEEE uuuu-MM-dd HH:mm", Locale.UK);

  public MeetingTerms {
    members = List.copyOf(members);
  }

  /**
   * Such as {@code Thursday 2026-12-03 14:00 Europe/Berlin}: one place, one clock, as it is set.
   */
  public String when() {
    return "%s %s".formatted(WHEN.format(at.atZone(zone)), zone);
  }

  /** As fields of a form have it. */
  public String wall() {
    return at.atZone(zone).toLocalDateTime().toString();
  }

  /** The next after now by the same clock, of those that come again. */
  Optional<MeetingTerms> next(Instant now) {
    return everyWeeks.map(weeks -> {
      ZonedDateTime then = at.atZone(zone).plusWeeks(weeks);
      while (!then.toInstant().isAfter(now)) {
        then = then.plusWeeks(weeks);
      }
      return new MeetingTerms(then.toInstant(), zone, title, members, everyWeeks);
    });
  }
}
