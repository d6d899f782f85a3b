package dev.evenkeel.judge.backtest;

import java.util.function.DoublePredicate;
import org.apache.commons.numbers.gamma.RegularizedBeta;
import org.apache.commons.numbers.gamma.RegularizedGamma;

/** Where a true value is, as far as what was counted tells: wrong in at most one of 20 times. */
public record Interval(double low, double high) {
  private static final double TAIL = 0.025;
  private static final int HALVINGS = 100;

  /** Of a share, when {@code hits} of {@code tries} were counted (Clopper and Pearson). */
  public static Interval ofShare(long hits, long tries) {
    if (hits < 0 || hits > tries) {
      throw new IllegalArgumentException("%d of %d cannot be".formatted(hits, tries));
    }
    if (tries == 0) {
      return new Interval(0, 1);
    }
    double low =
        hits == 0
            ? 0
            : first(0, 1, p -> RegularizedBeta.value(p, hits, tries - hits + 1.0) >= TAIL);
    double high =
        hits == tries
            ? 1
            : first(0, 1, p -> RegularizedBeta.value(p, hits + 1.0, tries - hits) >= 1 - TAIL);
    return new Interval(low, high);
  }

  /** Of how many come in such a stretch of time, when {@code count} came in it (Garwood). */
  public static Interval ofCount(long count) {
    if (count < 0) {
      throw new IllegalArgumentException("%d cannot be counted".formatted(count));
    }
    double most = 20 + 3.0 * count;
    double low = count == 0 ? 0 : first(0, most, m -> RegularizedGamma.P.value(count, m) >= TAIL);
    double high = first(0, most, m -> RegularizedGamma.P.value(count + 1.0, m) >= 1 - TAIL);
    return new Interval(low, high);
  }

  public Interval times(double factor) {
    return new Interval(low * factor, high * factor);
  }

  private static double first(double from, double to, DoublePredicate reached) {
    double low = from;
    double high = to;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (reached.test(middle)) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }
}
