package dev.evenkeel.demo.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class RunTest {

  @Test
  void reads_what_the_server_says() {
    Run run =
        read(
            """
            {"status": "RUNNING", "segment": "Wave 1 of 4 (one node)", "soakSince": "2026-01-01T00:00:00Z",
             "now": [{"key": "w1/n1/stop", "target": "n1", "title": "Stop it"}, {"title": "Look"},
              {"target": "n2", "title": "Start it", "phase": "REVERTING"}]}
            """);
    assertThat(run.segment()).isEqualTo("Wave 1 of 4 (one node)");
    assertThat(run.soaking()).isTrue();
    assertThat(run.work()).containsExactly("n1 Stop it", "Look", "n2 undo: Start it");
    assertThat(run.rests()).isFalse();
  }

  @Test
  void a_run_rests_when_nothing_more_happens_by_itself() {
    for (String status : new String[] {"SUCCEEDED", "ROLLED_BACK", "HELD", "PAUSED", "REFUSED"}) {
      assertThat(read("{\"status\": \"%s\"}".formatted(status)).rests()).as(status).isTrue();
    }
    assertThat(read("{\"status\": \"ROLLING_BACK\"}").rests()).isFalse();
  }

  private static Run read(String json) {
    return Run.of(JsonMapper.builder().build().readTree(json));
  }
}
