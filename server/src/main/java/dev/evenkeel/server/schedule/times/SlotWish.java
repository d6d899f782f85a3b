package dev.evenkeel.server.schedule.times;

import dev.evenkeel.runbook.Durations;
import dev.evenkeel.server.shared.Refused;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** For which systems a slot is wanted, how long, and from when on. */
record SlotWish(List<String> systems, Duration length, Instant from) {
  private static final int MOST_SYSTEMS = 200;

  /**
   * @param names one or more in each, with commas between
   * @param length as {@code 2h}, {@code 90m} or {@code PT2H}
   * @param from a day of the zone or an instant; empty for now
   * @throws Refused with what cannot be read
   */
  static SlotWish read(
      Collection<String> names, String length, String from, ZoneId zone, Clock clock) {
    List<String> systems =
        names.stream()
            .flatMap(text -> Arrays.stream(text.split("[\\s,;]+")))
            .filter(name -> !name.isEmpty())
            .distinct()
            .toList();
    if (systems.isEmpty() || systems.size() > MOST_SYSTEMS) {
      throw new Refused(
          Refused.Kind.INVALID,
          "Name the systems to be changed, from 1 to %d of them; %d are named."
              .formatted(MOST_SYSTEMS, systems.size()));
    }
    return new SlotWish(systems, length(length), from(from, zone, clock));
  }

  private static Duration length(String text) {
    String plain = text.strip();
    return Durations.parse(plain)
        .orElseGet(() -> {
          try {
            return Duration.parse(plain);
          } catch (DateTimeException e) {
            throw new Refused(
                Refused.Kind.INVALID,
                "'%s' is no length of a change. Write it like 2h, 90m or PT2H30M.".formatted(text));
          }
        });
  }

  private static Instant from(String text, ZoneId zone, Clock clock) {
    Instant now = clock.instant();
    if (text.isBlank()) {
      return now;
    }
    try {
      Instant from =
          text.contains("T")
              ? Instant.parse(text.strip())
              : LocalDate.parse(text.strip()).atStartOfDay(zone).toInstant();
      if (from.isAfter(now.plus(Duration.ofDays(3_660)))) {
        throw new Refused(
            Refused.Kind.INVALID,
            "%s is more than ten years ahead. Take an earlier day.".formatted(text));
      }
      return from.isBefore(now) ? now : from;
    } catch (DateTimeException e) {
      throw new Refused(
          Refused.Kind.INVALID,
          "'%s' is no time to begin from. Write a day like 2026-12-24, or an instant like 2026-12-24T18:00:00Z."
              .formatted(text));
    }
  }
}
