package dev.evenkeel.optimiser.explain;

import dev.evenkeel.optimiser.problem.Amount;
import dev.evenkeel.optimiser.problem.Budget;
import dev.evenkeel.optimiser.problem.Mode;
import dev.evenkeel.optimiser.problem.Names;
import dev.evenkeel.optimiser.problem.Problem;
import dev.evenkeel.optimiser.problem.Resource;
import dev.evenkeel.optimiser.problem.Upgrade;
import dev.evenkeel.optimiser.timetable.Assignment;
import dev.evenkeel.optimiser.timetable.Timetable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What stands in a timetable beside one upgrade. */
final class Others {

  /** An upgrade with its place. */
  record Placed(Upgrade upgrade, Mode mode, int start) {
    int end() {
      return start + mode.length();
    }
  }

  private final Problem problem;
  private final Map<String, Placed> placed = new HashMap<>();

  Others(Problem problem, Names names, Timetable timetable, String without) {
    this.problem = problem;
    for (Assignment one : timetable.assignments()) {
      if (!one.upgrade().equals(without)) {
        Upgrade upgrade = names.upgrade(one.upgrade()).orElseThrow();
        placed.put(
            one.upgrade(),
            new Placed(upgrade, upgrade.mode(one.mode()).orElseThrow(), one.start()));
      }
    }
  }

  Optional<Placed> find(String upgrade) {
    return Optional.ofNullable(placed.get(upgrade));
  }

  /** How many of a resource are left in each slot. */
  long[] left(Resource resource) {
    long[] left = new long[problem.horizonSlots()];
    for (Amount there : resource.capacity()) {
      add(left, there.from(), there.to(), there.amount());
    }
    for (Placed one : placed.values()) {
      for (Mode.Need need : one.mode().needs()) {
        if (need.resource().equals(resource.id())) {
          add(left, one.start(), one.end(), -need.amount());
        }
      }
    }
    return left;
  }

  /**
   * How many more upgrades of some systems are at work in each slot than there may be beside one.
   *
   * @param gap slots after the end of each that still count
   * @param most how many there may be
   */
  long[] crowd(Set<String> systems, int gap, int most) {
    long[] many = new long[problem.horizonSlots()];
    Arrays.fill(many, 1L - most);
    for (Placed one : placed.values()) {
      if (systems.contains(one.upgrade().system())) {
        add(many, one.start(), one.end() + gap, 1);
      }
    }
    return many;
  }

  private static void add(long[] all, int from, int to, long amount) {
    for (int slot = Math.max(0, from); slot < Math.min(all.length, to); slot++) {
      all[slot] += amount;
    }
  }

  /** How much of a budget is left in each of its periods. */
  List<Amount> left(Budget budget) {
    List<Placed> paid =
        placed.values().stream().filter(one -> one.upgrade().budget().equals(budget.id())).toList();
    return budget.periods().stream()
        .map(period ->
            new Amount(
                period.from(),
                period.to(),
                period.amount()
                    - paid.stream()
                        .filter(one -> period.isAt(one.start()))
                        .mapToLong(one -> one.mode().cost())
                        .sum()))
        .toList();
  }

  /** All that are placed of these systems, in the order of their starts. */
  List<Placed> of(Set<String> systems, int from, int to) {
    return placed.values().stream()
        .filter(one -> one.start() < to && from < one.end())
        .filter(one -> systems.contains(one.upgrade().system()))
        .sorted(Comparator.comparingInt(Placed::start))
        .toList();
  }
}
