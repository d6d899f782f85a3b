package dev.evenkeel.judge.sequential;

/**
 * How likely a number of failures is: binomial, or with a burst on top, as of a client that tries
 * again and again. A burst is of k failed requests more with geometric k, of mean 3 or 12. How
 * often bursts come is learned from the control, as a share of its failures.
 */
final class Bursts {
  private static final int LONGEST = 60;
  private static final double[] SIZES = sizes();

  /** One burst in 25 failures, believed as much as 15 failures seen. */
  private static final double PRIOR_SHARE = 0.04;

  private static final double PRIOR_FAILURES = 15;
  private static final double MOST = 0.3;

  private double bursts = PRIOR_SHARE * PRIOR_FAILURES;
  private double failures = PRIOR_FAILURES;

  /** The probability that a step in which so many failures are usual has a burst. */
  double chance(double usual) {
    return Math.min(MOST, bursts / failures * usual);
  }

  /** Learns from the control: it had so many failures where such a rate was expected. */
  void learn(double requests, double failed, double rate, double usual) {
    if (failed > 1) {
      double odds = chance(usual) * timesAsLikely(requests, failed, rate);
      bursts += odds / (1 - chance(usual) + odds);
    }
    failures += Math.min(failed, 1e6);
  }

  /**
   * The logarithm of the likelihood, but for a term that does not depend on the rate.
   *
   * @param passes the logarithm of the share that does not fail
   */
  static double logLikelihood(
      double requests, double failed, double logRate, double passes, double chance) {
    double plain = failed * logRate + (requests - failed) * passes;
    return failed == 0
        ? plain + Math.log1p(-chance)
        : plain
            + Math.log(1 - chance + chance * timesAsLikely(requests, failed, Math.exp(logRate)));
  }

  /** How much likelier the failures are with a burst than without. */
  private static double timesAsLikely(double requests, double failed, double rate) {
    double sum = 0;
    double product = 1;
    for (int k = 1; k <= Math.min(LONGEST, failed); k++) {
      product *= (failed - k + 1) / ((requests - k + 1) * rate);
      sum += SIZES[k] * product;
    }
    return Math.min(sum, 1e250);
  }

  private static double[] sizes() {
    var sizes = new double[LONGEST + 1];
    for (int k = 1; k <= LONGEST; k++) {
      for (double mean : new double[] {3, 12}) {
        sizes[k] += 0.5 * Math.pow(1 - 1 / mean, k - 1) / mean;
      }
    }
    return sizes;
  }
}
