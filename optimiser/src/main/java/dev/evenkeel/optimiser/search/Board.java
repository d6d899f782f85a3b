package dev.evenkeel.optimiser.search;

import dev.evenkeel.optimiser.search.Model.Neighbour;
import dev.evenkeel.optimiser.timetable.Assignment;
import dev.evenkeel.optimiser.timetable.Timetable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;

/** A timetable that is being made: who stands where, and what is left of everything. */
final class Board {
  /** The choice of an upgrade that is deferred. */
  static final int NOWHERE = -1;

  final Model model;
  private final int[] choice;
  private final Stock left;
  private long total;

  /** An empty one: all is deferred. */
  Board(Model model) {
    this.model = model;
    choice = new int[model.size];
    Arrays.fill(choice, NOWHERE);
    left = new Stock(model.rows, model.budgetLimit, model.periodAt);
    total = Arrays.stream(model.deferPenalty).sum();
  }

  static Board of(Model model, int[] choices) {
    Board board = new Board(model);
    for (int u = 0; u < model.size; u++) {
      if (choices[u] != NOWHERE) {
        board.place(u, choices[u]);
      }
    }
    return board;
  }

  /** The objective; less is better. */
  long total() {
    return total;
  }

  /** Which of its choices each upgrade has; {@link #NOWHERE} when it is deferred. */
  int[] choices() {
    return choice.clone();
  }

  int choice(int upgrade) {
    return choice[upgrade];
  }

  boolean isPlaced(int upgrade) {
    return choice[upgrade] != NOWHERE;
  }

  int start(int upgrade) {
    return model.start(upgrade, choice[upgrade]);
  }

  int end(int upgrade) {
    return model.end(upgrade, choice[upgrade]);
  }

  /** What placing it costs more than deferring it. */
  long cost(int upgrade, int which) {
    return model.choices[upgrade].cost()[which] - model.deferPenalty[upgrade];
  }

  /** Whether an upgrade that is not placed may stand there. */
  boolean fits(int upgrade, int which) {
    return isAfterAllBefore(upgrade, which)
        && isBeforeAllAfter(upgrade, which)
        && left.isEnough(
            model.way(upgrade, which), model.budget[upgrade], model.start(upgrade, which));
  }

  boolean isAfterAllBefore(int upgrade, int which) {
    int start = model.start(upgrade, which);
    for (Neighbour one : model.before[upgrade]) {
      if (!isPlaced(one.upgrade()) || end(one.upgrade()) + one.lag() > start) {
        return false;
      }
    }
    return true;
  }

  private boolean isBeforeAllAfter(int upgrade, int which) {
    int end = model.end(upgrade, which);
    for (Neighbour one : model.after[upgrade]) {
      if (isPlaced(one.upgrade()) && end + one.lag() > start(one.upgrade())) {
        return false;
      }
    }
    return true;
  }

  /** How much money a choice needs more than there is in its period. */
  long lacking(int upgrade, int which) {
    return left.lacking(
        model.way(upgrade, which), model.budget[upgrade], model.start(upgrade, which));
  }

  /** The period of its budget in which a choice starts. */
  private int period(int upgrade, int which) {
    return model.periodAt[model.budget[upgrade]][model.start(upgrade, which)];
  }

  /** What a placed upgrade would give back to a choice that is paid from the same budget. */
  long givesBack(int placed, int upgrade, int which) {
    return period(placed, choice[placed]) == period(upgrade, which)
        ? model.way(placed, choice[placed]).cost()
        : 0;
  }

  void place(int upgrade, int which) {
    choice[upgrade] = which;
    total += cost(upgrade, which);
    left.take(model.way(upgrade, which), model.budget[upgrade], model.start(upgrade, which));
  }

  /** Takes it off again. What comes after it stays where it is. */
  void remove(int upgrade) {
    int which = choice[upgrade];
    left.giveBack(model.way(upgrade, which), model.budget[upgrade], model.start(upgrade, which));
    total -= cost(upgrade, which);
    choice[upgrade] = NOWHERE;
  }

  /**
   * Names what stands where an upgrade wants to, besides what must come before it and whoever
   * spends the money: with all of them gone there is room.
   */
  void inTheWay(int upgrade, int which, IntConsumer each) {
    int start = model.start(upgrade, which);
    int end = model.end(upgrade, which);
    for (Neighbour one : model.after[upgrade]) {
      if (isPlaced(one.upgrade()) && end + one.lag() > start(one.upgrade())) {
        each.accept(one.upgrade());
      }
    }
    Way way = model.way(upgrade, which);
    for (int i = 0; i < way.real(); i++) {
      if (left.isShort(way, i, start)) {
        users(way.row()[i], start, model.until(upgrade, which, i), each);
      }
    }
  }

  /** Who uses a row in some of these slots. */
  private void users(int row, int from, int to, IntConsumer each) {
    for (int other : model.usersOf[row]) {
      if (isPlaced(other) && start(other) < to && usedUntil(other, row) > from) {
        each.accept(other);
      }
    }
  }

  private int usedUntil(int upgrade, int row) {
    Way way = model.way(upgrade, choice[upgrade]);
    for (int i = 0; i < way.real(); i++) {
      if (way.row()[i] == row) {
        return model.until(upgrade, choice[upgrade], i);
      }
    }
    return 0;
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
