package dev.evenkeel.judge;

import static dev.evenkeel.judge.Scene.Part.UPGRADED;
import static dev.evenkeel.judge.Verdict.Kind.BREACH;
import static dev.evenkeel.judge.Verdict.Kind.HEALTHY;
import static dev.evenkeel.judge.Verdict.Kind.NOT_ENOUGH_EVIDENCE;
import static dev.evenkeel.judge.Verdict.Kind.WARNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.evenkeel.judge.Threshold.Above;
import dev.evenkeel.judge.Threshold.AboveBaseline;
import dev.evenkeel.judge.Threshold.Below;
import dev.evenkeel.judge.Threshold.RelativeToBaseline;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("C95")
class ErrorRateTest {

  @Test
  void calls_healthy_what_fails_no_more_than_before() {
    var verdict = new Scene().before(100, 0.003).upgraded(30, 100, 0.003).judge(ARule.errors());
    assertThat(verdict.kind()).isEqualTo(HEALTHY);
    assertThat(verdict.observed()).hasValueCloseTo(0.003, within(1e-6));
    assertThat(verdict.baseline()).hasValueCloseTo(0.003, within(1e-6));
    assertThat(verdict.limit()).hasValueCloseTo(0.013, within(1e-6));
    assertThat(verdict.evidence()).isEqualTo(3000);
    assertThat(verdict.says())
        .isEqualTo("0.3 % of 3,000 requests failed; before 0.3 %. The limit is 1.3 %.");
  }

  @Test
  void breaks_at_percentage_points_above_the_baseline() {
    var scene = new Scene().before(100, 0.003).upgraded(30, 100, 0.02);
    assertThat(scene.judge(ARule.errors()).kind()).isEqualTo(BREACH);
    assertThat(scene.judge(ARule.errors()).says())
        .isEqualTo("2 % of 3,000 requests failed; before 0.3 %. The limit is 1.3 %.");
  }

  @Test
  void is_exact_at_the_limit_itself() {
    var rule = ARule.of(Metric.ERROR_RATE).breach(new Above(0.02)).rule();
    assertThat(new Scene().upgraded(30, 100, 0.02).judge(rule).kind()).isEqualTo(HEALTHY);
    assertThat(new Scene().upgraded(30, 100, 0.021).judge(rule).kind()).isEqualTo(BREACH);
  }

  @Test
  void knows_relative_fixed_and_lower_thresholds() {
    var scene = new Scene().before(1000, 0.02).upgraded(30, 1000, 0.03);
    var metric = ARule.of(Metric.ERROR_RATE);
    assertThat(scene.judge(metric.breach(new RelativeToBaseline(0.4)).rule()).kind())
        .isEqualTo(BREACH);
    assertThat(scene.judge(metric.breach(new RelativeToBaseline(0.6)).rule()).kind())
        .isEqualTo(HEALTHY);
    assertThat(scene.judge(metric.breach(new Above(0.025)).rule()).kind()).isEqualTo(BREACH);
    assertThat(scene.judge(metric.breach(new Below(0.05)).rule()).kind()).isEqualTo(BREACH);
    assertThat(scene.judge(metric.breach(new Below(0.01)).rule()).kind()).isEqualTo(HEALTHY);
  }

  @Test
  void warns_below_the_breach() {
    var rule =
        ARule.of(Metric.ERROR_RATE)
            .warning(new AboveBaseline(0.005))
            .breach(new AboveBaseline(0.05))
            .rule();
    var verdict = new Scene().before(100, 0.003).upgraded(30, 100, 0.02).judge(rule);
    assertThat(verdict.kind()).isEqualTo(WARNING);
    assertThat(verdict.limit()).hasValueCloseTo(0.053, within(1e-6));
    assertThat(verdict.says()).endsWith("The limit is 0.8 %.");
  }

  @Test
  void says_how_many_requests_are_missing_and_how_long_they_take() {
    var verdict = new Scene().before(100, 0).upgraded(4, 3, 0).judge(ARule.errors());
    assertThat(verdict.kind()).isEqualTo(NOT_ENOUGH_EVIDENCE);
    assertThat(verdict.says())
        .isEqualTo(
            "12 requests so far; 50 requests are needed, 38 more, in about 13 s at this rate.");
  }

  @Test
  void reaches_back_further_than_the_window_when_traffic_is_low() {
    assertThat(new Scene().before(100, 0).upgraded(48, 1, 0).judge(ARule.errors()).kind())
        .isEqualTo(NOT_ENOUGH_EVIDENCE);
    assertThat(new Scene().before(100, 0).upgraded(50, 1, 0).judge(ARule.errors()).kind())
        .isEqualTo(HEALTHY);
  }

  @Test
  void does_not_take_one_unlucky_request_for_a_fault() {
    var scene = new Scene().before(100, 0.003).upgraded(10, 5, 0.02);
    var verdict = scene.judge(ARule.errors());
    assertThat(verdict.kind()).isEqualTo(NOT_ENOUGH_EVIDENCE);
    assertThat(verdict.says())
        .startsWith("2 % of 50 requests failed, beyond the limit of 1.3 %, but that can be chance.")
        .containsPattern(" About [\\d,]+ more requests, \\d+ (s|min) at this rate, would tell.");
  }

  @Test
  void obeys_a_small_excess_that_lasts() {
    var scene = new Scene().before(15, 0.003);
    assertThat(scene.upgraded(300, 15, 0.02).judge(ARule.errors()).kind()).isEqualTo(BREACH);
  }

  @Test
  void never_calls_an_excess_healthy_while_it_can_be_chance() {
    var scene = new Scene().before(100, 0.003).upgraded(30, 100, 0.014);
    assertThat(scene.judge(ARule.errors()).kind()).isEqualTo(NOT_ENOUGH_EVIDENCE);
  }

  @Test
  void counts_failures_that_the_counter_of_requests_does_not_show() {
    var scene = new Scene().before(100, 0);
    scene.add(UPGRADED, "n1", 0, new Fact.Counted(100, 0));
    scene.add(UPGRADED, "n1", 2, new Fact.Counted(100, 80));
    assertThat(scene.judge(ARule.errors()).kind()).isEqualTo(BREACH);
  }

  @Test
  void one_look_of_a_probe_does_not_decide_alone() {
    var rule = ARule.of(Metric.ERROR_RATE).evidence(10).breach(new Above(0.05)).rule();
    var scene = new Scene().probed(UPGRADED, "n1", 0, 10, _ -> 17);
    scene.add(UPGRADED, "n1", 12, new Fact.Tried(20, 20, List.of()));
    assertThat(scene.judge(rule).kind()).isEqualTo(NOT_ENOUGH_EVIDENCE);
    scene.add(UPGRADED, "n1", 14, new Fact.Tried(20, 20, List.of()));
    assertThat(scene.judge(rule).kind()).isEqualTo(BREACH);
  }
}
