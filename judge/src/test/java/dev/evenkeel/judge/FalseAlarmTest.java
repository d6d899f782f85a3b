package dev.evenkeel.judge;

import static dev.evenkeel.judge.Scene.Part.BEFORE;
import static dev.evenkeel.judge.Scene.Part.UPGRADED;
import static dev.evenkeel.judge.Scene.Part.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/**
 * Healthy upgrades, each watched for a minute with a look every two seconds; longer with {@code
 * -DargLine=-Devenkeel.looks=300}. What is stated in docs/watch.md: at most one look in ten million
 * breaks by bad luck of the upgraded part, and at most one upgrade in a hundred by bad luck of a
 * small baseline; with an ordinary baseline none.
 */
class FalseAlarmTest {
  private static final int WATCHES = 10_000;
  private static final int LOOKS = Integer.getInteger("evenkeel.looks", 30);

  @Test
  void hardly_ever_rolls_back_a_healthy_node_with_0_3_percent_noise() {
    assertThat(brokenOf(WATCHES, random -> breaks(random, 300, 15, 0.003))).isZero();
  }

  @Test
  void hardly_ever_rolls_back_after_a_small_baseline() {
    assertThat(brokenOf(WATCHES / 4, random -> breaks(random, 10, 10, 0.01)))
        .isLessThanOrEqualTo(WATCHES / 4 / 100);
  }

  @Test
  void hardly_ever_rolls_back_by_latencies_with_a_heavy_tail() {
    assertThat(brokenOf(WATCHES / 50, random -> breaksByLatency(random))).isZero();
  }

  private static long brokenOf(int watches, Predicate<SplittableRandom> breaks) {
    long broken = 0;
    for (long seed = 0; seed < watches; seed++) {
      if (breaks.test(new SplittableRandom(seed))) {
        System.out.println("broken with seed " + seed);
        broken++;
      }
    }
    return broken;
  }

  /** A watch grows look by look; only what is new is drawn. */
  private static boolean breaks(
      SplittableRandom random, double rateBefore, double rate, double share) {
    var before = counted(random, -30, 0, rateBefore, share);
    var upgraded = counted(random, 0, 2 * LOOKS, rate, share);
    var waiting = counted(random, 0, 2 * LOOKS, rateBefore - rate, share);
    for (int look = 1; look <= LOOKS; look++) {
      var scene = new Scene();
      scene.readings(BEFORE, "n1").addAll(before);
      scene.readings(UPGRADED, "n1").addAll(upgraded.subList(0, look + 1));
      scene.readings(WAITING, "n2").addAll(waiting.subList(0, look + 1));
      if (scene.judge(ARule.errors()).kind() == Verdict.Kind.BREACH) {
        return true;
      }
    }
    return false;
  }

  private static List<Reading> counted(
      SplittableRandom random, int from, int to, double rate, double share) {
    var readings = new ArrayList<Reading>();
    double requests = 0;
    double failed = 0;
    for (int second = from; second <= to; second += 2) {
      readings.add(Reading.of(Scene.at(second), new Fact.Counted(requests, failed)));
      requests += 2 * rate;
      failed += draw(random, 2 * rate, share);
    }
    return readings;
  }

  private static boolean breaksByLatency(SplittableRandom random) {
    var rule = ARule.of(Metric.LATENCY).breach(new Threshold.RelativeToBaseline(0.2)).rule();
    var before = probed(random, -60, 0);
    var upgraded = probed(random, 0, 2 * LOOKS);
    var waiting = probed(random, 0, 2 * LOOKS);
    for (int look = 1; look <= LOOKS; look++) {
      var scene = new Scene();
      scene.readings(BEFORE, "n1").addAll(before);
      scene.readings(UPGRADED, "n1").addAll(upgraded.subList(0, look));
      scene.readings(WAITING, "n2").addAll(waiting.subList(0, look));
      if (scene.judge(rule).kind() == Verdict.Kind.BREACH) {
        return true;
      }
    }
    return false;
  }

  private static List<Reading> probed(SplittableRandom random, int from, int to) {
    var readings = new ArrayList<Reading>();
    for (int second = from; second < to; second += 2) {
      var times = new ArrayList<Double>();
      for (int i = 0; i < 10; i++) {
        times.add(10 * Math.pow(1 - random.nextDouble(), -1 / 1.5));
      }
      readings.add(Reading.of(Scene.at(second), new Fact.Tried(10, 0, times)));
    }
    return readings;
  }

  /** Failures come one by one, with geometric gaps. */
  private static double draw(SplittableRandom random, double requests, double share) {
    double failed = 0;
    double at = Math.log(1 - random.nextDouble()) / Math.log(1 - share);
    while (at < requests) {
      failed++;
      at += 1 + Math.floor(Math.log(1 - random.nextDouble()) / Math.log(1 - share));
    }
    return failed;
  }
}
