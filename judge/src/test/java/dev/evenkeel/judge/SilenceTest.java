package dev.evenkeel.judge;

import static dev.evenkeel.judge.Scene.Part.UPGRADED;
import static dev.evenkeel.judge.Scene.Part.WAITING;
import static dev.evenkeel.judge.Scene.at;
import static dev.evenkeel.judge.Verdict.Kind.BREACH;
import static dev.evenkeel.judge.Verdict.Kind.HEALTHY;
import static dev.evenkeel.judge.Verdict.Kind.NOT_ENOUGH_EVIDENCE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** No data is never 0, and never well. */
class SilenceTest {

  @Test
  void is_never_healthy_without_data() {
    assertThat(new Scene().before(100, 0).judge(ARule.errors()).kind())
        .isEqualTo(NOT_ENOUGH_EVIDENCE);
    assertThat(new Scene().before(100, 0).waiting(60, 100, 0).judge(ARule.errors()).kind())
        .isEqualTo(NOT_ENOUGH_EVIDENCE);
  }

  @Test
  void is_never_healthy_without_traffic() {
    var verdict = new Scene().before(100, 0).upgraded(60, 0, 0).judge(ARule.errors());
    assertThat(verdict.kind()).isEqualTo(NOT_ENOUGH_EVIDENCE);
    assertThat(verdict.observed()).isEmpty();
    assertThat(verdict.says()).isEqualTo("No request yet; 50 requests are needed.");
  }

  @Test
  void is_not_healthy_while_a_target_says_nothing_and_passes_on_why() {
    var scene = new Scene().before(100, 0).upgraded(30, 100, 0);
    assertThat(scene.judge(ARule.errors()).kind()).isEqualTo(HEALTHY);
    scene.missing(UPGRADED, "n1", 32, "127.0.0.1:9001 refused the connection");
    var verdict = scene.judge(ARule.errors());
    assertThat(verdict.kind()).isEqualTo(NOT_ENOUGH_EVIDENCE);
    assertThat(verdict.says())
        .startsWith("n1 does not say: 127.0.0.1:9001 refused the connection. 0 % of");
  }

  @Test
  void is_not_healthy_while_one_of_several_targets_was_never_read() {
    var scene = new Scene().before(100, 0).upgraded(30, 100, 0);
    scene.readings(UPGRADED, "n3");
    assertThat(scene.judge(ARule.errors()).kind()).isEqualTo(NOT_ENOUGH_EVIDENCE);
    assertThat(scene.judge(ARule.errors()).says())
        .startsWith("n3 has not been read since it was upgraded.");
  }

  @Test
  void is_not_healthy_by_old_readings_when_nobody_looks_any_more() {
    var evidence = new Scene().before(100, 0).upgraded(30, 100, 0).evidence();
    assertThat(Judge.judge(ARule.errors(), evidence, at(30)).kind()).isEqualTo(HEALTHY);
    assertThat(Judge.judge(ARule.errors(), evidence, at(300)).kind())
        .isEqualTo(NOT_ENOUGH_EVIDENCE);
  }

  @Test
  void breaks_although_a_target_fell_silent() {
    var scene = new Scene().before(100, 0).upgraded(30, 100, 0.3);
    scene.missing(UPGRADED, "n1", 32, "127.0.0.1:9001 refused the connection");
    assertThat(scene.judge(ARule.errors()).kind()).isEqualTo(BREACH);
  }

  @Test
  void missing_readings_neither_speak_for_nor_against() {
    var scene = new Scene().before(100, 0).upgraded(40, 100, 0).waiting(40, 100, 0);
    scene.readings(UPGRADED, "n1").subList(5, 15).clear();
    scene.readings(WAITING, "n2").subList(2, 18).clear();
    scene.readings(UPGRADED, "n1").add(3, new Reading(at(5), List.of(new Fact.Missing("late"))));
    assertThat(scene.judge(ARule.errors()).kind()).isEqualTo(HEALTHY);
  }

  @Test
  void is_not_healthy_when_a_target_gets_no_request_any_more() {
    var scene = new Scene().before(100, 0).upgraded(60, 10, 0);
    assertThat(scene.judge(ARule.errors()).kind()).isEqualTo(HEALTHY);
    scene.counted(UPGRADED, "n1", 62, 96, 0, 0);
    var verdict = scene.judge(ARule.errors());
    assertThat(verdict.kind()).isEqualTo(NOT_ENOUGH_EVIDENCE);
    assertThat(verdict.says()).startsWith("n1 had no request in the last 30 s, though about ");
  }

  @Test
  void is_not_healthy_when_one_of_several_gets_no_request() {
    var scene = new Scene().before(100, 0).upgraded(60, 10, 0);
    scene.counted(UPGRADED, "n2", 0, 60, 0, 0);
    assertThat(scene.judge(ARule.errors()).kind()).isEqualTo(NOT_ENOUGH_EVIDENCE);
    assertThat(scene.judge(ARule.errors()).says())
        .startsWith("n2 had no request in the last 30 s, though about 150 were to be expected.");
  }

  @Test
  void rare_requests_are_not_silence() {
    var scene = new Scene().before(100, 0).upgraded(300, 0.2, 0);
    scene.counted(UPGRADED, "n2", 0, 300, 0.2, 0);
    assertThat(scene.judge(ARule.errors()).kind()).isEqualTo(HEALTHY);
  }

  @Test
  void latencies_are_not_healthy_while_one_of_several_targets_answers_nothing() {
    var rule = ARule.median(new Threshold.AboveBaseline(100));
    var scene =
        new Scene()
            .probed(Scene.Part.BEFORE, "n1", -30, 0, _ -> 17)
            .probed(UPGRADED, "n1", 0, 60, _ -> 17);
    for (int second = 0; second <= 60; second += 2) {
      scene.add(
          UPGRADED,
          "n2",
          second,
          new Fact.Tried(5, 5, List.of()),
          new Fact.Well(false, "connection refused"));
    }
    assertThat(scene.judge(rule).kind()).isEqualTo(NOT_ENOUGH_EVIDENCE);
    assertThat(scene.judge(rule).says()).startsWith("n2 does not say: connection refused. 50 %");
  }
}
