package dev.evenkeel.judge.sequential;

import dev.evenkeel.judge.Fact;
import dev.evenkeel.judge.Reading;
import dev.evenkeel.judge.Track;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** How series of one kind are read and compared. */
interface Comparison {

  /** What each step of time adds, from the readings of one part. */
  Increments read(List<Track> tracks, Instant began, Instant now);

  /** How many numbers the sums of it have: the counters, and the seconds behind them. */
  int width();

  /** Counts that are compared, from sums of what the counters grew by. */
  default double[] counts(double[] sums) {
    return sums;
  }

  /** Which counter must have grown in both parts. */
  default int first() {
    return 0;
  }

  /** The evidence that grows with every stratum; none when intervals alone decide. */
  Optional<Evidence> evidence();

  /** What a block of time shows, for the interval. */
  Optional<Block> block(double[] candidate, double[] control);

  /** Whether blocks show logarithms of factors instead of differences. */
  default boolean isLogarithmic() {
    return false;
  }

  /** The level of one part. */
  OptionalDouble level(double[] counts);

  /** Requests or events behind it. */
  double samples(double[] counts);

  /**
   * @param effect how much worse the new version is
   * @param weight of it
   * @param variance of both together, as far as counting explains it
   */
  record Block(double effect, double weight, double variance) {}

  /** Failed requests. */
  record Errors(double margin, double spread, boolean whole, double warmUp) implements Comparison {
    private static final double[] OF_ALL = {1.3, 2.5, 6, 20, 50};
    private static final double[] OF_ALL_SHARE = {0.3, 0.3, 0.2, 0.1, 0.1};
    private static final double[] OF_ONE = {6, 20, 50, 90};
    private static final double[] OF_ONE_SHARE = {0.3, 0.3, 0.2, 0.2};

    @Override
    public Increments read(List<Track> tracks, Instant began, Instant now) {
      return Increments.of(tracks, Errors::counters, began, now);
    }

    private static Optional<double[]> counters(Reading reading) {
      return reading
          .find(Fact.Counted.class)
          .map(counted -> new double[] {counted.requests(), counted.failed()});
    }

    @Override
    public int width() {
      return 3;
    }

    @Override
    public Optional<Evidence> evidence() {
      return Optional.of(
          whole
              ? new ErrorEvidence(margin, spread, OF_ALL, OF_ALL_SHARE, warmUp)
              : new ErrorEvidence(margin, spread, OF_ONE, OF_ONE_SHARE, warmUp));
    }

    @Override
    public Optional<Block> block(double[] candidate, double[] control) {
      double n1 = candidate[0];
      double n0 = control[0];
      double p = (candidate[1] + control[1] + 0.5) / (n1 + n0 + 1);
      double weight = n1 * n0 / (n1 + n0);
      return weight > 0
          ? Optional.of(
              new Block(
                  Math.min(1, candidate[1] / n1) - Math.min(1, control[1] / n0),
                  weight,
                  weight * Math.max(1e-6, p * (1 - p))))
          : Optional.empty();
    }

    @Override
    public OptionalDouble level(double[] counts) {
      return counts[0] > 0
          ? OptionalDouble.of(Math.min(1, counts[1] / counts[0]))
          : OptionalDouble.empty();
    }

    @Override
    public double samples(double[] counts) {
      return counts[0];
    }
  }

  /**
   * Response times at one quantile.
   *
   * @param bounds of the histogram, ascending
   */
  record Latencies(double[] bounds, double quantile, double margin, double spread, double warmUp)
      implements Comparison {

    @Override
    public Increments read(List<Track> tracks, Instant began, Instant now) {
      return Increments.of(tracks, this::counters, began, now);
    }

    private Optional<double[]> counters(Reading reading) {
      return reading.find(Fact.Timed.class).filter(this::fits).map(this::cumulative);
    }

    /** Buckets are read one after the other, so that a later one may lag: smoothed upwards. */
    private double[] cumulative(Fact.Timed timed) {
      var counts = timed.cumulative().stream().mapToDouble(Double::doubleValue).toArray();
      Arrays.parallelPrefix(counts, Math::max);
      return counts;
    }

    @Override
    public double[] counts(double[] sums) {
      var counts = new double[bounds.length + 1];
      double below = 0;
      for (int b = 0; b < counts.length; b++) {
        counts[b] = Math.max(0, sums[b] - below);
        below = Math.max(below, sums[b]);
      }
      return counts;
    }

    private boolean fits(Fact.Timed timed) {
      if (timed.bounds().size() != bounds.length) {
        return false;
      }
      for (int b = 0; b < bounds.length; b++) {
        if (timed.bounds().get(b) != bounds[b]) {
          return false;
        }
      }
      return true;
    }

    @Override
    public int width() {
      return bounds.length + 2;
    }

    @Override
    public int first() {
      return bounds.length;
    }

    @Override
    public Optional<Evidence> evidence() {
      return Optional.of(new LatencyEvidence(bounds, margin, spread, warmUp));
    }

    @Override
    public Optional<Block> block(double[] candidate, double[] control) {
      double n1 = samples(candidate);
      double n0 = samples(control);
      if (n1 < 3 || n0 < 3) {
        return Optional.empty();
      }
      double effect = Math.log(at(candidate, quantile) / at(control, quantile));
      double slope =
          quantile > 0.8
              ? Math.log(at(control, quantile) / at(control, 0.8)) / 0.8
              : Math.log(at(control, 0.84) / at(control, 0.5));
      double density = quantile > 0.8 ? 4.5 : 1.57; // q (1 - q) over the normal density squared
      double weight = n1 * n0 / (n1 + n0);
      double relative = Math.max(0.02, slope * slope * density);
      return Optional.of(new Block(effect, weight, weight * relative));
    }

    private double at(double[] counts, double share) {
      return Histogram.quantile(bounds, counts, share);
    }

    @Override
    public boolean isLogarithmic() {
      return true;
    }

    @Override
    public OptionalDouble level(double[] counts) {
      return samples(counts) > 0 ? OptionalDouble.of(at(counts, quantile)) : OptionalDouble.empty();
    }

    @Override
    public double samples(double[] counts) {
      return Histogram.total(counts);
    }
  }

  /** The interval at another quantile of the same histograms; it decides nothing. */
  record Tails(Latencies latencies) implements Comparison {
    Tails(double[] bounds, double quantile) {
      this(new Latencies(bounds, quantile, 0, 1, 0));
    }

    @Override
    public Increments read(List<Track> tracks, Instant began, Instant now) {
      return latencies.read(tracks, began, now);
    }

    @Override
    public int width() {
      return latencies.width();
    }

    @Override
    public int first() {
      return latencies.first();
    }

    @Override
    public double[] counts(double[] sums) {
      return latencies.counts(sums);
    }

    @Override
    public Optional<Evidence> evidence() {
      return Optional.empty();
    }

    @Override
    public Optional<Block> block(double[] candidate, double[] control) {
      return latencies.block(candidate, control);
    }

    @Override
    public boolean isLogarithmic() {
      return true;
    }

    @Override
    public OptionalDouble level(double[] counts) {
      return latencies.level(counts);
    }

    @Override
    public double samples(double[] counts) {
      return latencies.samples(counts);
    }
  }

  /** A counter, by second and target. */
  record Rates() implements Comparison {
    @Override
    public Increments read(List<Track> tracks, Instant began, Instant now) {
      return Increments.of(tracks, Rates::counter, began, now);
    }

    private static Optional<double[]> counter(Reading reading) {
      return reading.find(Fact.Counted.class).map(c -> new double[] {c.requests()});
    }

    @Override
    public int width() {
      return 2;
    }

    @Override
    public int first() {
      return 1;
    }

    @Override
    public Optional<Evidence> evidence() {
      return Optional.empty();
    }

    @Override
    public Optional<Block> block(double[] candidate, double[] control) {
      double c1 = candidate[0] + 0.5;
      double c0 = control[0] + 0.5;
      if (candidate[1] <= 0 || control[1] <= 0) {
        return Optional.empty();
      }
      double ratio = c1 / candidate[1] * control[1] / c0;
      double weight = Math.min(1e4, c1 * c0 / (c1 + c0));
      return Optional.of(new Block(Math.log(ratio), weight, weight));
    }

    @Override
    public boolean isLogarithmic() {
      return true;
    }

    @Override
    public OptionalDouble level(double[] counts) {
      return counts[1] > 0 ? OptionalDouble.of(counts[0] / counts[1]) : OptionalDouble.empty();
    }

    @Override
    public double samples(double[] counts) {
      return counts[0];
    }
  }

  /** A number that goes up and down, the mean of its readings. */
  record Levels() implements Comparison {
    /** What a block may be off by itself, as a share. */
    private static final double BLUR = 0.02;

    @Override
    public Increments read(List<Track> tracks, Instant began, Instant now) {
      return Increments.ofValues(tracks, began, now);
    }

    @Override
    public int width() {
      return 2;
    }

    @Override
    public int first() {
      return 1;
    }

    @Override
    public Optional<Evidence> evidence() {
      return Optional.empty();
    }

    @Override
    public Optional<Block> block(double[] candidate, double[] control) {
      if (candidate[1] <= 0 || control[1] <= 0) {
        return Optional.empty();
      }
      double mean = control[0] / control[1];
      double more = (candidate[0] / candidate[1] - mean) / Math.max(Math.abs(mean), 1e-12);
      return Optional.of(new Block(Math.clamp(more, -100, 100), 1, BLUR * BLUR));
    }

    @Override
    public OptionalDouble level(double[] counts) {
      return counts[1] > 0 ? OptionalDouble.of(counts[0] / counts[1]) : OptionalDouble.empty();
    }

    @Override
    public double samples(double[] counts) {
      return counts[1];
    }
  }

  /** The bounds of the first histogram there is, with which all others must agree. */
  static Optional<double[]> bounds(List<Track> tracks) {
    return tracks.stream()
        .flatMap(track -> track.readings().stream())
        .flatMap(reading -> reading.find(Fact.Timed.class).stream())
        .filter(timed -> timed.bounds().size() >= 2)
        .findFirst()
        .map(timed -> timed.bounds().stream().mapToDouble(Double::doubleValue).toArray());
  }
}
