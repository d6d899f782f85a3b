package dev.evenkeel.optimiser.search;

import java.util.Arrays;

/**
 * What is left of everything that upgrades share, slot by slot, and of the money of each period.
 */
final class Stock {
  private static final int NO_PERIOD = -1;

  private final int[][] left;
  private final long[][] money;
  private final int[][] periodAt;

  /**
   * All that there is.
   *
   * @param budgetLimit money of each period of each budget
   * @param periodAt of each budget: the period in which a slot lies; -1 for none
   */
  Stock(Row[] rows, long[][] budgetLimit, int[][] periodAt) {
    left = Arrays.stream(rows).map(row -> row.limit().clone()).toArray(int[][]::new);
    money = Arrays.stream(budgetLimit).map(long[]::clone).toArray(long[][]::new);
    this.periodAt = periodAt;
  }

  /** Whether there is enough of all that a way takes from a slot on. */
  boolean isEnough(Way way, int budget, int start) {
    if (lacking(way, budget, start) > 0) {
      return false;
    }
    for (int i = 0; i < way.real(); i++) {
      if (isShort(way, i, start)) {
        return false;
      }
    }
    return true;
  }

  /** How much more money a way needs than there is in the period of a slot. */
  long lacking(Way way, int budget, int start) {
    int period = periodAt[budget][start];
    return period == NO_PERIOD ? Long.MAX_VALUE : way.cost() - money[budget][period];
  }

  /** Whether there is too little of the i-th row of a way. */
  boolean isShort(Way way, int i, int start) {
    int[] there = left[way.row()[i]];
    int amount = way.amount()[i];
    int until = way.until(i, start, there.length);
    for (int slot = start; slot < until; slot++) {
      if (there[slot] < amount) {
        return true;
      }
    }
    return false;
  }

  void take(Way way, int budget, int start) {
    use(way, budget, start, 1);
  }

  void giveBack(Way way, int budget, int start) {
    use(way, budget, start, -1);
  }

  private void use(Way way, int budget, int start, int times) {
    for (int i = 0; i < way.real(); i++) {
      int[] there = left[way.row()[i]];
      int until = way.until(i, start, there.length);
      for (int slot = start; slot < until; slot++) {
        there[slot] -= times * way.amount()[i];
      }
    }
    money[budget][periodAt[budget][start]] -= times * way.cost();
  }
}
