package dev.evenkeel.e2e.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class OracleTest {
  private final List<Seen> log = new ArrayList<>();

  private OracleTest line(String what, String operation, String token, boolean changed, int code) {
    log.add(
        Seen.parse(
                "%d|%s|%s|n1|r-%s|%s|%s"
                    .formatted(log.size(), what, operation, token, changed, code))
            .orElseThrow());
    return this;
  }

  private OracleTest done(String operation, String token) {
    return line("begin", operation, token, false, 0).line("end", operation, token, true, 0);
  }

  private List<String> violations(String events) {
    return Oracle.violations(log, new JsonMapper().readTree(events));
  }

  @Test
  void finds_nothing_wrong_with_a_way_there_and_back() {
    done("stop", "w1.n1.stop-f1").done("switch", "w1.n1.switch-f1");
    done("switch", "w1.n1.switch-b1").done("start", "w1.n1.stop-b1");
    assertThat(violations("[{\"what\":\"step-done\",\"step\":\"w1/n1/stop\"}]")).isEmpty();
  }

  @Test
  void sees_an_attempt_that_began_twice() {
    line("begin", "stop", "w1.n1.stop-f1", false, 0).done("stop", "w1.n1.stop-f1");
    assertThat(violations("[]")).anyMatch(v -> v.startsWith("the same attempt began twice"));
  }

  @Test
  void sees_a_step_carried_out_again_without_looking() {
    line("begin", "stop", "w1.n1.stop-f1", false, 0).line("end", "stop", "w1.n1.stop-f1", false, 1);
    done("stop", "w1.n1.stop-f2");
    assertThat(violations("[]")).singleElement().asString().contains("without looking");
    log.clear();
    line("begin", "stop", "w1.n1.stop-f1", false, 0).line("end", "stop", "w1.n1.stop-f1", false, 1);
    line("look", "stopped", "w1.n1.stop-f2", false, 1).done("stop", "w1.n1.stop-f2");
    assertThat(violations("[]")).isEmpty();
  }

  @Test
  void sees_an_effect_had_twice() {
    done("notice", "w1.n1.notice-f1");
    line("look", "told", "w1.n1.notice-f2", false, 1).done("notice", "w1.n1.notice-f2");
    assertThat(violations("[]")).singleElement().asString().contains("2 times");
  }

  @Test
  void sees_what_never_ended() {
    line("begin", "stop", "w1.n1.stop-f1", false, 0);
    assertThat(violations("[]")).singleElement().asString().contains("never ended");
  }

  @Test
  void sees_what_is_undone_past_the_point_of_no_return() {
    done("stop", "w1.n1.stop-f1")
        .done("finalise", "w1.wave.finalise-f1")
        .done("start", "w1.n1.stop-b1");
    assertThat(violations("[]")).singleElement().asString().contains("point of no return");
  }

  @Test
  void sees_a_way_back_in_the_wrong_order() {
    done("stop", "w1.n1.stop-f1").done("switch", "w1.n1.switch-f1");
    done("start", "w1.n1.stop-b1").done("switch", "w1.n1.switch-b1");
    assertThat(violations("[]")).singleElement().asString().contains("in the order");
  }

  @Test
  void sees_what_was_said_to_be_done_and_was_not() {
    assertThat(violations("[{\"what\":\"step-done\",\"step\":\"w1/n1/stop\"}]"))
        .singleElement()
        .asString()
        .contains("no target has seen it");
  }
}
