package dev.evenkeel.optimiser.search;

import dev.evenkeel.optimiser.search.Model.Exclusion;
import dev.evenkeel.optimiser.search.Model.Neighbour;
import dev.evenkeel.optimiser.search.Model.Way;
import dev.evenkeel.optimiser.timetable.Assignment;
import dev.evenkeel.optimiser.timetable.Timetable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A timetable that is being made: who stands where, and what is left of everything. */
final class Board {
  private static final int NOWHERE = -1;

  final Model model;
  private final int[] choice;
  private final long[][] left;
  private final long[][] money;
  private final List<List<Integer>> in = new ArrayList<>();
  private long total;

  Board(Model model) {
    this.model = model;
    choice = new int[model.size];
    Arrays.fill(choice, NOWHERE);
    left = copy(model.capacity);
    money = copy(model.budgetLimit);
    for (int i = 0; i < model.exclusions.length; i++) {
      in.add(new ArrayList<>());
    }
    total = Arrays.stream(model.deferPenalty).sum();
  }

  private static long[][] copy(long[][] all) {
    return Arrays.stream(all).map(long[]::clone).toArray(long[][]::new);
  }

  /** The objective; less is better. */
  long total() {
    return total;
  }

  boolean isPlaced(int upgrade) {
    return choice[upgrade] != NOWHERE;
  }

  int start(int upgrade) {
    return model.choices[upgrade].start()[choice[upgrade]];
  }

  int end(int upgrade) {
    return start(upgrade) + way(upgrade, choice[upgrade]).length();
  }

  private Way way(int upgrade, int which) {
    return model.ways[upgrade][model.choices[upgrade].mode()[which]];
  }

  /** What placing it costs more than deferring it. */
  long cost(int upgrade, int which) {
    return model.choices[upgrade].cost()[which] - model.deferPenalty[upgrade];
  }

  /** Whether an upgrade that is not placed may stand there. */
  boolean fits(int upgrade, int which) {
    int start = model.choices[upgrade].start()[which];
    Way way = way(upgrade, which);
    int end = start + way.length();
    return inOrder(upgrade, start, end)
        && isAllowed(upgrade, start, end)
        && isPaid(upgrade, start, way.cost())
        && isManned(way, start, end);
  }

  private boolean inOrder(int upgrade, int start, int end) {
    for (Neighbour one : model.before[upgrade]) {
      if (!isPlaced(one.upgrade()) || end(one.upgrade()) + one.lag() > start) {
        return false;
      }
    }
    for (Neighbour one : model.after[upgrade]) {
      if (isPlaced(one.upgrade()) && end + one.lag() > start(one.upgrade())) {
        return false;
      }
    }
    return true;
  }

  private boolean isAllowed(int upgrade, int start, int end) {
    for (int number : model.exclusionsOf[upgrade]) {
      Exclusion exclusion = model.exclusions[number];
      List<Integer> others = in.get(number);
      if (others.size() < exclusion.most()) {
        continue;
      }
      if (atOnce(others, exclusion.gap(), start) >= exclusion.most()) {
        return false;
      }
      for (int other : others) {
        int there = start(other);
        if (start < there
            && there < end + exclusion.gap()
            && atOnce(others, exclusion.gap(), there) >= exclusion.most()) {
          return false;
        }
      }
    }
    return true;
  }

  /** How many of them go on in a slot. */
  private int atOnce(List<Integer> others, int gap, int slot) {
    int many = 0;
    for (int other : others) {
      if (start(other) <= slot && slot < end(other) + gap) {
        many++;
      }
    }
    return many;
  }

  private boolean isPaid(int upgrade, int start, long cost) {
    int budget = model.budget[upgrade];
    int period = model.periodAt[budget][start];
    return period >= 0 && cost <= money[budget][period];
  }

  private boolean isManned(Way way, int start, int end) {
    for (int i = 0; i < way.resource().length; i++) {
      long[] there = left[way.resource()[i]];
      int amount = way.amount()[i];
      for (int slot = start; slot < end; slot++) {
        if (there[slot] < amount) {
          return false;
        }
      }
    }
    return true;
  }

  void place(int upgrade, int which) {
    choice[upgrade] = which;
    total += cost(upgrade, which);
    for (int number : model.exclusionsOf[upgrade]) {
      in.get(number).add(upgrade);
    }
    use(upgrade);
  }

  private void use(int upgrade) {
    Way way = way(upgrade, choice[upgrade]);
    int start = start(upgrade);
    for (int i = 0; i < way.resource().length; i++) {
      long[] there = left[way.resource()[i]];
      for (int slot = start; slot < start + way.length(); slot++) {
        there[slot] -= way.amount()[i];
      }
    }
    int budget = model.budget[upgrade];
    money[budget][model.periodAt[budget][start]] -= way.cost();
  }

  Timetable timetable() {
    List<Assignment> assignments = new ArrayList<>();
    for (int u = 0; u < model.size; u++) {
      if (isPlaced(u)) {
        var upgrade = model.problem.upgrades().get(u);
        int mode = model.choices[u].mode()[choice[u]];
        assignments.add(new Assignment(upgrade.id(), upgrade.modes().get(mode).id(), start(u)));
      }
    }
    return new Timetable(assignments);
  }
}
