package dev.evenkeel.judge;

import static dev.evenkeel.judge.Scene.Part.UPGRADED;
import static dev.evenkeel.judge.Scene.Part.WAITING;
import static dev.evenkeel.judge.Verdict.Kind.BREACH;
import static dev.evenkeel.judge.Verdict.Kind.HEALTHY;
import static dev.evenkeel.judge.Verdict.Kind.NOT_ENOUGH_EVIDENCE;
import static dev.evenkeel.judge.Verdict.Kind.WARNING;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("C95")
class FailingTest {
  private static final Rule FIVE_SECONDS = ARule.failingFor(5);

  @Test
  void breaks_when_failing_for_longer_than_the_limit() {
    var scene = new Scene().well(UPGRADED, "n1", 0, 10, true).well(UPGRADED, "n1", 12, 16, false);
    assertThat(scene.judge(FIVE_SECONDS).kind()).isEqualTo(NOT_ENOUGH_EVIDENCE);
    scene.well(UPGRADED, "n1", 18, 18, false);
    var verdict = scene.judge(FIVE_SECONDS);
    assertThat(verdict.kind()).isEqualTo(BREACH);
    assertThat(verdict.observed()).hasValue(6);
    assertThat(verdict.says())
        .isEqualTo(
            "n1 has been failing for 6 s without a success: connection refused. The limit is 5 s.");
  }

  @Test
  void a_success_ends_it() {
    var scene =
        new Scene()
            .well(UPGRADED, "n1", 0, 4, false)
            .well(UPGRADED, "n1", 6, 6, true)
            .well(UPGRADED, "n1", 8, 12, false);
    assertThat(scene.judge(FIVE_SECONDS).kind()).isEqualTo(NOT_ENOUGH_EVIDENCE);
    scene.well(UPGRADED, "n1", 14, 14, true);
    assertThat(scene.judge(FIVE_SECONDS).kind()).isEqualTo(HEALTHY);
    assertThat(scene.judge(FIVE_SECONDS).says()).isEqualTo("n1 answers. The limit is 5 s.");
  }

  @Test
  void one_good_answer_of_several_is_a_success() {
    var scene = new Scene();
    for (int second = 0; second <= 20; second += 2) {
      scene.add(UPGRADED, "n1", second, new Fact.Tried(5, 4, List.of(3.0)));
    }
    assertThat(scene.judge(FIVE_SECONDS).kind()).isEqualTo(HEALTHY);
  }

  @Test
  void looks_that_say_nothing_are_neither_failure_nor_success() {
    var scene = new Scene().well(UPGRADED, "n1", 0, 0, false);
    for (int second = 2; second <= 28; second += 2) {
      scene.missing(UPGRADED, "n1", second, "no answer within 2 s");
    }
    assertThat(scene.judge(FIVE_SECONDS).kind()).isEqualTo(NOT_ENOUGH_EVIDENCE);
    scene.well(UPGRADED, "n1", 30, 30, false);
    assertThat(scene.judge(FIVE_SECONDS).kind()).isEqualTo(BREACH);
  }

  @Test
  void time_in_which_nobody_looked_counts_for_nothing() {
    var scene = new Scene().well(UPGRADED, "n1", 0, 4, false).well(UPGRADED, "n1", 600, 600, false);
    assertThat(scene.judge(FIVE_SECONDS).kind()).isEqualTo(NOT_ENOUGH_EVIDENCE);
    scene.well(UPGRADED, "n1", 602, 604, false);
    assertThat(scene.judge(FIVE_SECONDS).kind()).isEqualTo(NOT_ENOUGH_EVIDENCE);
    scene.well(UPGRADED, "n1", 606, 606, false);
    assertThat(scene.judge(FIVE_SECONDS).observed()).hasValue(6);
    assertThat(scene.judge(FIVE_SECONDS).kind()).isEqualTo(BREACH);
  }

  @Test
  void two_looks_with_an_hour_between_them_say_nothing_about_the_hour() {
    var scene =
        new Scene().well(UPGRADED, "n1", 0, 0, false).well(UPGRADED, "n1", 3600, 3600, false);
    assertThat(scene.judge(FIVE_SECONDS).kind()).isEqualTo(NOT_ENOUGH_EVIDENCE);
  }

  @Test
  void a_target_that_hangs_is_looked_at_seldom_and_fails_all_the_same() {
    var scene = new Scene().well(UPGRADED, "n1", 0, 60, true);
    for (int second = 62; second <= 302; second += 60) {
      scene.well(UPGRADED, "n1", second, second, false);
    }
    assertThat(scene.judge(FIVE_SECONDS).kind()).isEqualTo(BREACH);
    assertThat(scene.judge(FIVE_SECONDS).observed()).hasValue(240);
  }

  @Test
  void of_long_ago_some_looks_are_enough() {
    var scene = new Scene();
    for (int second = 0; second < 7200; second += 600) {
      scene.well(UPGRADED, "n1", second, second, false);
    }
    scene.well(UPGRADED, "n1", 7200, 7800, false);
    assertThat(scene.judge(ARule.failingFor(7000)).kind()).isEqualTo(BREACH);
  }

  @Test
  void silence_is_not_health() {
    var scene = new Scene().well(UPGRADED, "n1", 0, 10, true);
    for (int second = 12; second <= 60; second += 2) {
      scene.missing(UPGRADED, "n1", second, "no answer within 2 s");
    }
    assertThat(scene.judge(FIVE_SECONDS).kind()).isEqualTo(NOT_ENOUGH_EVIDENCE);
  }

  @Test
  void one_of_several_is_enough_to_break() {
    var scene = new Scene().well(UPGRADED, "n1", 0, 10, true).well(UPGRADED, "n2", 0, 10, false);
    assertThat(scene.judge(FIVE_SECONDS).kind()).isEqualTo(BREACH);
    assertThat(scene.judge(FIVE_SECONDS).says()).startsWith("n2 ");
  }

  @Test
  void does_not_blame_the_upgrade_when_the_others_fail_as_well() {
    var scene =
        new Scene()
            .well(UPGRADED, "n1", 0, 10, false)
            .well(WAITING, "n2", 0, 10, false)
            .well(WAITING, "n3", 0, 10, true)
            .well(WAITING, "n4", 0, 10, true);
    assertThat(scene.judge(FIVE_SECONDS).kind()).isEqualTo(BREACH);
    scene.well(WAITING, "n3", 4, 10, false);
    assertThat(scene.judge(FIVE_SECONDS).kind()).isEqualTo(BREACH);
    scene.readings(WAITING, "n3").clear();
    scene.well(WAITING, "n3", 0, 10, false);
    assertThat(scene.judge(FIVE_SECONDS).kind()).isEqualTo(WARNING);
  }

  @Test
  void reads_a_plain_number_of_0_as_failing() {
    var scene = new Scene().values(UPGRADED, "n1", 0, 10, _ -> 0);
    assertThat(scene.judge(FIVE_SECONDS).kind()).isEqualTo(BREACH);
  }

  @Test
  void needs_a_threshold_that_fits() {
    var rule = ARule.of(Metric.FAILING).breach(new Threshold.Above(5)).rule();
    assertThat(new Scene().well(UPGRADED, "n1", 0, 60, false).judge(rule).kind())
        .isEqualTo(NOT_ENOUGH_EVIDENCE);
  }
}
