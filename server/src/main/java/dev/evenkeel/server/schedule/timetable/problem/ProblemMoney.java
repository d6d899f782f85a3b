package dev.evenkeel.server.schedule.timetable.problem;

import dev.evenkeel.optimiser.problem.Amount;
import dev.evenkeel.optimiser.problem.Budget;
import dev.evenkeel.optimiser.problem.Profile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Money of a problem: budgets by period, and what an hour of downtime costs when. */
final class ProblemMoney {
  /** From which all is paid that no budget pays. */
  static final String NO_BUDGET = "no budget";

  private static final long PLENTY = 1_000_000_000_000L;

  private final SlotGrid grid;
  private final Map<String, List<Surroundings.Money>> known;
  private final Map<HourlyCost, String> profiles = new LinkedHashMap<>();

  /**
   * @param known budgets there are
   */
  ProblemMoney(SlotGrid grid, Map<String, List<Surroundings.Money>> known) {
    this.grid = grid;
    this.known = known;
  }

  List<Budget> budgets(List<Candidate> planned) {
    Map<String, Budget> budgets = new TreeMap<>();
    for (Candidate one : planned) {
      budgets.computeIfAbsent(one.plan().budget().orElse(NO_BUDGET), this::budget);
    }
    return List.copyOf(budgets.values());
  }

  private Budget budget(String name) {
    List<Amount> periods = new ArrayList<>();
    if (name.equals(NO_BUDGET)) {
      periods.add(new Amount(0, grid.slots(), PLENTY));
    } else {
      for (Surroundings.Money money : Objects.requireNonNull(known.get(name))) {
        grid.inside(money.when())
            .ifPresent(slots -> periods.add(new Amount(slots.from(), slots.to(), money.amount())));
      }
    }
    return new Budget(name, periods);
  }

  /** What the problem calls the cost of an upgrade's downtime; the same cost has one name. */
  String profile(Candidate one) {
    return profiles.computeIfAbsent(one.cost(), c -> "cost " + profiles.size());
  }

  /** All that were given a name. */
  List<Profile> profiles() {
    return profiles.entrySet().stream()
        .map(one -> new Profile(one.getValue(), hourly(one.getKey())))
        .toList();
  }

  private List<Integer> hourly(HourlyCost cost) {
    int hours = (grid.slots() - 1) * grid.minutes() / 60 + 1;
    List<Integer> hourly = new ArrayList<>(hours);
    for (int hour = 0; hour < hours; hour++) {
      hourly.add(
          Math.clamp(cost.at(grid.start().plus(Duration.ofHours(hour))), 0, Integer.MAX_VALUE));
    }
    return hourly;
  }
}
