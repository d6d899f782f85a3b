package dev.evenkeel.server.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is so of an upgrade and what happened to it, the newest first, as much as fits one page.
 *
 * @param sort the only one that is shown
 * @param sorts of which there are any
 * @param from how many newer ones come before
 * @param older where those begin that come after; 0 when there are none
 */
public record Timeline(
    List<Day> days, Optional<FactSort> sort, List<Count> sorts, int all, int from, int older) {
  /** So many facts are on one page. */
  private static final int PAGE = 50;

  /**
   * The facts of one day.
   *
   * @param at of the newest of them; empty for what is so now
   */
  public record Day(Optional<Instant> at, List<Fact> facts) {
    public Day {
      facts = List.copyOf(facts);
    }
  }

  /** How many there are of one sort. */
  public record Count(FactSort sort, int count) {}

  public Timeline {
    days = List.copyOf(days);
    sorts = List.copyOf(sorts);
  }

  /**
   * @param older how many newer ones are left out
   */
  public static Timeline of(Collection<Fact> facts, Optional<FactSort> sort, int older) {
    List<Fact> told = FactBook.timeline(facts);
    Map<FactSort, Integer> counts = new EnumMap<>(FactSort.class);
    told.forEach(fact -> counts.merge(fact.sort(), 1, Integer::sum));
    List<Fact> wanted =
        told.stream().filter(fact -> sort.map(fact.sort()::equals).orElse(true)).toList();
    int from = Math.clamp(older, 0, wanted.size());
    int to = Math.min(wanted.size(), from + PAGE);
    return new Timeline(
        days(wanted.subList(from, to)),
        sort,
        counts.entrySet().stream().map(one -> new Count(one.getKey(), one.getValue())).toList(),
        told.size(),
        from,
        to < wanted.size() ? to : 0);
  }

  private static List<Day> days(List<Fact> facts) {
    List<Day> days = new ArrayList<>();
    List<Fact> same = new ArrayList<>();
    for (Fact fact : facts) {
      if (!same.isEmpty() && !day(same.getFirst()).equals(day(fact))) {
        days.add(new Day(same.getFirst().at(), same));
        same = new ArrayList<>();
      }
      same.add(fact);
    }
    if (!same.isEmpty()) {
      days.add(new Day(same.getFirst().at(), same));
    }
    return days;
  }

  private static Optional<LocalDate> day(Fact fact) {
    return fact.at().map(at -> at.atZone(ZoneOffset.UTC).toLocalDate());
  }
}
