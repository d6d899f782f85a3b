package dev.evenkeel.optimiser.search;

import java.util.Arrays;

/**
 * Makes prices better step by step, so that the bound rises: the volume algorithm of F. Barahona
 * and R. Anbil, The volume algorithm: producing primal solutions with a subgradient method,
 * Mathematical Programming 87 (2000). Where the choices of the steps so far, on average, use more
 * than there is, the price goes up; where less, down.
 */
final class Ascent {
  /** How much the last choices count in the average. */
  private static final float SHARE = 0.05f;

  /** Money is counted in these, so that its prices move as fast as others. */
  private static final double MONEY = 5_000;

  private static final double FIRST_STRIDE = 0.2;
  private static final double SHORTEST_STRIDE = 0.001;
  private static final double LONGEST_STRIDE = 2;
  private static final double LONGER = 1.05;
  private static final double SHORTER = 0.8;
  private static final int PATIENCE = 20;

  private final Model model;
  private final Relaxation relaxation;
  private final Prices best;
  private final Prices trial;
  private final float[][] used;
  private final float[][] spent;
  private long bound;
  private double stride = FIRST_STRIDE;
  private int failures;

  Ascent(Model model) {
    this.model = model;
    relaxation = new Relaxation(model);
    best = new Prices(model);
    trial = new Prices(model);
    used = new float[model.rows.length][model.problem.horizonSlots()];
    spent =
        Arrays.stream(model.budgetLimit).map(one -> new float[one.length]).toArray(float[][]::new);
    bound = relaxation.solve(best);
    average(1);
  }

  /** What no timetable falls below. */
  long bound() {
    return Math.ceilDiv(bound, Prices.SCALE);
  }

  /** With which the bound was found. */
  Prices prices() {
    return best;
  }

  /** Whether steps have become so short that little more is to be expected. */
  boolean isSpent() {
    return stride <= SHORTEST_STRIDE;
  }

  /**
   * @param total of the best timetable that is known
   */
  void step(long total) {
    double length = length();
    if (length == 0) {
      stride = SHORTEST_STRIDE;
      return;
    }
    move(stride * Math.max(1, total * (double) Prices.SCALE - bound) / length);
    long found = relaxation.solve(trial);
    average(SHARE);
    if (found > bound) {
      bound = found;
      best.set(trial);
      stride = Math.min(LONGEST_STRIDE, stride * LONGER);
      failures = 0;
    } else if (++failures >= PATIENCE) {
      stride = Math.max(SHORTEST_STRIDE, stride * SHORTER);
      failures = 0;
    }
  }

  /** Takes the last choices into the average. */
  private void average(float share) {
    fade(used, 1 - share);
    fade(spent, 1 - share);
    for (int u = 0; u < model.size; u++) {
      int which = relaxation.picked(u);
      if (which != Board.NOWHERE) {
        add(u, which, share);
      }
    }
  }

  private static void fade(float[][] all, float by) {
    for (float[] one : all) {
      for (int i = 0; i < one.length; i++) {
        one[i] *= by;
      }
    }
  }

  private void add(int upgrade, int which, float share) {
    Way way = model.way(upgrade, which);
    int start = model.start(upgrade, which);
    for (int i = 0; i < way.row().length; i++) {
      float[] row = used[way.row()[i]];
      int until = model.until(upgrade, which, i);
      for (int slot = start; slot < until; slot++) {
        row[slot] += share * way.amount()[i];
      }
    }
    int budget = model.budget[upgrade];
    spent[budget][model.periodAt[budget][start]] += share * way.cost();
  }

  /** The square of how far usage is from what there is, where prices can answer to it. */
  private double length() {
    double length = 0;
    for (int i = 0; i < used.length; i++) {
      int[] price = best.ofRow(i);
      int[] limit = model.rows[i].limit();
      for (int slot = 0; slot < limit.length; slot++) {
        double over = used[i][slot] - limit[slot];
        if (over > 0 || price[slot] > 0) {
          length += over * over;
        }
      }
    }
    for (int i = 0; i < spent.length; i++) {
      int[] price = best.ofMoney(i);
      for (int period = 0; period < price.length; period++) {
        double over = overspent(i, period);
        if (over > 0 || price[period] > 0) {
          length += over * over;
        }
      }
    }
    return length;
  }

  private double overspent(int budget, int period) {
    return (spent[budget][period] - model.budgetLimit[budget][period]) / MONEY;
  }

  private void move(double by) {
    for (int i = 0; i < used.length; i++) {
      int[] from = best.ofRow(i);
      int[] to = trial.ofRow(i);
      int[] limit = model.rows[i].limit();
      for (int slot = 0; slot < limit.length; slot++) {
        to[slot] = moved(from[slot], by * (used[i][slot] - limit[slot]));
      }
    }
    for (int i = 0; i < spent.length; i++) {
      int[] from = best.ofMoney(i);
      int[] to = trial.ofMoney(i);
      for (int period = 0; period < to.length; period++) {
        to[period] = moved(from[period], by * overspent(i, period) / MONEY);
      }
    }
    trial.settle();
  }

  private static int moved(int price, double by) {
    return Math.clamp(Math.round(price + by), 0, Integer.MAX_VALUE);
  }
}
