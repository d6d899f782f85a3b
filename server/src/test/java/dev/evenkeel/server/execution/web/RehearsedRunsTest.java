package dev.evenkeel.server.execution.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.execution.RunKind;
import dev.evenkeel.server.execution.machine.RunCommand;
import dev.evenkeel.server.execution.machine.RunStatus;
import dev.evenkeel.server.execution.machine.Signal.ClockMoved;
import dev.evenkeel.server.execution.machine.Signal.Commanded;
import dev.evenkeel.server.execution.machine.StepKey;
import dev.evenkeel.server.execution.store.Rehearsals;
import dev.evenkeel.server.web.Browser.Page;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A rehearsal that went well is shown as what it is, in lists and on its page. */
@Tag("C85")
class RehearsedRunsTest extends OnStillServer {

  @Test
  void one_that_went_all_the_way_and_back_is_rehearsed_and_not_merely_gone_back() {
    SampleRun run = toItsEnd(rehearsal());
    assertThat(line(run))
        .startsWith("Rehearsed Tomcat 10 to 11 on 1 nodes")
        .contains("The way back works; it took 7 s.");
    Page page = operator.open(address(run));
    assertThat(page.one("#head .status").text()).isEqualTo("Rehearsed");
    assertThat(page.one("#ending h2").text()).endsWith("The way back works.");
    assertThat(summary(run))
        .contains("\"rehearsal\":{\"backMillis\":7000,\"byHand\":false,\"clockMoved\":false}");
  }

  @Test
  void one_that_needed_a_hand_says_that_it_does_not_count() {
    SampleRun run = rehearsal().until("w1/n1/drain");
    run.signal(
        new Commanded(
            RunCommand.SKIP, Optional.of(new StepKey("w1/n1/switch")), "there is no release yet"),
        "ann");
    toItsEnd(run);
    assertThat(line(run))
        .startsWith("Rehearsed, but not by itself")
        .contains("A step was skipped or settled by hand, so it does not count.");
    Page page = operator.open(address(run));
    assertThat(page.one("#head .status").text()).isEqualTo("Rehearsed, but not by itself");
    assertThat(page.one("#ending h2").text()).endsWith("It does not count as a rehearsal.");
    assertThat(page.html().select("#ending a.button")).isEmpty();
  }

  @Test
  void one_whose_clock_jumped_on_its_way_back_says_that_it_does_not_count() {
    String text = SampleRunbooks.rolling(1) + "\n# by a clock that jumps\n";
    SampleRun run = server.ready(text, RunKind.REHEARSAL).order(RunCommand.START);
    while (run.state().status() != RunStatus.ROLLING_BACK) {
      run.goesOn(1);
      if (run.state().soakSince().isPresent()) {
        run.soaks(30);
      }
    }
    run.signal(new ClockMoved("The clock of the server jumped back by 1 h."), "evenkeel");
    toItsEnd(run);
    assertThat(line(run))
        .startsWith("Rehearsed, but by a clock that jumped")
        .contains("A clock jumped on the way back, so it does not count.")
        .doesNotContain("it took");
    Page page = operator.open(address(run));
    assertThat(page.one("#ending h2").text()).endsWith("It does not count as a rehearsal.");
    assertThat(page.html().select("#ending a.button")).isEmpty();
    assertThat(beans.getBean(Rehearsals.class).wayBack(run.id)).isEmpty();
  }

  @Test
  void one_that_went_back_half_way_has_rehearsed_nothing() {
    SampleRun run = rehearsal().until("w1/n1/switch");
    run.order(RunCommand.ROLL_BACK, "the fleet is needed").goesOn(50);
    assertThat(line(run)).startsWith("Gone back").contains("the fleet is needed");
    assertThat(operator.open(address(run)).one("#head .status").text()).isEqualTo("Gone back");
    assertThat(summary(run)).doesNotContain("rehearsal\":{");
  }

  private SampleRun rehearsal() {
    return server.ready(SampleRunbooks.rolling(1), RunKind.REHEARSAL).order(RunCommand.START);
  }

  private static SampleRun toItsEnd(SampleRun run) {
    while (!run.state().status().ended()) {
      run.goesOn(50);
      if (!run.state().status().ended()) {
        run.soaks(30);
      }
    }
    assertThat(run.state().status()).isEqualTo(RunStatus.ROLLED_BACK);
    return run;
  }

  private String line(SampleRun run) {
    return viewer.open("/runs").one("tr[data-key=%s]".formatted(run.id)).text();
  }

  private String summary(SampleRun run) {
    String list = viewer.api("/api/runs?limit=200").text();
    int from = list.indexOf(run.id.value());
    return list.substring(from, list.indexOf("createdAt", from));
  }
}
