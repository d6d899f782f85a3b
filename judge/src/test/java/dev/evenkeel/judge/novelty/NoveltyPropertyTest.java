package dev.evenkeel.judge.novelty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.judge.Evidence;
import dev.evenkeel.judge.Fact;
import dev.evenkeel.judge.Reading;
import dev.evenkeel.judge.Track;
import dev.evenkeel.judge.Verdict.Kind;
import dev.evenkeel.judge.novelty.Digest.Seen;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoveltyPropertyTest {
  private static final int LOOKS = 30;
  private static final int ENTRIES = 100;
  private static final NoveltyRule RULE =
      new NoveltyRule(
          "log", Duration.ofSeconds(30), 50, OptionalDouble.of(0), OptionalDouble.of(2));

  /**
   * Healthy upgrades: both versions fail alike, in patterns some of which are frequent and most of
   * which are rare. Looked at after every look, which is what could add up.
   */
  @ParameterizedTest(name = "{0} patterns, exponent {1}, share of failures {2}")
  @CsvSource({
    "20, 1.0, 0.01",
    "300, 1.0, 0.02",
    "300, 2.0, 0.05",
    "3000, 0.8, 0.02",
    "5, 0.0, 0.001"
  })
  void ten_thousand_healthy_watches_stay_below_the_level(
      int patterns, double exponent, double failing) {
    double[] rates = rates(patterns, exponent, failing);
    int warned = 0;
    int broken = 0;
    int watches = 2_000; // five kinds of them
    for (long seed = 0; seed < watches; seed++) {
      var random = new SplittableRandom(seed);
      var old = readings(random, rates, -1 - 2 * LOOKS, -1);
      var upgraded = readings(random, rates, 0, LOOKS);
      var worst = Kind.HEALTHY;
      for (int look = 1; look <= LOOKS; look += 3) {
        var verdict =
            NoveltyJudge.judge(
                    RULE,
                    new Evidence(
                        List.of(new Track("n1", upgraded.subList(0, look))),
                        List.of(),
                        List.of(new Track("n1", old))),
                    Logs.at(2.0 * look))
                .verdict()
                .kind();
        worst = worst.compareTo(verdict) > 0 ? worst : verdict;
      }
      warned += worst.compareTo(Kind.WARNING) >= 0 ? 1 : 0;
      broken += worst == Kind.BREACH ? 1 : 0;
    }
    // One of a hundred, and one of a thousand; with room for the luck of so many tries.
    assertThat(warned).isLessThanOrEqualTo(watches / 100 + 14);
    assertThat(broken).isLessThanOrEqualTo(watches / 1000 + 5);
  }

  @Test
  void a_new_failure_on_one_of_fifty_entries_is_found() {
    double[] rates = rates(300, 1.0, 0.02);
    int found = 0;
    for (long seed = 0; seed < 1_000; seed++) {
      var random = new SplittableRandom(seed);
      var old = readings(random, rates, -1 - 10 * LOOKS, -1);
      var upgraded = new ArrayList<Reading>();
      for (var reading : readings(random, rates, 0, LOOKS)) {
        var digest = reading.find(Fact.Logged.class).orElseThrow().digest();
        var patterns = new ArrayList<>(digest.patterns());
        patterns.add(new Seen("never", Level.ERROR, 2, 1, "ERROR never"));
        upgraded.add(
            Reading.of(reading.at(), new Fact.Logged(new Digest(ENTRIES, 2, patterns, 0))));
      }
      found +=
          NoveltyJudge.judge(
                          RULE,
                          new Evidence(
                              List.of(new Track("n1", upgraded)),
                              List.of(),
                              List.of(new Track("n1", old))),
                          Logs.at(2.0 * LOOKS))
                      .verdict()
                      .kind()
                  == Kind.BREACH
              ? 1
              : 0;
    }
    assertThat(found).isEqualTo(1_000);
  }

  @Test
  void order_copies_and_the_future_make_no_difference() {
    double[] rates = rates(100, 1.0, 0.1);
    for (long seed = 0; seed < 2_000; seed++) {
      var random = new SplittableRandom(seed);
      var old = readings(random, rates, -40, -1);
      var upgraded = readings(random, rates, 0, 20);
      var now = Logs.at(40);
      var once =
          NoveltyJudge.judge(
              RULE,
              new Evidence(
                  List.of(new Track("n1", upgraded)), List.of(), List.of(new Track("n1", old))),
              now);
      var mixed = new ArrayList<>(upgraded);
      mixed.addAll(upgraded);
      mixed.addAll(readings(random, rates, 1000, 1010));
      Collections.shuffle(mixed, new Random(seed));
      var twice =
          NoveltyJudge.judge(
              RULE,
              new Evidence(
                  List.of(new Track("n1", mixed)),
                  List.of(new Track("n1", old)),
                  List.of(new Track("n1", old))),
              now);
      assertThat(twice).as("seed %d", seed).isEqualTo(once);
    }
  }

  @Test
  void gives_a_finding_on_anything() {
    long[] counts = {0, 1, 3, 1_000_000_000_000L, Long.MAX_VALUE, -1, Long.MIN_VALUE};
    var times =
        new Instant[] {
          Instant.MIN, Instant.EPOCH, Logs.at(-3), Logs.at(0), Logs.at(5), Instant.MAX
        };
    double[] limits = {0, 10, -1, 1e300, Double.NaN, Double.POSITIVE_INFINITY};
    for (long seed = 0; seed < 10_000; seed++) {
      var random = new SplittableRandom(seed);
      var rule =
          new NoveltyRule(
              "r",
              Duration.ofSeconds(30),
              counts[random.nextInt(counts.length)],
              random.nextBoolean()
                  ? OptionalDouble.of(limits[random.nextInt(6)])
                  : OptionalDouble.empty(),
              random.nextBoolean()
                  ? OptionalDouble.of(limits[random.nextInt(6)])
                  : OptionalDouble.empty());
      var finding =
          NoveltyJudge.judge(
              rule,
              new Evidence(
                  tracks(random, counts, times),
                  tracks(random, counts, times),
                  tracks(random, counts, times)),
              times[random.nextInt(times.length)]);
      assertThat(finding.verdict().says()).as("seed %d", seed).isNotBlank();
      assertThat(
              DoubleStream.of(
                  finding.unseen(),
                  finding.verdict().observed().orElse(0),
                  finding.verdict().baseline().orElse(0)))
          .as("seed %d", seed)
          .allMatch(Double::isFinite);
    }
  }

  private static List<Track> tracks(SplittableRandom random, long[] counts, Instant[] times) {
    var tracks = new ArrayList<Track>();
    for (int i = random.nextInt(3); i > 0; i--) {
      var readings = new ArrayList<Reading>();
      for (int j = random.nextInt(5); j > 0; j--) {
        var patterns = new ArrayList<Seen>();
        for (int k = random.nextInt(4); k > 0; k--) {
          patterns.add(
              new Seen(
                  "p" + random.nextInt(4),
                  Level.values()[random.nextInt(3)],
                  counts[random.nextInt(counts.length)],
                  counts[random.nextInt(counts.length)],
                  "%s \u0000"));
        }
        var digest =
            new Digest(
                counts[random.nextInt(counts.length)],
                counts[random.nextInt(counts.length)],
                patterns,
                counts[random.nextInt(counts.length)]);
        readings.add(
            Reading.of(
                times[random.nextInt(times.length)],
                random.nextInt(5) == 0 ? new Fact.Missing("gone") : new Fact.Logged(digest)));
      }
      tracks.add(new Track(random.nextBoolean() ? "" : "n" + i, readings));
    }
    return tracks;
  }

  private static double[] rates(int patterns, double exponent, double failing) {
    double[] rates = new double[patterns];
    double sum = 0;
    for (int i = 0; i < patterns; i++) {
      rates[i] = Math.pow(i + 1, -exponent);
      sum += rates[i];
    }
    for (int i = 0; i < patterns; i++) {
      rates[i] *= failing / sum;
    }
    return rates;
  }

  /** Each look brings so many entries; how often each pattern is among them is Poisson. */
  private static List<Reading> readings(SplittableRandom random, double[] rates, int from, int to) {
    var readings = new ArrayList<Reading>();
    for (int look = from; look < to; look++) {
      var patterns = new ArrayList<Seen>();
      long errors = 0;
      double place = exponential(random);
      double mean = 0;
      for (int i = 0; i < rates.length; i++) {
        mean += rates[i] * ENTRIES;
        long count = 0;
        while (place < mean) {
          count++;
          place += exponential(random);
        }
        if (count > 0) {
          patterns.add(new Seen("p" + i, Level.ERROR, count, count, "ERROR p" + i));
          errors += count;
        }
      }
      readings.add(
          Reading.of(
              Logs.at(2.0 * look),
              new Fact.Logged(new Digest(Math.max(ENTRIES, errors), errors, patterns, 0))));
    }
    return readings;
  }

  private static double exponential(SplittableRandom random) {
    return -Math.log(1 - random.nextDouble());
  }
}
