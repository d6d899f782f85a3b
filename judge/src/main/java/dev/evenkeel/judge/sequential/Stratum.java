package dev.evenkeel.judge.sequential;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * What both parts counted at the same time: what is compared, so that what befalls both is blamed
 * on neither.
 *
 * @param at its end, in milliseconds since the beginning of the trial
 * @param age seconds since the new version last started
 * @param restarted whether the new version started in it, for the first time or again
 */
record Stratum(long at, double[] candidate, double[] control, double age, boolean restarted) {

  /** Whether the trial runs: what was before teaches only how these very hosts differ. */
  boolean running() {
    return at > 0;
  }

  /** Steps are put together until both parts have counted something. */
  static List<Stratum> of(Increments candidate, Increments control, Comparison comparison) {
    int width = comparison.width();
    int first = comparison.first();
    var strata = new ArrayList<Stratum>();
    var steps = new TreeSet<>(candidate.sums().keySet());
    steps.addAll(control.sums().keySet());
    boolean fresh = candidate.isEmpty() || candidate.sums().firstKey() > 0;
    double[] ours = new double[width];
    double[] theirs = new double[width];
    long born = 0;
    boolean restarted = false;
    boolean running = false;
    for (long step : steps) {
      plus(ours, candidate.of(step));
      plus(theirs, control.of(step));
      restarted |= step > 0 && !running;
      running |= step > 0;
      if (step > 0 && candidate.restarts().contains(step)) {
        born = step - Steps.SHORT;
        restarted = true;
      }
      boolean learns = fresh && step <= 0;
      if (theirs[first] <= 0 || (ours[first] <= 0 && !learns)) {
        continue;
      }
      double age = step > 0 ? Math.max(0, step - born) / 1000.0 : Double.POSITIVE_INFINITY;
      strata.add(
          new Stratum(
              step,
              comparison.counts(ours.clone()),
              comparison.counts(theirs.clone()),
              age,
              restarted));
      Arrays.fill(ours, 0);
      Arrays.fill(theirs, 0);
      restarted = false;
    }
    return strata;
  }

  private static void plus(double[] sum, double[] more) {
    for (int i = 0; i < more.length; i++) {
      sum[i] += more[i];
    }
  }
}
