package dev.evenkeel.cli.timetable;

import dev.evenkeel.cli.ExitCode;
import dev.evenkeel.cli.Trouble;
import dev.evenkeel.optimiser.problem.Problem;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** A slot as people write it: its number, a day, or a time; in UTC where nothing else is said. */
final class Moment {
  private Moment() {}

  /** The first slot that does not begin earlier. */
  static int slot(Problem problem, String text) {
    long slot =
        text.chars().allMatch(Character::isDigit) && text.length() < 10
            ? Long.parseLong(text)
            : Math.ceilDiv(
                Duration.between(problem.start(), instant(text)).toSeconds(),
                60L * problem.slotMinutes());
    if (slot < 0 || slot > problem.horizonSlots()) {
      throw new Trouble(
          ExitCode.REFUSED,
          "%s lies outside of %s, which goes from %s to %s. Name a time inside."
              .formatted(
                  text, problem.name(), problem.start(), problem.at(problem.horizonSlots())));
    }
    return (int) slot;
  }

  private static Instant instant(String text) {
    try {
      if (!text.contains("T")) {
        return LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
      }
      boolean hasZone = text.endsWith("Z") || text.matches(".*T.*[+-].*");
      return hasZone
          ? OffsetDateTime.parse(text).toInstant()
          : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw new Trouble(
          ExitCode.REFUSED,
          "%s is no slot and no time. Write 120, 2026-11-14 or 2026-11-14T20:00.".formatted(text),
          e);
    }
  }
}
