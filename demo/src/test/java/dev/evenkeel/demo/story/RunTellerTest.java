package dev.evenkeel.demo.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.demo.load.LoadReport;
import dev.evenkeel.demo.server.LogLine;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunTellerTest {

  private final StringWriter told = new StringWriter();
  private final RunTeller teller =
      new RunTeller(new Narrator(new PrintWriter(told)), RunTellerTest::load);

  @Test
  void tells_every_step_and_on_which_node() {
    tell("step-begun", "w1/n1/stop", "Stop it");
    tell("step-done", "w1/n1/stop", "Stop it");
    tell("revert-begun", "w1/n1/stop", "Stop it");
    tell("step-begun", "w2/wave/n2/share", "Set the share");
    tell("step-begun", "before/nodes-answer", "The proxy knows its nodes");
    assertThat(lines())
        .containsExactly(
            "    n1 Stop it",
            "    n1 undo: Stop it",
            "    n2 Set the share",
            "    The proxy knows its nodes");
  }

  @Test
  void a_look_at_a_version_is_no_step() {
    tell("step-begun", "base/n2/version", "Version before");
    tell("revert-begun", "base/n2/version", "Version before");
    assertThat(told.toString()).isEmpty();
  }

  @Test
  void tells_how_users_fare_while_watching_and_when_it_goes_back() {
    tell("soak-begun", "", "Wave 1 of 4 (canary): watched for 15 s");
    tell("run-rolling-back", "", "26 % of 19 requests failed.");
    tell("run-rolled-back", "", "26 % of 19 requests failed.");
    assertThat(lines())
        .containsExactly(
            "  Wave 1 of 4 (canary): watched for 15 s",
            "    users: 8,191 requests, 2 failed",
            "Going back by itself: 26 % of 19 requests failed.",
            "    users: 8,191 requests, 2 failed",
            "Back: every node is on the old release again.");
  }

  @Test
  void says_why_a_run_does_not_go_on() {
    tell("run-held", "", "n1 does not answer.");
    assertThat(lines()).containsExactly("Held: n1 does not answer.");
  }

  private void tell(String what, String step, String says) {
    teller.tell(new LogLine(1, what, Optional.of(step).filter(s -> !s.isEmpty()), says));
  }

  /** Without the time at the beginning of each. */
  private String[] lines() {
    return told.toString()
        .lines()
        .map(line -> line.substring("00:00  ".length()))
        .toArray(String[]::new);
  }

  private static LoadReport load() {
    return new LoadReport(8_191, 2, Map.of(), 0, 0, 0, 0, Map.of());
  }
}
