package dev.evenkeel.judge.sequential;

import java.util.Arrays;

/**
 * What is believed about how much slower these hosts are without being worse: a lasting difference
 * of the hosts, and what a cold start adds. A filter over both.
 */
final class HostNoise {

  /** By how much a cold start slows answers at first, as a share, and how often. */
  private static final double[] WARM = {0, 0.5, 1.1, 2};

  private static final double[] WARM_SHARE = {0.8, 0.08, 0.08, 0.04};
  private static final int COUNT = 15;

  /** The share of steps in which hosts begin to differ in another way. */
  private static final double REDRAW = 0.08;

  private final double[] slower = new double[COUNT];
  private final double[] prior = new double[COUNT];
  private final double[][] belief = new double[WARM.length][COUNT];
  private final double[] moved = new double[COUNT];
  private final double[][] likelihood = new double[WARM.length][COUNT];

  /** How likely a step is if the new version is slower by a factor. */
  interface Likelihood {
    double of(double logFactor);
  }

  /**
   * @param most the largest difference that is not worse, as a logarithm
   * @param spread the standard deviation of differences between hosts
   */
  HostNoise(double most, double spread) {
    for (int i = 0; i < COUNT; i++) {
      slower[i] = most * (i - COUNT / 2) / (COUNT / 2);
      prior[i] = Math.exp(-0.5 * Math.pow(slower[i] / spread, 2));
    }
    double sum = Arrays.stream(prior).sum();
    for (int i = 0; i < COUNT; i++) {
      prior[i] /= sum;
      for (int w = 0; w < WARM.length; w++) {
        belief[w][i] = prior[i] * WARM_SHARE[w];
      }
    }
  }

  void startAgain() {
    for (int i = 0; i < COUNT; i++) {
      double sum = 0;
      for (double[] row : belief) {
        sum += row[i];
      }
      for (int w = 0; w < WARM.length; w++) {
        belief[w][i] = sum * WARM_SHARE[w];
      }
    }
  }

  /**
   * Learns from a step.
   *
   * @param cold how much of a cold start is left, 0 to 1
   * @return the logarithm of how probable the step was
   */
  double takeIn(Likelihood step, double cold) {
    double best = Double.NEGATIVE_INFINITY;
    for (int w = 0; w < WARM.length; w++) {
      move(belief[w]);
      double added = Math.log1p(WARM[w] * cold);
      for (int i = 0; i < COUNT; i++) {
        likelihood[w][i] = step.of(slower[i] + added);
        best = Math.max(best, likelihood[w][i]);
      }
    }
    double total = 0;
    for (int w = 0; w < WARM.length; w++) {
      for (int i = 0; i < COUNT; i++) {
        belief[w][i] = Math.max(1e-300, belief[w][i] * Math.exp(likelihood[w][i] - best));
        total += belief[w][i];
      }
    }
    for (double[] row : belief) {
      for (int i = 0; i < COUNT; i++) {
        row[i] /= total;
      }
    }
    return best + Math.log(total);
  }

  private void move(double[] row) {
    double sum = Arrays.stream(row).sum();
    for (int i = 0; i < COUNT; i++) {
      double stay =
          0.8 * row[i] + 0.1 * (row[Math.max(0, i - 1)] + row[Math.min(COUNT - 1, i + 1)]);
      moved[i] = (1 - REDRAW) * stay + REDRAW * sum * prior[i];
    }
    System.arraycopy(moved, 0, row, 0, COUNT);
  }
}
