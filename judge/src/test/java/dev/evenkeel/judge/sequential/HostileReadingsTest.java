package dev.evenkeel.judge.sequential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.judge.Fact;
import dev.evenkeel.judge.Reading;
import dev.evenkeel.judge.Track;
import dev.evenkeel.judge.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever is read, there is a finding with numbers people can read, and no exception. */
class HostileReadingsTest {
  private static final double[] NUMBERS = {
    0,
    -1,
    1,
    1e12,
    1e18,
    1e300,
    Double.MAX_VALUE,
    Double.MIN_VALUE,
    -1e12,
    Double.NaN,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY
  };

  @ParameterizedTest
  @EnumSource(Kind.class)
  void nothingAndOneReadingAreNotEnough(Kind kind) {
    var one = track("a", 1, i -> fact(kind, 5, 1));
    for (var tracks : List.of(List.<Track>of(), List.of(new Track("a", List.of())), List.of(one))) {
      var finding = judged(Pair.of("it", kind, tracks, tracks));
      assertThat(finding.kind()).isEqualTo(Verdict.Kind.NOT_ENOUGH_EVIDENCE);
      assertThat(finding.says()).isNotBlank();
    }
    assertThat(SequentialJudge.judge(Trial.of(World.BEGAN, List.of()), World.at(60)).kind())
        .isEqualTo(Verdict.Kind.NOT_ENOUGH_EVIDENCE);
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void readingsThatAreAllEqualAreNoBreach(Kind kind) {
    var equal = track("a", 300, i -> fact(kind, 7, 1));
    assertThat(judged(Pair.of("it", kind, List.of(equal), List.of(equal))).decided()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void countsOfABillionTimesAThousandAreReckonedWith(Kind kind) {
    var huge = track("a", 300, i -> fact(kind, 1e12 * (i + 1), 1e9 * (i + 1)));
    assertReadable(judged(Pair.of("it", kind, List.of(huge), List.of(huge))));
    assertThat(judged(Pair.of("it", kind, List.of(huge), List.of(huge))).decided()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void numbersThatCannotBeAreMissing(Kind kind) {
    for (int seed = 0; seed < 60; seed++) {
      var random = new Random(seed);
      IntFunction<Fact> wild =
          i ->
              fact(
                  kind,
                  NUMBERS[random.nextInt(NUMBERS.length)],
                  NUMBERS[random.nextInt(NUMBERS.length)]);
      var finding =
          judged(
              Pair.of("it", kind, List.of(track("a", 200, wild)), List.of(track("b", 200, wild))));
      assertReadable(finding);
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void clocksThatJumpAreNoFault(Kind kind) {
    var random = new Random(4);
    var readings = new ArrayList<Reading>();
    for (int i = 0; i < 400; i++) {
      var at = random.nextInt(10) == 0 ? anInstant(random) : World.at(10 * (i - 90));
      readings.add(Reading.of(at, fact(kind, 50.0 * i, i)));
    }
    var jumping = List.of(new Track("a", readings));
    assertReadable(judged(Pair.of("it", kind, jumping, jumping)));
    for (var began : List.of(Instant.MIN, Instant.EPOCH, Instant.MAX)) {
      for (var now : List.of(Instant.MIN, Instant.EPOCH, Instant.MAX)) {
        assertReadable(
            SequentialJudge.judge(
                Trial.of(began, List.of(Pair.of("it", kind, jumping, jumping))), now));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void marginsOfNothingAndWithoutLimitAreObeyed(Kind kind) {
    var readings = List.of(track("a", 200, i -> fact(kind, 40.0 * i, i % 3)));
    for (double margin : new double[] {0, 1e-12, 1e9}) {
      for (var warmUp : List.of(Duration.ZERO, Duration.ofDays(999))) {
        for (double level : new double[] {1e-6, 0.5}) {
          var pair = new Pair("it", kind, margin, readings, readings, readings);
          assertReadable(
              SequentialJudge.judge(
                  new Trial(World.BEGAN, warmUp, level, List.of(pair)), World.at(1000)));
        }
      }
    }
  }

  @Test
  void histogramsOfOtherBucketsAreNotMixed() {
    var ours =
        track("a", 200, i -> new Fact.Timed(List.of(1.0, 2.0), List.of(1.0 * i, 2.0 * i, 3.0 * i)));
    var theirs =
        track("b", 200, i -> new Fact.Timed(List.of(1.0, 5.0), List.of(1.0 * i, 2.0 * i, 3.0 * i)));
    assertReadable(judged(Pair.of("it", Kind.LATENCY, List.of(ours), List.of(theirs))));
    var single = track("c", 200, i -> new Fact.Timed(List.of(5.0), List.of(1.0 * i, 2.0 * i)));
    assertThat(judged(Pair.of("it", Kind.LATENCY, List.of(single), List.of(single))).says())
        .contains("two buckets");
  }

  private static Finding judged(Pair pair) {
    return SequentialJudge.judge(Trial.of(World.BEGAN, List.of(pair)), World.at(2000));
  }

  private static void assertReadable(Finding finding) {
    assertThat(finding.says()).isNotBlank().doesNotContain("NaN").doesNotContain("Infinity");
    for (var opinion : finding.opinions()) {
      assertThat(opinion.strength()).isBetween(0.0, 1.0);
      DoubleStream.of(
              opinion.effect().orElse(0),
              opinion.low().orElse(0),
              opinion.high().orElse(0),
              opinion.control().orElse(0),
              opinion.candidate().orElse(0))
          .forEach(number -> assertThat(number).isFinite());
    }
  }

  private static Instant anInstant(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> Instant.MIN;
      case 1 -> Instant.MAX;
      case 2 -> Instant.EPOCH;
      default -> World.at(random.nextInt(100_000) - 50_000);
    };
  }

  private static Track track(String target, int readings, IntFunction<Fact> fact) {
    var all = new ArrayList<Reading>();
    for (int i = 0; i < readings; i++) {
      all.add(Reading.of(World.at(10 * (i - Math.min(90, readings / 2))), fact.apply(i)));
    }
    return new Track(target, all);
  }

  private static Fact fact(Kind kind, double a, double b) {
    return switch (kind) {
      case ERRORS, RATE -> new Fact.Counted(a, b);
      case LATENCY -> new Fact.Timed(List.of(10.0, 100.0), List.of(a, a + b, a + 2 * b));
      case LEVEL, GROWTH -> new Fact.Value(a);
    };
  }
}
