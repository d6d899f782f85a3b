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
}
