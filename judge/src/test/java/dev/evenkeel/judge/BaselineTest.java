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
import dev.evenkeel.judge.Threshold.RelativeToBaseline;
import org.junit.jupiter.api.Test;

class BaselineTest {

  @Test
  void compares_with_the_worse_of_before_and_the_others_now() {
    var verdict =
        new Scene()
            .before(100, 0.002)
            .waiting(30, 100, 0.008)
            .upgraded(30, 100, 0.009)
            .judge(ARule.errors());
    assertThat(verdict.kind()).isEqualTo(HEALTHY);
    assertThat(verdict.baseline()).hasValueCloseTo(0.008, within(1e-6));
    assertThat(verdict.says()).contains("before 0.2 %, on the others now 0.8 %");
  }

  @Test
  void does_not_blame_the_upgrade_for_what_worsens_everything() {
    var verdict =
        new Scene()
            .before(100, 0.003)
            .waiting(30, 100, 0.12)
            .upgraded(30, 100, 0.125)
            .judge(ARule.errors());
    assertThat(verdict.kind()).isEqualTo(WARNING);
    assertThat(verdict.says())
        .isEqualTo(
            "Not the upgrade alone: where nothing was changed, 12 % of 3,000 requests failed, before"
                + " 0.3 %; on the upgraded part 12.5 % of 3,000 requests failed. The limit is 13 %.");
  }

  @Test
  void blames_the_upgrade_for_what_is_worse_than_a_shared_incident() {
    var scene = new Scene().before(100, 0.003).waiting(30, 100, 0.12).upgraded(30, 100, 0.5);
    assertThat(scene.judge(ARule.errors()).kind()).isEqualTo(BREACH);
  }

  @Test
  void does_not_blame_the_upgrade_when_the_others_are_beyond_a_fixed_limit_too() {
    var rule = ARule.of(Metric.ERROR_RATE).breach(new Above(0.05)).rule();
    var scene = new Scene().before(100, 0.003).upgraded(30, 100, 0.12);
    assertThat(scene.judge(rule).kind()).isEqualTo(BREACH);
    assertThat(scene.waiting(30, 100, 0.11).judge(rule).kind()).isEqualTo(WARNING);
  }

  @Test
  void compares_with_before_alone_when_nothing_waits_any_more() {
    var scene = new Scene().before(100, 0.003).upgraded(30, 100, 0.12);
    assertThat(scene.judge(ARule.errors()).kind()).isEqualTo(BREACH);
    assertThat(scene.judge(ARule.errors()).baseline()).hasValueCloseTo(0.003, within(1e-6));
  }

  @Test
  void compares_with_the_others_alone_when_nothing_was_read_before() {
    var scene = new Scene().waiting(30, 100, 0.003).upgraded(30, 100, 0.12);
    assertThat(scene.judge(ARule.errors()).kind()).isEqualTo(BREACH);
  }

  @Test
  void cannot_tell_without_any_baseline() {
    var scene = new Scene().upgraded(30, 100, 0.3);
    var relative = ARule.of(Metric.ERROR_RATE).breach(new RelativeToBaseline(0.5)).rule();
    assertThat(scene.judge(ARule.errors()).kind()).isEqualTo(NOT_ENOUGH_EVIDENCE);
    assertThat(scene.judge(relative).kind()).isEqualTo(NOT_ENOUGH_EVIDENCE);
    assertThat(scene.judge(relative).says())
        .startsWith(
            "Nothing to compare with: nothing was read before the first change, and no part waits untouched. Now 30 % of");
  }

  @Test
  void a_part_that_waits_without_traffic_is_not_said_to_be_missing() {
    var scene =
        new Scene()
            .before(0, 0)
            .counted(WAITING, "n2", 0, 30, 0, 0)
            .counted(UPGRADED, "n1", 0, 30, 100, 0.3);
    assertThat(scene.judge(ARule.errors()).says())
        .startsWith(
            "Nothing to compare with: there was no request before the first change, and the part that waits untouched has no request either. Now 30 % of");
  }

  @Test
  void prefers_what_the_same_targets_did_before() {
    var scene =
        new Scene()
            .counted(BEFORE, "n1", -30, 0, 100, 0.05)
            .counted(BEFORE, "n2", -30, 0, 100, 0)
            .upgraded(30, 100, 0.055);
    assertThat(scene.judge(ARule.errors()).kind()).isEqualTo(HEALTHY);
    assertThat(scene.judge(ARule.errors()).baseline()).hasValueCloseTo(0.05, within(1e-6));
  }

  @Test
  void does_not_let_a_few_unlucky_requests_of_the_others_hide_a_fault() {
    var scene =
        new Scene()
            .before(100, 0.003)
            .counted(WAITING, "n2", 28, 30, 5, 0.3)
            .counted(UPGRADED, "n1", 0, 30, 100, 0.1);
    assertThat(scene.judge(ARule.errors()).kind()).isEqualTo(BREACH);
  }

  @Test
  void does_not_trust_a_small_baseline_that_can_have_been_lucky() {
    var small = new Scene().counted(BEFORE, "n1", -30, 0, 10, 0).upgraded(450, 10, 0.015);
    var large = new Scene().counted(BEFORE, "n1", -30, 0, 100, 0).upgraded(450, 10, 0.015);
    assertThat(small.judge(ARule.errors()).kind()).isEqualTo(NOT_ENOUGH_EVIDENCE);
    assertThat(large.judge(ARule.errors()).kind()).isEqualTo(BREACH);
  }
}
