package dev.evenkeel.judge.sequential;

import java.util.Arrays;
import org.apache.commons.numbers.gamma.Erfc;
import org.apache.commons.numbers.gamma.InverseErfc;

/**
 * The shape of the control's response times: its recent histogram, read as a straight line between
 * bounds in the logarithm of time and the probit of the share. So it can say how the histogram
 * would look if all answers, or only the slowest twentieth, took longer by a factor.
 */
final class LatencyShape {
  private static final double TAIL = 1.6448536269514722; // the probit of 0.95
  private static final double LEAST = 1e-7;
  private static final double FARTHEST = 3;

  private final double[] logBound;
  private final double[] recent;
  private final double[] probit;
  private final double[] share;
  private double requests;

  /**
   * @param bounds in milliseconds, ascending, at least two
   */
  LatencyShape(double[] bounds) {
    logBound = Arrays.stream(bounds).map(b -> Math.log(Math.max(b, 1e-6))).toArray();
    recent = new double[bounds.length + 1];
    probit = new double[bounds.length];
    share = new double[bounds.length + 1];
  }

  boolean isKnown() {
    return requests > 30;
  }

  /** Takes in the control's histogram of one step; older ones fade. */
  void learn(double[] counts) {
    double fade = requests > 400 ? 0.9 : requests > 100 ? 0.98 : 1;
    requests = 0;
    for (int b = 0; b < recent.length; b++) {
      recent[b] = recent[b] * fade + counts[b];
      requests += recent[b];
    }
  }

  /** Reckons the shape anew from what was learned. */
  void update() {
    double sum = 0;
    for (int b = 0; b < probit.length; b++) {
      sum += recent[b];
      probit[b] = probit((sum + 0.3 * (b + 1) / recent.length) / (requests + 0.3));
      if (b > 0) {
        probit[b] = Math.max(probit[b], probit[b - 1] + 0.02);
      }
    }
    double below = 0;
    for (int b = 0; b < probit.length; b++) {
      double upTo = below(probit[b]);
      share[b] = Math.max(LEAST, upTo - below);
      below = upTo;
    }
    share[probit.length] = Math.max(LEAST, 1 - below);
  }

  /**
   * Fills in the logarithm of each bucket's share, all answers slower by a factor, over today's.
   */
  void slower(double logFactor, double[] into) {
    double below = 0;
    for (int b = 0; b < probit.length; b++) {
      double upTo = upTo(logBound[b] - logFactor);
      into[b] = ratio(upTo - below, b);
      below = upTo;
    }
    into[probit.length] = ratio(1 - below, probit.length);
  }

  /** The same with only the slowest twentieth slower. */
  void slowerTail(double logFactor, double[] into) {
    double from = quantile(TAIL);
    double below = 0;
    for (int b = 0; b < probit.length; b++) {
      double upTo = below(probit[b]);
      if (logBound[b] >= from) {
        upTo =
            logBound[b] < from + logFactor ? Math.min(0.95, upTo) : upTo(logBound[b] - logFactor);
      }
      upTo = Math.max(below, upTo);
      into[b] = ratio(upTo - below, b);
      below = upTo;
    }
    into[probit.length] = ratio(1 - below, probit.length);
  }

  private double ratio(double shifted, int bucket) {
    return Math.clamp(Math.log(Math.max(LEAST, shifted) / share[bucket]), -FARTHEST, FARTHEST);
  }

  private double upTo(double logTime) {
    int k = 0;
    while (k < probit.length - 2 && logTime > logBound[k + 1]) {
      k++;
    }
    double into = (logTime - logBound[k]) / (logBound[k + 1] - logBound[k]);
    return below(probit[k] + into * (probit[k + 1] - probit[k]));
  }

  private double quantile(double probitOfShare) {
    int k = 0;
    while (k < probit.length - 2 && probit[k + 1] < probitOfShare) {
      k++;
    }
    double into = (probitOfShare - probit[k]) / (probit[k + 1] - probit[k]);
    return logBound[k] + into * (logBound[k + 1] - logBound[k]);
  }

  private static double below(double probit) {
    return 0.5 * Erfc.value(-probit / Math.sqrt(2));
  }

  private static double probit(double share) {
    return -Math.sqrt(2) * InverseErfc.value(2 * Math.clamp(share, 1e-9, 1 - 1e-9));
  }
}
