package dev.evenkeel.judge.literal;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A histogram of times. Inside a bucket the times are taken as spread evenly.
 *
 * @param bounds upper bounds in milliseconds, ascending
 * @param cumulative requests up to each bound, and last all of them; never falling
 */
record Buckets(List<Double> bounds, List<Double> cumulative) implements Growing<Buckets> {

  /** Counters of a histogram are read one after the other, so they may lag: smoothed upwards. */
  static Buckets of(List<Double> bounds, List<Double> cumulative) {
    var smoothed = cumulative.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.parallelPrefix(smoothed, Math::max);
    return new Buckets(bounds, Arrays.stream(smoothed).boxed().toList());
  }

  @Override
  public double total() {
    return cumulative.getLast();
  }

  /** How many of the requests are known to lie in a bucket with an upper bound. */
  double bounded() {
    return bounds.isEmpty() ? 0 : cumulative.get(bounds.size() - 1);
  }

  /** Another set of bounds is another histogram: the thing was restarted into a new version. */
  @Override
  public Optional<Buckets> since(Buckets earlier) {
    if (!bounds.equals(earlier.bounds)) {
      return Optional.empty();
    }
    var increase = new Double[cumulative.size()];
    for (int i = 0; i < increase.length; i++) {
      increase[i] = cumulative.get(i) - earlier.cumulative.get(i);
      if (increase[i] < 0) {
        return Optional.empty();
      }
    }
    return Optional.of(of(bounds, List.of(increase)));
  }

  Buckets plus(Buckets other) {
    var sum = new Double[cumulative.size()];
    Arrays.setAll(sum, i -> cumulative.get(i) + other.cumulative.get(i));
    return new Buckets(bounds, List.of(sum));
  }

  /** How many took at most this long; above the highest bound, how many are known to. */
  double upTo(double millis) {
    for (int i = 0; i < bounds.size(); i++) {
      if (millis <= bounds.get(i)) {
        double lower = i == 0 ? Math.min(0, bounds.get(i)) : bounds.get(i - 1);
        double before = i == 0 ? 0 : cumulative.get(i - 1);
        double width = bounds.get(i) - lower;
        double into = width > 0 ? Math.clamp((millis - lower) / width, 0, 1) : 1;
        return before + into * (cumulative.get(i) - before);
      }
    }
    return bounded();
  }
}
