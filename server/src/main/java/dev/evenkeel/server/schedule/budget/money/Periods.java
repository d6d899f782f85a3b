package dev.evenkeel.server.schedule.budget.money;

import dev.evenkeel.estate.Budget;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The periods of a budget.
 *
 * @param list by their first day; a day is in the first that has it
 */
public record Periods(List<Budget.Period> list) {
  public Periods {
    list = list.stream().sorted(Comparator.comparing(Budget.Period::from)).toList();
  }

  public static Periods of(Budget budget) {
    return new Periods(budget.periods());
  }

  public Optional<Budget.Period> at(LocalDate day) {
    return list.stream()
        .filter(period -> !day.isBefore(period.from()) && !day.isAfter(period.to()))
        .findFirst();
  }

  public static String title(Budget.Period period) {
    return period.title().orElseGet(() -> "%s to %s".formatted(period.from(), period.to()));
  }

  /**
   * How much of a share falls into which period, in the order of its days; empty stands for none.
   * Rounded so that all of it adds up.
   */
  public Map<Optional<Budget.Period>, Long> split(Share share) {
    Map<Optional<Budget.Period>, Long> parts = new LinkedHashMap<>();
    if (share.days().isEmpty()) {
      parts.put(Optional.empty(), share.amount());
      return parts;
    }
    Days days = share.days().get();
    long length = days.length();
    long before = 0;
    for (int day = 1; day <= length; day++) {
      long until = Math.floorDiv(share.amount() * day, length);
      parts.merge(at(days.from().plusDays(day - 1L)), until - before, Long::sum);
      before = until;
    }
    return parts;
  }
}
