package dev.evenkeel.judge;

import static dev.evenkeel.judge.Scene.Part.BEFORE;
import static dev.evenkeel.judge.Scene.Part.UPGRADED;
import static dev.evenkeel.judge.Verdict.Kind.BREACH;
import static dev.evenkeel.judge.Verdict.Kind.HEALTHY;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** How much it takes to see that 30 % fail: counted in requests, on seeded random traffic. */
class EarlyVerdictTest {

  @Test
  void sees_30_percent_errors_at_5_percent_of_300_requests_a_second_within_3_seconds() {
    assertThat(longestSeconds(300, 15)).isLessThanOrEqualTo(3);
  }

  @Test
  void sees_30_percent_errors_at_10_requests_a_second_within_5_seconds() {
    assertThat(longestSeconds(10, 10)).isLessThanOrEqualTo(5);
  }

  @Test
  void never_calls_it_healthy_before() {
    for (long seed = 0; seed < 200; seed++) {
      var random = new SplittableRandom(seed);
      assertThat(verdictAfter(random, 300, 15, 10).kind())
          .as("seed %d", seed)
          .isNotEqualTo(HEALTHY);
    }
  }

  /** Of 200 upgrades, the one in ten that took longest; looks come every half second. */
  private static double longestSeconds(double rateBefore, double rate) {
    return LongStream.range(0, 200)
        .mapToDouble(seed -> seconds(seed, rateBefore, rate))
        .sorted()
        .toArray()[179];
  }

  private static double seconds(long seed, double rateBefore, double rate) {
    for (int looks = 1; looks < 60; looks++) {
      if (verdictAfter(new SplittableRandom(seed), rateBefore, rate, looks).kind() == BREACH) {
        return looks * 0.5;
      }
    }
    return Double.MAX_VALUE;
  }

  private static Verdict verdictAfter(
      SplittableRandom random, double rateBefore, double rate, int looks) {
    var scene = new Scene().counted(BEFORE, "n1", -30, 0, rateBefore, 0.003);
    double requests = 0;
    double failed = 0;
    scene.add(UPGRADED, "n1", 0, new Fact.Counted(0, 0));
    for (int look = 1; look <= looks; look++) {
      for (int i = 0; i < rate / 2; i++) {
        requests++;
        failed += random.nextDouble() < 0.3 ? 1 : 0;
      }
      scene.add(UPGRADED, "n1", look * 0.5, new Fact.Counted(requests, failed));
    }
    return scene.judge(ARule.errors());
  }
}
