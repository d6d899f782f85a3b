package dev.evenkeel.judge.literal;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/** Response times in milliseconds: histograms of any bounds, single times, or both together. */
final class Times {
  private final List<Buckets> histograms;
  private final double[] samples;
  private final double[] steps;

  private Times(Collection<Buckets> histograms, double[] samples) {
    this.histograms = List.copyOf(histograms);
    this.samples = samples;
    this.steps =
        DoubleStream.concat(
                Arrays.stream(samples),
                this.histograms.stream()
                    .flatMapToDouble(h -> h.bounds().stream().mapToDouble(Double::doubleValue)))
            .sorted()
            .distinct()
            .toArray();
  }

  static Times of(Buckets histogram) {
    return new Times(List.of(histogram), new double[0]);
  }

  static Times of(List<Double> millis) {
    return new Times(
        List.of(), millis.stream().mapToDouble(Double::doubleValue).sorted().toArray());
  }

  static Times sum(Collection<Times> parts) {
    var histograms = new HashMap<List<Double>, Buckets>();
    parts.stream()
        .flatMap(part -> part.histograms.stream())
        .forEach(h -> histograms.merge(h.bounds(), h, Buckets::plus));
    return new Times(
        histograms.values(),
        parts.stream().flatMapToDouble(part -> Arrays.stream(part.samples)).sorted().toArray());
  }

  double total() {
    return samples.length + histograms.stream().mapToDouble(Buckets::total).sum();
  }

  /** How many are known to have taken at most this long. */
  double upTo(double millis) {
    return samplesUpTo(millis, true) + inBucketsUpTo(millis);
  }

  /** How many took longer than the highest bound of their histogram, if that is below this. */
  double untold(double millis) {
    return histograms.stream()
        .filter(h -> h.bounds().isEmpty() || h.bounds().getLast() < millis)
        .mapToDouble(h -> h.total() - h.bounded())
        .sum();
  }

  /**
   * The shortest time within which at least this share was done. When that lies above the highest
   * bound of a histogram, the highest bound.
   */
  OptionalDouble quantile(double share) {
    double wanted = share * total() * (1 - 1e-9);
    if (steps.length == 0 || wanted <= 0) {
      return OptionalDouble.empty();
    }
    int at = firstStepThatReaches(wanted);
    if (at == steps.length) {
      return OptionalDouble.of(steps[steps.length - 1]);
    }
    double from = at == 0 ? Math.min(0, steps[0]) : steps[at - 1];
    double below = at == 0 ? 0 : upTo(from);
    double justBefore = samplesUpTo(steps[at], false) + inBucketsUpTo(steps[at]);
    return OptionalDouble.of(
        wanted < justBefore
            ? from + (steps[at] - from) * (wanted - below) / (justBefore - below)
            : steps[at]);
  }

  private int firstStepThatReaches(double wanted) {
    int low = 0;
    int high = steps.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (upTo(steps[middle]) >= wanted) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  private double inBucketsUpTo(double millis) {
    return histograms.stream().mapToDouble(h -> h.upTo(millis)).sum();
  }

  private double samplesUpTo(double millis, boolean included) {
    int low = 0;
    int high = samples.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (samples[middle] < millis || (included && samples[middle] == millis)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
