package dev.evenkeel.judge.sequential;

import dev.evenkeel.judge.Fact;
import dev.evenkeel.judge.Reading;
import dev.evenkeel.judge.Track;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * A service of two versions side by side, read every ten seconds. Error rates and response times
 * are log-normal around what both versions share, which wanders; hosts differ; now and then
 * failures come in bursts. Tests state only what matters to them.
 */
final class World {
  static final Instant BEGAN = Instant.parse("2026-03-01T22:00:00Z");
  static final List<Double> BOUNDS =
      List.of(5.0, 10.0, 25.0, 50.0, 100.0, 250.0, 500.0, 1000.0, 2500.0);

  private static final int STEP = 10;
  private final RandomGenerator random;
  private final int before;
  private final int steps;
  private double traffic = 40;
  private double share = 0.25;
  private double errors = 0.004;
  private double median = 60;
  private double width = 0.6;
  private double moreErrors;
  private double slower = 1;
  private int onset;
  private double hosts = 0.15;
  private double warmUp;
  private int incidentFrom = Integer.MAX_VALUE;
  private int incidentTo;

  private World(long seed, int before, int steps) {
    this.random = new SplittableRandom(seed);
    this.before = before;
    this.steps = steps;
  }

  /** Fifteen minutes before the trial, and so many minutes of it. */
  static World of(long seed, int minutes) {
    return new World(seed, 90, minutes * 6);
  }

  static World of(long seed, int stepsBefore, int steps) {
    return new World(seed, stepsBefore, steps);
  }

  static Instant at(int second) {
    return BEGAN.plusSeconds(second);
  }

  /** Requests of the new version in ten seconds. */
  World traffic(double requests) {
    traffic = requests;
    return this;
  }

  World share(double ofNewVersion) {
    share = ofNewVersion;
    return this;
  }

  World errors(double rate) {
    errors = rate;
    return this;
  }

  /** So many points more failures on the new version, from a second on. */
  World moreErrors(double points, int second) {
    moreErrors = points;
    onset = second;
    return this;
  }

  World slower(double factor, int second) {
    slower = factor;
    onset = second;
    return this;
  }

  /** Half of the answers within this; with a logarithm spread like this. */
  World times(double milliseconds, double spread) {
    median = milliseconds;
    width = spread;
    return this;
  }

  /** A cold start that triples response times and adds three points of errors, and fades. */
  World coldStart() {
    warmUp = 1;
    return this;
  }

  /** Something that befalls both versions: one in ten fails, all twice as slow. */
  World incident(int fromSecond, int toSecond) {
    incidentFrom = fromSecond;
    incidentTo = toSecond;
    return this;
  }

  World hosts(double spread) {
    hosts = spread;
    return this;
  }

  Pair errors() {
    double own = random.nextGaussian() * hosts;
    var wander = new Wander(0.3, 0.9);
    return pair(
        Kind.ERRORS,
        new Maker() {
          private double requests;
          private double failed;
          private double requestsThere;
          private double failedThere;

          @Override
          public Fact candidate(int second, double shared) {
            double rate = rate(second, shared) * Math.exp(own) + (isWorse(second) ? moreErrors : 0);
            rate += warmUp * 0.03 * cold(second);
            requests += poisson(traffic);
            failed = Math.min(requests, failed + poisson(traffic * Math.min(1, rate)));
            return new Fact.Counted(1000 + requests, 3 + failed);
          }

          @Override
          public Fact control(int second, double shared) {
            double there = traffic * (1 - share) / share;
            requestsThere += poisson(there);
            failedThere =
                Math.min(requestsThere, failedThere + poisson(there * rate(second, shared)));
            return new Fact.Counted(9000 + requestsThere, 30 + failedThere);
          }

          private double rate(int second, double shared) {
            return errors * Math.exp(shared) + (isIncident(second) ? 0.1 : 0);
          }
        },
        wander);
  }

  Pair latency() {
    double own = random.nextGaussian() * Math.min(hosts, 0.03);
    return pair(
        Kind.LATENCY,
        new Maker() {
          private final double[] ours = new double[BOUNDS.size() + 1];
          private final double[] theirs = new double[BOUNDS.size() + 1];

          @Override
          public Fact candidate(int second, double shared) {
            double factor = Math.exp(own) * (isWorse(second) ? slower : 1);
            return add(ours, traffic, shared, factor * (1 + warmUp * 2 * cold(second)), second);
          }

          @Override
          public Fact control(int second, double shared) {
            return add(theirs, traffic * (1 - share) / share, shared, 1, second);
          }

          private Fact add(double[] sums, double mean, double shared, double factor, int second) {
            double requests = poisson(mean);
            double typical = median * Math.exp(shared) * factor * (isIncident(second) ? 2 : 1);
            for (int i = 0; i < requests; i++) {
              double time = typical * Math.exp(width * random.nextGaussian());
              for (int b = 0; b < sums.length; b++) {
                sums[b] += b == sums.length - 1 || time <= BOUNDS.get(b) ? 1 : 0;
              }
            }
            return new Fact.Timed(BOUNDS, java.util.Arrays.stream(sums).boxed().toList());
          }
        },
        new Wander(width / 8, 0.85));
  }

  Pair level() {
    double own = random.nextGaussian() * Math.min(hosts, 0.05);
    return pair(
        Kind.LEVEL,
        new Maker() {
          @Override
          public Fact candidate(int second, double shared) {
            double factor = isWorse(second) ? slower : 1;
            return value(40 * factor * Math.exp(own + shared + 0.05 * random.nextGaussian()));
          }

          @Override
          public Fact control(int second, double shared) {
            return value(40 * Math.exp(shared + 0.05 * random.nextGaussian()));
          }
        },
        new Wander(0.1, 0.9));
  }

  Pair rate() {
    double own = random.nextGaussian() * Math.min(hosts, 0.05);
    return pair(
        Kind.RATE,
        new Maker() {
          private double ours;
          private double theirs;

          @Override
          public Fact candidate(int second, double shared) {
            ours += poisson(traffic * Math.exp(own + shared) * (isWorse(second) ? slower : 1));
            return new Fact.Counted(ours, 0);
          }

          @Override
          public Fact control(int second, double shared) {
            theirs += poisson(traffic * Math.exp(shared));
            return new Fact.Counted(50 + theirs, 0);
          }
        },
        new Wander(0.1, 0.9));
  }

  /** Memory with the saw-tooth of garbage collection; a fresh heap fills up after the restart. */
  Pair growth(double perMinute) {
    double own = random.nextGaussian() * 0.02;
    double period = 60 + random.nextInt(240);
    double phase = random.nextDouble();
    return pair(
        Kind.GROWTH,
        new Maker() {
          @Override
          public Fact candidate(int second, double shared) {
            double filled = second > 0 ? 1 - 0.4 * Math.exp(-second / 250.0) : 1;
            double leak = second > 0 ? perMinute * second / 60 : 0;
            return value(1000 * Math.exp(own) * (filled * saw(second) + leak));
          }

          @Override
          public Fact control(int second, double shared) {
            return value(1000 * saw(second + 77));
          }

          private double saw(int second) {
            double tooth = Math.abs((second / period + phase) % 1);
            return 1 + 0.15 * tooth + 0.01 * random.nextGaussian();
          }
        },
        new Wander(0, 0));
  }

  Trial trial(Pair... pairs) {
    return Trial.of(BEGAN, List.of(pairs));
  }

  Finding judged(Pair... pairs) {
    return SequentialJudge.judge(trial(pairs), at(steps * STEP));
  }

  private interface Maker {
    Fact candidate(int second, double shared);

    Fact control(int second, double shared);
  }

  private Pair pair(Kind kind, Maker maker, Wander wander) {
    var candidate = new ArrayList<Reading>();
    var control = new ArrayList<Reading>();
    for (int step = -before; step <= steps; step++) {
      double shared = wander.next();
      candidate.add(Reading.of(at(step * STEP), maker.candidate(step * STEP, shared)));
      control.add(Reading.of(at(step * STEP), maker.control(step * STEP, shared)));
    }
    return Pair.of(
        kind.name().toLowerCase(java.util.Locale.ROOT),
        kind,
        List.of(new Track("new-1", candidate)),
        List.of(new Track("old-1", control)));
  }

  private boolean isWorse(int second) {
    return second > 0 && second > onset;
  }

  private boolean isIncident(int second) {
    return second >= incidentFrom && second < incidentTo;
  }

  private static double cold(int second) {
    return second > 0 ? Math.exp(-second / 50.0) : 0;
  }

  private static Fact value(double value) {
    return new Fact.Value(value);
  }

  private double poisson(double mean) {
    if (mean > 50) {
      return Math.max(0, Math.rint(mean + Math.sqrt(mean) * random.nextGaussian()));
    }
    double limit = Math.exp(-mean);
    int count = 0;
    for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
      count++;
    }
    return count;
  }

  /** What both versions share: a slowly returning random walk. */
  private final class Wander {
    private final double spread;
    private final double stays;
    private double now;

    Wander(double spread, double stays) {
      this.spread = spread;
      this.stays = stays;
      this.now = spread * random.nextGaussian();
    }

    double next() {
      now = stays * now + spread * Math.sqrt(1 - stays * stays) * random.nextGaussian();
      return now;
    }
  }
}
