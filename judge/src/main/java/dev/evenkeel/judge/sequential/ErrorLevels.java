package dev.evenkeel.judge.sequential;

import java.util.Arrays;

/**
 * What is believed about the error rate that both versions share: a distribution over rates from
 * 0.01 % to 97 %, evenly apart in their logarithm. From step to step the rate drifts a little,
 * returns now and then to where it mostly was, and seldom jumps up, as when a dependency fails.
 */
final class ErrorLevels {
  static final int COUNT = 38;
  static final double[] LOG_RATE = new double[COUNT];
  static final double[] RATE = new double[COUNT];

  private static final double LOWEST = 1e-4;
  private static final double HIGHEST = 0.97;
  private static final double APART = 0.25;

  /** Where an incident takes the rate at least. */
  private static final double INCIDENT = 0.008;

  private static final double DRIFT = 0.08;
  private static final double RETURN = 0.03;
  private static final double JUMP = 0.002;
  private static final double SLOWEST = 0.01;
  private static final double[] JUMPS = new double[COUNT];

  static {
    int jumps = 0;
    for (int i = 0; i < COUNT; i++) {
      LOG_RATE[i] = Math.log(LOWEST) + i * APART;
      RATE[i] = Math.min(HIGHEST, Math.exp(LOG_RATE[i]));
      jumps += RATE[i] > INCIDENT ? 1 : 0;
    }
    for (int i = 0; i < COUNT; i++) {
      JUMPS[i] = RATE[i] > INCIDENT ? 1.0 / jumps : 0;
    }
  }

  private final double[] usual = new double[COUNT];
  private final double[] moved = new double[COUNT];
  private double steps;

  ErrorLevels() {
    for (int i = 0; i < COUNT; i++) {
      usual[i] = RATE[i] < 0.05 ? 1 : 0.1;
    }
    double sum = Arrays.stream(usual).sum();
    for (int i = 0; i < COUNT; i++) {
      usual[i] /= sum;
    }
  }

  /** Where the rate mostly was. */
  double[] usual() {
    return usual;
  }

  /** The usual rate; an incident is not usual. */
  double usualRate() {
    return Math.min(0.05, mean(usual));
  }

  static double mean(double[] weights) {
    double sum = 0;
    double total = 0;
    for (int i = 0; i < COUNT; i++) {
      sum += weights[i] * RATE[i];
      total += weights[i];
    }
    return sum / total;
  }

  /** One step of time for weights that lie at an offset in an array. */
  void move(double[] weights, int from) {
    double sum = 0;
    for (int i = 0; i < COUNT; i++) {
      double here = weights[from + i];
      double below = i > 0 ? weights[from + i - 1] : here;
      double above = i < COUNT - 1 ? weights[from + i + 1] : here;
      moved[i] = (1 - 2 * DRIFT) * here + DRIFT * (below + above);
      sum += here;
    }
    for (int i = 0; i < COUNT; i++) {
      weights[from + i] =
          (1 - RETURN - JUMP) * moved[i] + sum * (RETURN * usual[i] + JUMP * JUMPS[i]);
    }
  }

  /** Remembers where the rate was in this step. */
  void learn(double[] weights, double total) {
    double share = Math.max(SLOWEST, 1 / (steps + 2));
    steps++;
    for (int i = 0; i < COUNT; i++) {
      usual[i] += share * (0.98 * weights[i] / total + 0.02 / COUNT - usual[i]);
    }
  }
}
