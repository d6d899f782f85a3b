package dev.evenkeel.judge;

import static dev.evenkeel.judge.Scene.Part.BEFORE;
import static dev.evenkeel.judge.Scene.Part.UPGRADED;
import static dev.evenkeel.judge.Scene.Part.WAITING;
import static dev.evenkeel.judge.Verdict.Kind.BREACH;
import static dev.evenkeel.judge.Verdict.Kind.HEALTHY;
import static dev.evenkeel.judge.Verdict.Kind.NOT_ENOUGH_EVIDENCE;
import static dev.evenkeel.judge.Verdict.Kind.WARNING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.judge.Threshold.Above;
import dev.evenkeel.judge.Threshold.AboveBaseline;
import dev.evenkeel.judge.Threshold.Below;
import dev.evenkeel.judge.Threshold.RelativeToBaseline;
import org.junit.jupiter.api.Test;

class ValueTest {
  private static final ARule VALUE = ARule.of(Metric.VALUE).evidence(10);

  @Test
  void knows_above_and_below() {
    var scene = new Scene().values(UPGRADED, "n1", 0, 30, _ -> 42);
    assertThat(scene.judge(VALUE.breach(new Above(41)).rule()).kind()).isEqualTo(BREACH);
    assertThat(scene.judge(VALUE.breach(new Above(42)).rule()).kind()).isEqualTo(HEALTHY);
    assertThat(scene.judge(VALUE.breach(new Below(43)).rule()).kind()).isEqualTo(BREACH);
    assertThat(scene.judge(VALUE.breach(new Below(42)).rule()).kind()).isEqualTo(HEALTHY);
    assertThat(scene.judge(VALUE.breach(new Above(41)).rule()).says())
        .isEqualTo("n1 is at 42, the median of 15 readings. The limit is 41.");
  }

  @Test
  void ignores_a_spike_and_obeys_what_stays() {
    var rule = VALUE.breach(new Above(100)).rule();
    var spike = new Scene().values(UPGRADED, "n1", 0, 60, second -> second == 50 ? 900 : 42);
    var stays = new Scene().values(UPGRADED, "n1", 0, 60, second -> second > 40 ? 900 : 42);
    assertThat(spike.judge(rule).kind()).isEqualTo(HEALTHY);
    assertThat(stays.judge(rule).kind()).isEqualTo(BREACH);
  }

  @Test
  void holds_each_target_against_what_it_was_itself() {
    var rule = VALUE.breach(new RelativeToBaseline(0.5)).rule();
    var scene =
        new Scene()
            .values(BEFORE, "n1", -30, 0, _ -> 1000)
            .values(BEFORE, "n2", -30, 0, _ -> 100)
            .values(UPGRADED, "n1", 0, 30, _ -> 1100)
            .values(UPGRADED, "n2", 0, 30, _ -> 110);
    assertThat(scene.judge(rule).kind()).isEqualTo(HEALTHY);
    scene.values(UPGRADED, "n2", 32, 60, _ -> 200);
    scene.values(UPGRADED, "n1", 32, 60, _ -> 1100);
    assertThat(scene.judge(rule).kind()).isEqualTo(BREACH);
    assertThat(scene.judge(rule).says()).startsWith("n2 is at 200");
  }

  @Test
  void does_not_blame_the_upgrade_when_the_others_rise_as_well() {
    var rule = VALUE.breach(new AboveBaseline(50)).rule();
    var scene =
        new Scene()
            .values(BEFORE, "n1", -30, 0, _ -> 100)
            .values(BEFORE, "n2", -30, 0, _ -> 100)
            .values(WAITING, "n2", 0, 30, _ -> 400)
            .values(UPGRADED, "n1", 0, 30, _ -> 410);
    assertThat(scene.judge(rule).kind()).isEqualTo(WARNING);
  }

  @Test
  void needs_readings() {
    var rule = VALUE.breach(new Above(100)).rule();
    var scene = new Scene().values(UPGRADED, "n1", 0, 8, _ -> 42);
    assertThat(scene.judge(rule).kind()).isEqualTo(NOT_ENOUGH_EVIDENCE);
    assertThat(scene.judge(rule).says())
        .isEqualTo("5 readings so far; 10 readings are needed, 5 more, in about 8 s at this rate.");
  }
}
