package dev.evenkeel.server.execution.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.execution.machine.RunCommand;
import dev.evenkeel.server.execution.machine.RunStatus;
import dev.evenkeel.server.execution.machine.Signal.Commanded;
import dev.evenkeel.server.execution.machine.StepKey;
import dev.evenkeel.server.web.Browser.Page;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** On the way back a target is said to be as it was only when it was seen to be so. */
@Tag("C85")
class SeenVersionsTest extends OnStillServer {
  private static final String LOOK = "base/n1/version";

  @Test
  void a_target_seen_on_its_old_version_is_back_as_it_was() {
    Page page = operator.open(address(undone().goesOn(9)));
    assertThat(says(page)).isEqualTo("n1: back as it was; version 10.1.30");
    assertThat(page.one("#ending h2").text())
        .isEqualTo("The run went back; what it changed is undone.");
  }

  @Test
  void what_is_undone_but_not_looked_at_yet_is_not_said_to_be_back() {
    Page page = operator.open(address(undone()));
    assertThat(says(page))
        .isEqualTo(
            "n1: undone, version still to be looked at, Look at its version; last seen on 11.0.2, should be 10.1.30");
    assertThat(stageOfItsWave(page)).isEqualTo("undone, version still to be looked at");
  }

  @Test
  void a_target_found_on_another_version_needs_a_person() {
    SampleRun run = found("11.0.2");
    assertThat(run.state().status()).isEqualTo(RunStatus.HELD);
    Page page = operator.open(address(run));
    assertThat(says(page)).startsWith("n1: needs a person;");
    assertThat(page.one("#head .why").text())
        .isEqualTo(
            "n1 was not seen to be as it was: n1 is on version 11.0.2. Put it right and retry base/n1/version, or skip that to leave it so.");
    assertThat(page.one("#open .state").text()).isEqualTo("Not seen to be the version from before");
    assertThat(page.one("#open").text())
        .contains("Look at its version on n1")
        .doesNotContain("undo");
    assertThat(page.one("#log").text()).doesNotContain("Undoing failed");
  }

  @Test
  void the_wave_of_an_untouched_target_that_is_not_as_it_was_says_so() {
    SampleRun run = undone();
    while (run.state().status() == RunStatus.ROLLING_BACK
        && run.inFlight().contains(key("base/n2/version"))) {
      run.finds("base/n2/version", "9.0");
    }
    Page page = operator.open(address(run.goesOn(9)));
    assertThat(page.one("#grid .wave:has(li[data-key=n2]) h3 .state").text())
        .isEqualTo("needs a person");
  }

  @Test
  void a_look_settled_by_hand_does_not_make_the_target_what_it_was() {
    SampleRun run = found("11.0.2");
    skips(run, LOOK).goesOn(9);
    assertThat(run.state().status()).isEqualTo(RunStatus.ROLLED_BACK);
    Page page = operator.open(address(run));
    assertThat(says(page))
        .isEqualTo("n1: not seen to be as it was; last seen on 11.0.2, should be 10.1.30");
    assertThat(stageOfItsWave(page)).isEqualTo("not seen to be as it was");
    assertThat(page.one("#ending h2").text())
        .isEqualTo("The run went back, but not every target was seen to be as it was.");
    assertThat(page.one("#ending .notice").text())
        .isEqualTo("n1: last seen on 11.0.2, should be 10.1.30.");
  }

  @Test
  void without_a_version_to_look_at_what_a_person_calls_undone_is_said_to_be_unseen() {
    SampleRun run = server.started(withoutVersion()).until("w1/wave/share");
    run.order(RunCommand.ROLL_BACK).until("w1/n1/switch");
    run.fails("w1/n1/switch", "exit code 3");
    skips(run, "w1/n1/switch").goesOn(9);
    assertThat(run.state().status()).isEqualTo(RunStatus.ROLLED_BACK);
    Page page = operator.open(address(run));
    assertThat(page.one("#ending h2").text())
        .isEqualTo("The run went back, but not every target was seen to be as it was.");
    assertThat(page.one("#ending .notice").text())
        .isEqualTo("n1: undone on a person's word, and there is no version to look at.");
  }

  @Test
  void what_was_changed_since_it_was_looked_at_has_no_known_version_when_the_run_is_aborted() {
    SampleRun run = server.started(SampleRunbooks.rolling(2)).until("w1/n1/version");
    run.passes(1).order(RunCommand.ABORT, "not tonight");
    Page page = operator.open(address(run));
    assertThat(page.one("#ending table").text())
        .contains("not looked at since it was changed 1 n1", "10.1.30 1 n2");
  }

  @Test
  void what_was_skipped_before_it_was_begun_does_not_keep_a_target_on_its_way_back() {
    SampleRun run = server.started(SampleRunbooks.rolling(2)).until("w1/n1/drain");
    skips(run, "w1/n1/switch").until("w1/n1/version");
    run.order(RunCommand.ROLL_BACK).goesOn(20);
    assertThat(run.state().status()).isEqualTo(RunStatus.ROLLED_BACK);
    assertThat(says(operator.open(address(run)))).isEqualTo("n1: back as it was; version 10.1.30");
  }

  private static String withoutVersion() {
    return SampleRunbooks.rolling(2).replaceFirst("(?s)version:\\n.*?rollout:", "rollout:");
  }

  /** Upgraded, and undone again but for the look at its version. */
  private SampleRun undone() {
    return server
        .started(SampleRunbooks.rolling(2))
        .until("w1/wave/share")
        .order(RunCommand.ROLL_BACK)
        .until(LOOK);
  }

  private SampleRun found(String version) {
    SampleRun run = undone();
    while (run.state().status() == RunStatus.ROLLING_BACK && run.inFlight().contains(key(LOOK))) {
      run.finds(LOOK, version);
    }
    return run.goesOn(9);
  }

  private static SampleRun skips(SampleRun run, String step) {
    return run.signal(
        new Commanded(RunCommand.SKIP, Optional.of(key(step)), "put right by hand"), "ann");
  }

  private static StepKey key(String step) {
    return new StepKey(step);
  }

  private static String says(Page page) {
    return page.one("#grid li[data-key=n1] a.cell").attr("aria-label");
  }

  private static String stageOfItsWave(Page page) {
    return page.one("#grid .wave[data-key=wave1] h3 .state").text();
  }
}
