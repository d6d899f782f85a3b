package dev.evenkeel.server.tasks.deadline;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/**
 * Which days count.
 *
 * @param only whether Saturdays, Sundays and days off are passed over
 */
public record Workdays(boolean only, Set<LocalDate> daysOff) {
  public static final Workdays ALL = new Workdays(false, Set.of());

  public Workdays {
    daysOff = Set.copyOf(daysOff);
  }

  private boolean works(LocalDate day) {
    return !only
        || day.getDayOfWeek() != DayOfWeek.SATURDAY
            && day.getDayOfWeek() != DayOfWeek.SUNDAY
            && !daysOff.contains(day);
  }

  /** So many days that count later, or earlier; never a day that does not count. */
  LocalDate plus(LocalDate day, int amount) {
    if (!only) {
      return day.plusDays(amount);
    }
    int step = amount < 0 ? -1 : 1;
    LocalDate at = day;
    for (int left = Math.abs(amount); left > 0; ) {
      at = at.plusDays(step);
      if (works(at)) {
        left--;
      }
    }
    while (!works(at)) {
      at = at.plusDays(step);
    }
    return at;
  }
}
