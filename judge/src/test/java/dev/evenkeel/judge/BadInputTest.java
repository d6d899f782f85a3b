package dev.evenkeel.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BadInputTest {
  private static final double[] NUMBERS = {
    0,
    -0.0,
    1,
    3,
    50,
    1e-300,
    1e12,
    1e300,
    -1,
    Double.NaN,
    Double.MAX_VALUE,
    Double.MIN_VALUE,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY
  };
  private static final Instant[] TIMES = {
    Instant.MIN,
    Instant.EPOCH,
    Scene.at(-1e6),
    Scene.at(-3),
    Scene.at(0),
    Scene.at(1),
    Scene.at(1.000000001),
    Scene.at(29),
    Scene.at(30),
    Scene.at(1e6),
    Instant.MAX
  };

  @ParameterizedTest
  @EnumSource
  void gives_a_verdict_on_anything(Metric metric) {
    for (long seed = 0; seed < 20_000; seed++) {
      var random = new SplittableRandom(seed);
      var verdict = Judge.judge(rule(metric, random), evidence(random), pick(TIMES, random));
      assertThat(verdict.kind()).as("seed %d", seed).isNotNull();
      assertThat(verdict.says()).as("seed %d", seed).isNotBlank();
      assertThat(
              DoubleStream.of(
                  verdict.observed().orElse(0),
                  verdict.baseline().orElse(0),
                  verdict.limit().orElse(0)))
          .as("seed %d", seed)
          .allMatch(Double::isFinite);
      if (verdict.kind() == Verdict.Kind.HEALTHY) {
        assertThat(verdict.observed()).as("seed %d: healthy without data", seed).isPresent();
      }
    }
  }

  @Test
  void judges_a_million_million_requests() {
    var scene = new Scene();
    scene.add(Scene.Part.BEFORE, "n1", -2, new Fact.Counted(1e12, 3e9));
    scene.add(Scene.Part.BEFORE, "n1", 0, new Fact.Counted(2e12, 6e9));
    scene.add(Scene.Part.UPGRADED, "n1", 0, new Fact.Counted(0, 0));
    scene.add(Scene.Part.UPGRADED, "n1", 2, new Fact.Counted(1e12, 1.4e10));
    assertThat(scene.judge(ARule.errors()).kind()).isEqualTo(Verdict.Kind.BREACH);
    assertThat(scene.judge(ARule.errors()).evidence()).isEqualTo(1_000_000_000_000L);
  }

  @Test
  void refuses_rules_that_mean_nothing() {
    assertThatThrownBy(() -> new Threshold.Above(Double.NaN)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> ruleOf(1.0, Duration.ofSeconds(1), 1)).hasMessageContaining("1.0");
    assertThatThrownBy(() -> ruleOf(0.5, Duration.ZERO, 1)).hasMessageContaining("PT0S");
    assertThatThrownBy(() -> ruleOf(0.5, Duration.ofSeconds(1), 0)).hasMessageContaining("0");
  }

  private static Rule ruleOf(double quantile, Duration window, long evidence) {
    return new Rule(
        "r", Metric.LATENCY, quantile, window, evidence, Optional.empty(), Optional.empty());
  }

  private static Rule rule(Metric metric, SplittableRandom random) {
    return new Rule(
        "r",
        metric,
        pick(new Double[] {1e-9, 0.5, 0.95, 0.999999}, random),
        pick(
            new Duration[] {
              Duration.ofNanos(1), Duration.ofSeconds(30), Duration.ofSeconds(Long.MAX_VALUE)
            },
            random),
        pick(new Long[] {1L, 2L, 50L, Long.MAX_VALUE}, random),
        threshold(random),
        threshold(random));
  }

  private static Optional<Threshold> threshold(SplittableRandom random) {
    double number = pick(new Double[] {-1e300, -1.0, 0.0, 0.01, 1.0, 100.0, 1e300}, random);
    return switch (random.nextInt(6)) {
      case 0 -> Optional.of(new Threshold.Above(number));
      case 1 -> Optional.of(new Threshold.Below(number));
      case 2 -> Optional.of(new Threshold.AboveBaseline(number));
      case 3 -> Optional.of(new Threshold.RelativeToBaseline(number));
      case 4 -> Optional.of(new Threshold.FailingFor(Duration.ofSeconds(random.nextInt(9))));
      default -> Optional.empty();
    };
  }

  private static Evidence evidence(SplittableRandom random) {
    return new Evidence(tracks(random), tracks(random), tracks(random));
  }

  private static List<Track> tracks(SplittableRandom random) {
    var tracks = new ArrayList<Track>();
    for (int i = random.nextInt(3); i > 0; i--) {
      var readings = new ArrayList<Reading>();
      for (int j = random.nextInt(6); j > 0; j--) {
        var facts = new ArrayList<Fact>();
        for (int k = random.nextInt(3); k > 0; k--) {
          facts.add(fact(random));
        }
        readings.add(new Reading(pick(TIMES, random), facts));
      }
      tracks.add(new Track("n" + i, readings));
    }
    return tracks;
  }

  private static Fact fact(SplittableRandom random) {
    return switch (random.nextInt(6)) {
      case 0 -> new Fact.Counted(number(random), number(random));
      case 1 -> new Fact.Timed(numbers(random), numbers(random));
      case 2 -> new Fact.Timed(List.of(10.0, 50.0), List.of(1.0, number(random), number(random)));
      case 3 -> new Fact.Tried((long) number(random), random.nextInt(3), numbers(random));
      case 4 -> new Fact.Value(number(random));
      default -> new Fact.Well(random.nextBoolean(), "refused");
    };
  }

  private static List<Double> numbers(SplittableRandom random) {
    var numbers = new ArrayList<Double>();
    for (int i = random.nextInt(4); i > 0; i--) {
      numbers.add(number(random));
    }
    return numbers;
  }

  private static double number(SplittableRandom random) {
    return NUMBERS[random.nextInt(NUMBERS.length)];
  }

  private static <T> T pick(T[] of, SplittableRandom random) {
    return of[random.nextInt(of.length)];
  }
}
