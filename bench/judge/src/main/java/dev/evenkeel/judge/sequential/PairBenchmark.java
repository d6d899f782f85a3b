package dev.evenkeel.judge.sequential;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** An hour of samples of both versions, one every ten seconds, judged after each. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 4)
@Fork(2)
public class PairBenchmark {
  private static final int STEPS = 360;
  private static final double[] BOUNDS = {
    5, 10, 20, 30, 50, 75, 100, 150, 200, 300, 500, 1000, 2500, 5000
  };
  private final Stratum[] failures = new Stratum[STEPS];
  private final Stratum[] times = new Stratum[STEPS];

  /** Forty requests of the new version and 760 of the old one in each step. */
  @Setup(Level.Trial)
  public void prepare() {
    var random = new SplittableRandom(42);
    for (int i = 0; i < STEPS; i++) {
      long at = 10_000L * (i + 1);
      failures[i] =
          new Stratum(
              at,
              new double[] {40, failed(random, 40), 10},
              new double[] {760, failed(random, 760), 20},
              at / 1000.0,
              i == 0);
      times[i] = new Stratum(at, histogram(random, 40), histogram(random, 760), at / 1000.0, i == 0);
    }
  }

  @Benchmark
  @OperationsPerInvocation(STEPS)
  public double sequentialFailures() {
    var errors = new Comparison.Errors(0.01, 0.25, true, 120).evidence().orElseThrow();
    double value = 0;
    for (var stratum : failures) {
      value = errors.after(stratum);
    }
    return value;
  }

  @Benchmark
  @OperationsPerInvocation(STEPS)
  public double sequentialTimes() {
    var latency = new LatencyEvidence(BOUNDS, 0.2, 0.05, 120);
    double value = 0;
    for (var stratum : times) {
      value = latency.after(stratum);
    }
    return value;
  }

  /** The error rates of all steps so far, ranked anew after each. */
  @Benchmark
  @OperationsPerInvocation(STEPS)
  public double rankTest() {
    double value = 0;
    for (int steps = 2; steps <= STEPS; steps++) {
      var ranked = new double[2 * steps];
      for (int i = 0; i < steps; i++) {
        ranked[i] = failures[i].candidate()[1] / failures[i].candidate()[0];
        ranked[steps + i] = failures[i].control()[1] / failures[i].control()[0];
      }
      Arrays.sort(ranked);
      double sum = 0;
      for (int i = 0; i < steps; i++) {
        double rate = failures[i].candidate()[1] / failures[i].candidate()[0];
        int rank = Arrays.binarySearch(ranked, rate);
        sum += rank;
      }
      value = sum;
    }
    return value;
  }

  private static double failed(SplittableRandom random, int requests) {
    int failed = 0;
    for (int i = 0; i < requests; i++) {
      failed += random.nextDouble() < 0.004 ? 1 : 0;
    }
    return failed;
  }

  private static double[] histogram(SplittableRandom random, int requests) {
    var counts = new double[BOUNDS.length + 1];
    for (int i = 0; i < requests; i++) {
      double time = 60 * Math.exp(0.6 * random.nextGaussian());
      int bucket = Arrays.binarySearch(BOUNDS, time);
      counts[bucket >= 0 ? bucket : -bucket - 1]++;
    }
    return counts;
  }
}
