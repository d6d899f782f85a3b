package dev.evenkeel.server.inventory.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * A day until which something holds, as a page shows it.
 *
 * @param tone the class of the look: {@code bad} when it is over, {@code warn} when it is near
 */
record DueDate(LocalDate day, String tone, String says) {
  private static final long NEAR_DAYS = 90;

  static DueDate of(LocalDate day, LocalDate today) {
    long left = ChronoUnit.DAYS.between(today, day);
    if (left < 0) {
      return new DueDate(day, "bad", "ended");
    }
    return new DueDate(
        day,
        left <= NEAR_DAYS ? "warn" : "",
        left == 0 ? "ends today" : left == 1 ? "1 day left" : "%d days left".formatted(left));
  }
}
