package dev.evenkeel.optimiser.search;

import java.util.Arrays;

/**
 * What a slot of each row costs, and a unit of money of each period: the multipliers of a
 * Lagrangian relaxation, where limits are replaced by prices. A high price says that many want the
 * same. Whole numbers in {@link #SCALE} parts of the objective, none less than 0, so that what is
 * computed from them is exact.
 */
final class Prices {
  static final long SCALE = 1_000;
  private static final long[] FREE = {};

  private final Model model;
  private final int[][] row;
  private final int[][] money;

  /** Prices of a row, added up from slot to slot; empty where all is free. */
  private final long[][] until;

  /** All is free. */
  Prices(Model model) {
    this.model = model;
    row = new int[model.rows.length][model.problem.horizonSlots()];
    money = Arrays.stream(model.budgetLimit).map(one -> new int[one.length]).toArray(int[][]::new);
    until = new long[row.length][];
    Arrays.fill(until, FREE);
  }

  /** Takes all prices from others. */
  void set(Prices other) {
    copy(other.row, row);
    copy(other.money, money);
    settle();
  }

  private static void copy(int[][] from, int[][] to) {
    for (int i = 0; i < from.length; i++) {
      System.arraycopy(from[i], 0, to[i], 0, from[i].length);
    }
  }

  /** Of each slot; to be changed only before {@link #settle}. */
  int[] ofRow(int number) {
    return row[number];
  }

  /** Of each period; to be changed only before {@link #settle}. */
  int[] ofMoney(int budget) {
    return money[budget];
  }

  /** To be called when prices were changed. */
  void settle() {
    for (int i = 0; i < row.length; i++) {
      until[i] = addedUp(row[i], until[i]);
    }
  }

  private static long[] addedUp(int[] prices, long[] before) {
    int any = 0;
    for (int price : prices) {
      any |= price;
    }
    if (any == 0) {
      return FREE;
    }
    long[] sums = before.length == 0 ? new long[prices.length + 1] : before;
    for (int slot = 0; slot < prices.length; slot++) {
      sums[slot + 1] = sums[slot] + prices[slot];
    }
    return sums;
  }

  /** What a choice pays for all that it uses. */
  long of(int upgrade, int which) {
    Way way = model.way(upgrade, which);
    int start = model.start(upgrade, which);
    long pays = 0;
    for (int i = 0; i < way.row().length; i++) {
      long[] sums = until[way.row()[i]];
      if (sums.length > 0) {
        pays += way.amount()[i] * (sums[model.until(upgrade, which, i)] - sums[start]);
      }
    }
    int budget = model.budget[upgrade];
    return pays + way.cost() * money[budget][model.periodAt[budget][start]];
  }

  /** What all that there is would cost. */
  long ofAll() {
    long all = 0;
    for (int i = 0; i < row.length; i++) {
      if (until[i].length > 0) {
        int[] limit = model.rows[i].limit();
        for (int slot = 0; slot < limit.length; slot++) {
          all += (long) row[i][slot] * limit[slot];
        }
      }
    }
    for (int i = 0; i < money.length; i++) {
      for (int period = 0; period < money[i].length; period++) {
        all += money[i][period] * model.budgetLimit[i][period];
      }
    }
    return all;
  }
}
