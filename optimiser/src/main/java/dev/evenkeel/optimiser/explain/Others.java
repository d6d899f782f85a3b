package dev.evenkeel.optimiser.explain;

import dev.evenkeel.optimiser.problem.Amount;
import dev.evenkeel.optimiser.problem.Budget;
import dev.evenkeel.optimiser.problem.Group;
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
import java.util.function.Predicate;

/** What stands in a timetable beside one upgrade. */
final class Others {

  /** An upgrade with its place. */
  record Placed(Upgrade upgrade, Mode mode, int start) {
    int end() {
      return start + mode.length();
    }
  }

  private final Problem problem;
  private final Names names;
  private final Map<String, Placed> placed = new HashMap<>();

  Others(Problem problem, Timetable timetable, String without) {
    this.problem = problem;
    names = new Names(problem);
    for (Assignment one : timetable.assignments()) {
      if (!one.upgrade().equals(without)) {
        Upgrade upgrade = names.upgrade(one.upgrade()).orElseThrow();
        placed.put(
            one.upgrade(),
            new Placed(upgrade, upgrade.mode(one.mode()).orElseThrow(), one.start()));
      }
    }
  }

  Names names() {
    return names;
  }

  Optional<Placed> find(String upgrade) {
    return Optional.ofNullable(placed.get(upgrade));
  }

  /** Where fewer than so many of a resource are left. */
  Shortage lacking(Resource resource, long amount) {
    long[] lacking = new long[problem.horizonSlots()];
    Arrays.fill(lacking, amount);
    for (Amount there : resource.capacity()) {
      for (int slot = there.from(); slot < there.to(); slot++) {
        lacking[slot] -= there.amount();
      }
    }
    for (Placed one : placed.values()) {
      for (Mode.Need need : one.mode().needs()) {
        if (need.resource().equals(resource.id())) {
          add(lacking, one.start(), one.end(), need.amount());
        }
      }
    }
    return new Shortage(lacking);
  }

  /** Where as many of a group are at work as there may be. */
  Shortage full(Group group) {
    return full(one -> group.systems().contains(one), group.gap(), group.maxParallel());
  }

  /** Where another upgrade of the same system is at work. */
  Shortage busy(String system) {
    return full(system::equals, 0, 1);
  }

  private Shortage full(Predicate<String> isIn, int gap, int most) {
    long[] many = new long[problem.horizonSlots()];
    Arrays.fill(many, 1L - most);
    for (Placed one : placed.values()) {
      if (isIn.test(one.upgrade().system())) {
        add(many, one.start(), one.end() + gap, 1);
      }
    }
    return new Shortage(many);
  }

  private static void add(long[] all, int from, int to, long amount) {
    for (int slot = Math.max(0, from); slot < Math.min(all.length, to); slot++) {
      all[slot] += amount;
    }
  }

  /** Where a budget has less than so much left; all of it where it has no period. */
  Shortage unpaid(Budget budget, long cost) {
    long[] lacking = new long[problem.horizonSlots()];
    Arrays.fill(lacking, Math.max(1, cost));
    for (Amount period : budget.periods()) {
      long left =
          period.amount()
              - placed.values().stream()
                  .filter(one -> one.upgrade().budget().equals(budget.id()))
                  .filter(one -> period.isAt(one.start()))
                  .mapToLong(one -> one.mode().cost())
                  .sum();
      Arrays.fill(lacking, period.from(), period.to(), cost - left);
    }
    return new Shortage(lacking);
  }

  /** All that are placed of these systems, in the order of their starts. */
  List<Placed> of(List<String> systems, int from, int to) {
    return placed.values().stream()
        .filter(one -> systems.contains(one.upgrade().system()))
        .filter(one -> one.start() < to && from < one.end())
        .sorted(Comparator.comparingInt(Placed::start))
        .toList();
  }
}
