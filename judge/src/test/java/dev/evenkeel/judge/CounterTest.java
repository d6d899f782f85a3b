package dev.evenkeel.judge;

import static dev.evenkeel.judge.Scene.Part.UPGRADED;
import static dev.evenkeel.judge.Verdict.Kind.BREACH;
import static dev.evenkeel.judge.Verdict.Kind.HEALTHY;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CounterTest {
  private static final Rule RULE =
      ARule.of(Metric.ERROR_RATE).breach(new Threshold.Above(0.02)).rule();

  @Test
  void starts_again_at_0_after_a_restart() {
    var scene = new Scene();
    count(scene, 0, 1000, 10);
    count(scene, 2, 1200, 10);
    count(scene, 4, 150, 60); // restarted: all of it came since
    count(scene, 6, 350, 120);
    var verdict = scene.judge(RULE);
    assertThat(verdict.evidence()).isEqualTo(200 + 150 + 200);
    assertThat(verdict.observed()).hasValue(120 / 550.0);
    assertThat(verdict.kind()).isEqualTo(BREACH);
  }

  @Test
  void a_sum_of_several_that_falls_when_one_restarts_does_not_bring_back_old_failures() {
    var scene = new Scene();
    count(scene, 0, 4_000_000, 400_000); // a bad week long ago
    count(scene, 2, 4_000_200, 400_000);
    count(scene, 4, 3_000_350, 300_000);
    count(scene, 6, 3_000_550, 300_000);
    assertThat(scene.judge(RULE).evidence()).isEqualTo(200 + 200);
    assertThat(scene.judge(RULE).kind()).isEqualTo(HEALTHY);
  }

  @Test
  void what_was_counted_before_the_upgrade_is_not_held_against_it() {
    var scene = new Scene();
    count(scene, 0, 4_000_000, 400_000);
    count(scene, 2, 4_000_100, 400_000);
    assertThat(scene.judge(RULE).kind()).isEqualTo(HEALTHY);
    assertThat(scene.judge(RULE).observed()).hasValue(0);
  }

  private static void count(Scene scene, int second, double requests, double failed) {
    scene.add(UPGRADED, "n1", second, new Fact.Counted(requests, failed));
  }
}
