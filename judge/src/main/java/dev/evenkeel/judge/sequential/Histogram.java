package dev.evenkeel.judge.sequential;

/** Quantiles of counts in buckets of time. */
final class Histogram {
  private Histogram() {}

  static double total(double[] counts) {
    double sum = 0;
    for (double count : counts) {
      sum += count;
    }
    return sum;
  }

  /**
   * The time within which a share was done, in milliseconds; between bounds times are taken as
   * spread evenly in their logarithm. Above the highest bound it is the highest bound.
   *
   * @param counts one more than bounds, above 0 together
   */
  static double quantile(double[] bounds, double[] counts, double share) {
    double wanted = share * total(counts);
    double sum = 0;
    for (int b = 0; b < bounds.length; b++) {
      if (sum + counts[b] >= wanted && counts[b] > 0) {
        double from = Math.log(b == 0 ? bounds[0] / 2 : Math.max(bounds[b - 1], bounds[0] / 2));
        double to = Math.log(bounds[b]);
        return Math.exp(from + (to - from) * (wanted - sum) / counts[b]);
      }
      sum += counts[b];
    }
    return bounds[bounds.length - 1];
  }
}
