package dev.evenkeel.server.schedule.budget.money;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Days from the first to the last, both of them included. */
public record Days(LocalDate from, LocalDate to) {
  public Days {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("%s is before %s".formatted(to, from));
    }
  }

  static Days one(LocalDate day) {
    return new Days(day, day);
  }

  long length() {
    return ChronoUnit.DAYS.between(from, to) + 1;
  }
}
