package dev.evenkeel.judge;

import static dev.evenkeel.judge.Scene.Part.BEFORE;
import static dev.evenkeel.judge.Scene.Part.UPGRADED;
import static dev.evenkeel.judge.Scene.Part.WAITING;
import static dev.evenkeel.judge.Verdict.Kind.BREACH;
import static dev.evenkeel.judge.Verdict.Kind.HEALTHY;
import static dev.evenkeel.judge.Verdict.Kind.NOT_ENOUGH_EVIDENCE;
import static dev.evenkeel.judge.Verdict.Kind.WARNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.evenkeel.judge.Threshold.Above;
import dev.evenkeel.judge.Threshold.AboveBaseline;
import dev.evenkeel.judge.Threshold.RelativeToBaseline;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatencyTest {
  private static final Rule MEDIAN_100MS_MORE = ARule.median(new AboveBaseline(100));
  private static final List<Double> BOUNDS = List.of(10.0, 50.0, 100.0, 250.0, 500.0, 1000.0);

  @Test
  void sees_200_milliseconds_more_in_a_probe_of_which_some_requests_are_always_long() {
    var scene =
        new Scene()
            .probed(BEFORE, "n1", -30, 0, second -> someLong(second, 17))
            .probed(WAITING, "n2", 0, 12, second -> someLong(second, 18))
            .probed(UPGRADED, "n1", 0, 12, second -> someLong(second, 217));
    var verdict = scene.judge(MEDIAN_100MS_MORE);
    assertThat(verdict.kind()).isEqualTo(BREACH);
    assertThat(verdict.observed()).hasValue(217);
    assertThat(verdict.limit()).hasValue(117);
    assertThat(verdict.says())
        .isEqualTo(
            "50 % of 35 answers came within 217 ms; before 17 ms, on the others now 18 ms."
                + " The limit is 117 ms.");
  }

  @Test
  void calls_a_few_long_answers_healthy() {
    var scene =
        new Scene()
            .probed(BEFORE, "n1", -30, 0, second -> someLong(second, 17))
            .probed(UPGRADED, "n1", 0, 30, second -> someLong(second, 25));
    assertThat(scene.judge(MEDIAN_100MS_MORE).kind()).isEqualTo(HEALTHY);
  }

  @Test
  void a_dead_target_that_refuses_at_once_is_not_fast() {
    var scene = new Scene().probed(BEFORE, "n1", -30, 0, _ -> 17);
    for (int second = 0; second <= 60; second += 2) {
      scene.add(UPGRADED, "n1", second, new Fact.Tried(5, 5, List.of()));
    }
    assertThat(scene.judge(MEDIAN_100MS_MORE).kind()).isEqualTo(NOT_ENOUGH_EVIDENCE);
    assertThat(scene.judge(ARule.errors()).kind()).isEqualTo(BREACH);
  }

  @Test
  void reads_histograms_between_their_bounds() {
    var rule = ARule.median(new Above(180));
    var scene = new Scene().add(UPGRADED, "n1", 0, timed(0, 0, 0, 0, 0, 0, 0));
    scene.add(UPGRADED, "n1", 10, timed(0, 0, 0, 100, 0, 0, 0));
    assertThat(scene.judge(rule).kind()).isEqualTo(HEALTHY);
    assertThat(scene.judge(rule).observed()).hasValueCloseTo(175.0, within(1e-3));
    assertThat(scene.judge(ARule.median(new Above(150))).kind()).isEqualTo(BREACH);
  }

  @Test
  void holds_the_95th_percentile_of_a_histogram_against_the_others() {
    var rule =
        ARule.of(Metric.LATENCY)
            .warning(new RelativeToBaseline(0.2))
            .breach(new AboveBaseline(500))
            .rule();
    var scene =
        new Scene()
            .add(BEFORE, "n1", -30, timed(0, 0, 0, 0, 0, 0, 0))
            .add(BEFORE, "n1", 0, timed(0, 900, 50, 40, 10, 0, 0))
            .add(WAITING, "n2", 0, timed(0, 900, 50, 40, 10, 0, 0))
            .add(WAITING, "n2", 20, timed(0, 1800, 100, 80, 20, 0, 0))
            .add(UPGRADED, "n1", 0, timed(7, 7, 7, 7, 7, 7, 7))
            .add(UPGRADED, "n1", 20, timed(7, 607, 57, 207, 157, 7, 7));
    assertThat(scene.judge(rule).kind()).isEqualTo(WARNING);
    assertThat(scene.judge(rule).observed()).hasValueCloseTo(500 - 250 * 50 / 150.0, within(1e-3));
  }

  @Test
  void says_when_the_histogram_is_too_coarse_for_the_limit() {
    var rule = ARule.of(Metric.LATENCY).breach(new Above(3000)).rule();
    var scene = new Scene().add(UPGRADED, "n1", 0, timed(0, 0, 0, 0, 0, 0, 0));
    scene.add(UPGRADED, "n1", 10, timed(0, 900, 0, 0, 0, 0, 100));
    assertThat(scene.judge(rule).kind()).isEqualTo(NOT_ENOUGH_EVIDENCE);
    assertThat(scene.judge(rule).says()).startsWith("The histogram cannot tell");
    scene.add(UPGRADED, "n1", 12, timed(0, 10_900, 0, 0, 0, 0, 100));
    assertThat(scene.judge(rule).kind()).isEqualTo(HEALTHY);
  }

  @Test
  void copes_with_other_buckets_in_the_new_version() {
    var scene =
        new Scene()
            .add(BEFORE, "n1", -30, timed(0, 0, 0, 0, 0, 0, 0))
            .add(BEFORE, "n1", 0, timed(0, 1000, 0, 0, 0, 0, 0))
            .add(UPGRADED, "n1", 0, new Fact.Timed(List.of(200.0, 400.0), List.of(0.0, 0.0, 0.0)))
            .add(
                UPGRADED,
                "n1",
                10,
                new Fact.Timed(List.of(200.0, 400.0), List.of(0.0, 100.0, 100.0)));
    assertThat(scene.judge(MEDIAN_100MS_MORE).kind()).isEqualTo(BREACH);
  }

  /** Counts in each bucket, the last one above all bounds. */
  private static Fact timed(double... counts) {
    var cumulative = new ArrayList<Double>();
    double sum = 0;
    for (double count : counts) {
      sum += count;
      cumulative.add(sum);
    }
    return new Fact.Timed(BOUNDS, cumulative);
  }

  /** Every look, one of the five requests is of the long kind. */
  private static double someLong(double second, double usual) {
    return second % 2 == 0 ? 805 : usual;
  }
}
