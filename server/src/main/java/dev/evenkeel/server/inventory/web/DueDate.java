package dev.evenkeel.server.inventory.web;

import dev.evenkeel.estate.backlog.Standing;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A day until which something holds, as a page shows it.
 *
 * @param day empty when it is over and nobody says since when
 * @param tone the class of the look: {@code bad} when it is over, {@code warn} when it is near
 */
record DueDate(Optional<LocalDate> day, String tone, String says) {
  private static final long NEAR_DAYS = 90;

  static DueDate of(Standing.End end, LocalDate today) {
    return end.isDated() ? of(end.day(), today) : new DueDate(Optional.empty(), "bad", "ended");
  }

  static DueDate of(LocalDate day, LocalDate today) {
    long left = ChronoUnit.DAYS.between(today, day);
    if (left < 0) {
      return new DueDate(Optional.of(day), "bad", "ended");
    }
    return new DueDate(
        Optional.of(day),
        left <= NEAR_DAYS ? "warn" : "",
        left == 0 ? "ends today" : left == 1 ? "1 day left" : "%d days left".formatted(left));
  }
}
