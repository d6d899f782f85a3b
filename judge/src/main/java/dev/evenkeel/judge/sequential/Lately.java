package dev.evenkeel.judge.sequential;

/** Response times of both versions in the last two minutes: older ones fade. */
final class Lately {
  private static final double FADE = 0.9;
  private static final double SURE = 3;
  private static final double MOST = 0.7;

  /** So many of the old version's answers are its slowest at most. */
  private static final double SLOWEST = 0.08;

  private final double[] logTime;
  private final double[] ours;
  private final double[] theirs;

  /**
   * @param bounds of the histograms, ascending, at least two
   */
  Lately(double[] bounds) {
    logTime = new double[bounds.length + 1];
    for (int b = 0; b <= bounds.length; b++) {
      double to = Math.log(Math.max(1e-6, bounds[Math.min(b, bounds.length - 1)]));
      double from = b == 0 ? to - 1 : Math.log(Math.max(1e-6, bounds[b - 1]));
      logTime[b] = b == bounds.length ? to + 0.5 : (from + to) / 2;
    }
    ours = new double[bounds.length + 1];
    theirs = new double[bounds.length + 1];
  }

  void add(double[] candidate, double[] control) {
    for (int b = 0; b < ours.length; b++) {
      ours[b] = ours[b] * FADE + candidate[b];
      theirs[b] = theirs[b] * FADE + control[b];
    }
  }

  /**
   * Whether the geometric mean of the new version's times, less three standard errors of luck,
   * leaves room for so much more.
   *
   * @param logFactor how much slower, as a logarithm
   */
  boolean canBeSlowerBy(double logFactor) {
    double difference = mean(ours) - mean(theirs);
    double error =
        Math.sqrt(
            variance(ours) / Math.max(1e-9, Histogram.total(ours))
                + variance(theirs) / Math.max(1e-9, Histogram.total(theirs)));
    return difference + SURE * error >= Math.max(logFactor, blur());
  }

  /**
   * Whether more of the new version's answers are as slow as the slowest of the old one; where most
   * answers lie in one bucket, slower by more than one bucket.
   */
  boolean canHaveALongerTail() {
    double n1 = Math.max(1e-9, Histogram.total(ours));
    double n0 = Math.max(1e-9, Histogram.total(theirs));
    int slow = 0;
    while (slow < theirs.length - 2 && beyond(theirs, slow - 1) > SLOWEST * n0) {
      slow++;
    }
    if (beyond(ours, slow - 1) / n1 <= beyond(theirs, slow - 1) / n0) {
      return false;
    }
    int narrow = narrow();
    if (narrow < 0) {
      return true;
    }
    double share = (beyond(ours, narrow) + beyond(theirs, narrow) + 0.5) / (n1 + n0 + 1);
    double error = Math.sqrt(share * (1 - share) * (1 / n1 + 1 / n0));
    return beyond(ours, narrow) / n1 - beyond(theirs, narrow) / n0 > SURE * error;
  }

  /** How many lie two buckets beyond this one, or farther. */
  private static double beyond(double[] counts, int bucket) {
    double sum = 0;
    for (int b = bucket + 2; b < counts.length; b++) {
      sum += counts[b];
    }
    return sum;
  }

  private double blur() {
    int narrow = narrow();
    return narrow >= 0 && narrow < logTime.length - 1 ? logTime[narrow + 1] - logTime[narrow] : 0;
  }

  /**
   * The bucket in which most answers of the old version lie, or -1. Nobody knows where in it they
   * lie: next to nothing may take them into the one beside it.
   */
  private int narrow() {
    double total = Histogram.total(theirs);
    for (int b = 0; b < theirs.length; b++) {
      if (theirs[b] > MOST * total) {
        return b;
      }
    }
    return -1;
  }

  private double mean(double[] counts) {
    double sum = 0;
    for (int b = 0; b < counts.length; b++) {
      sum += counts[b] * logTime[b];
    }
    return sum / Math.max(1e-9, Histogram.total(counts));
  }

  /** Within a bucket times differ, too: by an eighth squared at least. */
  private double variance(double[] counts) {
    double mean = mean(counts);
    double sum = 0;
    for (int b = 0; b < counts.length; b++) {
      sum += counts[b] * (logTime[b] - mean) * (logTime[b] - mean);
    }
    return sum / Math.max(1e-9, Histogram.total(counts)) + 0.016;
  }
}
