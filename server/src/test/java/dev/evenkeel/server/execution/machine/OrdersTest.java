package dev.evenkeel.server.execution.machine;

import static dev.evenkeel.server.execution.machine.Plans.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.evenkeel.judge.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What people may order of a run, and what is refused in which words. */
@Tag("C85")
class OrdersTest {

  @Test
  void a_skipped_step_that_could_not_be_stopped_holds() {
    Driver run =
        Driver.started(TWO_TARGETS).done("before/well").order(RunCommand.SKIP, "n1/stop", "why");
    run.ended("n1/stop", new AttemptResult.StillGoing("process 42 lives"));
    assertThat(run.state.status()).isEqualTo(RunStatus.HELD);
    assertThat(run.phase("n1/stop")).isEqualTo(StepState.Phase.STILL_GOING);
    run.verdict(Verdict.Kind.BREACH);
    assertThat(run.inFlight()).as("nothing is undone meanwhile").isEmpty();
    assertThat(run.state.status()).isEqualTo(RunStatus.HELD);
    run.order(RunCommand.RESUME);
    assertThat(run.inFlight()).containsExactly("n1/stop");
  }

  @Test
  void behind_a_point_of_no_return_a_person_may_go_forward_whatever_stands_against_it() {
    Plan plan = watched(plan(targets(1, track("n1", pointOfNoReturn("a"), step("b"), step("c")))));
    Driver run = Driver.started(within(Duration.ofMinutes(60), Duration.ofMinutes(10), plan));
    run.done("a").verdict(Verdict.Kind.BREACH);
    assertThat(run.state.status()).isEqualTo(RunStatus.HELD);
    run.order(RunCommand.RESUME).verdict(Verdict.Kind.BREACH).done("b");
    assertThat(run.state.status()).isEqualTo(RunStatus.RUNNING);
    run.passes(Duration.ofMinutes(55)).signal(new Signal.Ticked());
    assertThat(run.state.status()).isEqualTo(RunStatus.HELD);
    run.order(RunCommand.RESUME).signal(new Signal.Ticked()).done("c");
    assertThat(run.state.status()).isEqualTo(RunStatus.SUCCEEDED);
  }

  @Test
  void a_skipped_step_in_flight_is_stopped_and_the_next_begins_when_it_has_ended() {
    Driver run = Driver.started(TWO_TARGETS).done("before/well");
    run.order(RunCommand.SKIP, "n1/stop", "stopped by hand");
    assertThat(run.inFlight()).containsExactly("n1/stop");
    run.ended("n1/stop", new AttemptResult.Stopped());
    assertThat(run.phase("n1/stop")).isEqualTo(StepState.Phase.SKIPPED);
    assertThat(run.inFlight()).containsExactly("n1/start");
  }

  @Test
  void an_aborted_run_leaves_everything_and_may_still_be_taken_back() {
    Driver run = Driver.started(TWO_TARGETS).done("before/well", "n1/stop");
    run.signal(
        new Signal.Commanded(RunCommand.ABORT, Optional.empty(), "the data centre is on fire"));
    run.ended("n1/start", new AttemptResult.Stopped());
    assertThat(run.state.status()).isEqualTo(RunStatus.ABORTED);
    run.order(RunCommand.ROLL_BACK).done("n1/start", "n1/stop");
    assertThat(run.state.status()).isEqualTo(RunStatus.ROLLED_BACK);
  }

  @Test
  void a_way_back_aborted_in_the_middle_can_be_taken_up_again() {
    Driver run = Driver.started(TWO_TARGETS).done("before/well", "n1/stop").failed("n1/start");
    run.signal(new Signal.Commanded(RunCommand.ABORT, Optional.empty(), "wait"));
    run.ended("n1/start", new AttemptResult.Stopped());
    run.order(RunCommand.ROLL_BACK).done("n1/start", "n1/stop");
    assertThat(run.state.status()).isEqualTo(RunStatus.ROLLED_BACK);
  }

  @Test
  void a_finished_run_can_still_be_taken_back() {
    Driver run = Driver.started(plan(targets(1, track("n1", step("a"))))).done("a");
    assertThat(run.state.status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(run.order(RunCommand.ROLL_BACK).done("a").state.status())
        .isEqualTo(RunStatus.ROLLED_BACK);
  }

  @ParameterizedTest
  @EnumSource
  void refuses_what_the_status_does_not_offer(RunStatus status) {
    RunState state = Change.of(RunState.ready()).status(status).made();
    List<RunCommand> others =
        Arrays.stream(RunCommand.values()).filter(c -> !status.offers().contains(c)).toList();
    assertThat(others)
        .allSatisfy(command ->
            assertThatThrownBy(() ->
                    RunMachine.decide(
                        TWO_TARGETS, state, Signal.Commanded.to(command), Instant.EPOCH))
                .isInstanceOf(NotOffered.class)
                .hasMessageStartingWith("The run " + InWords.of(status) + "; "));
  }

  @Test
  void says_in_plain_words_why_an_order_is_refused_and_what_is_possible() {
    Driver run = Driver.started(plan(targets(1, track("n1", step("a")))));
    assertThatThrownBy(() -> run.order(RunCommand.RESUME))
        .hasMessage(
            "The run is running; it can be resumed only when it is paused or held. Possible now:"
                + " pausing it, skipping a step, the way back, aborting it.");
    assertThatThrownBy(() -> run.order(RunCommand.RETRY, "a", ""))
        .hasMessageStartingWith(
            "The run is running; a step can be tried again only when the run is paused, held or going"
                + " back.");
    assertThatThrownBy(() -> run.order(RunCommand.ABORT))
        .hasMessage("Give a reason for aborting it: it is written into the log of the run.");
    assertThatThrownBy(
            () -> run.signal(new Signal.Commanded(RunCommand.SKIP, Optional.empty(), "because")))
        .hasMessage("Say which step, such as w1/n1/stop: skipping a step needs it.");
    run.done("a");
    assertThatThrownBy(() -> run.order(RunCommand.PAUSE))
        .hasMessage(
            "The run has succeeded; it can be paused only when it is running. Possible now: the"
                + " way back.");
    run.order(RunCommand.ROLL_BACK).done("a");
    assertThatThrownBy(() -> run.order(RunCommand.ROLL_BACK))
        .hasMessage(
            "The run has gone back; it can be taken back only when it is running, paused, held,"
                + " has succeeded or was aborted. Nothing more can be ordered of it.");
  }

  /** Names of the code, such as ROLLING_BACK, are not for people. */
  @ParameterizedTest
  @EnumSource
  void a_refused_order_about_a_step_says_its_phase_in_plain_words(StepState.Phase phase) {
    for (RunStatus status : List.of(RunStatus.PAUSED, RunStatus.HELD)) {
      StepKey key = new StepKey("n1/stop");
      RunState state =
          Change.of(RunState.ready())
              .status(status)
              .made()
              .with(Map.of(key, new StepState(phase, 1, true, Instant.EPOCH, "")));
      for (RunCommand command : RunCommand.values()) {
        try {
          RunMachine.decide(
              TWO_TARGETS,
              state,
              new Signal.Commanded(command, Optional.of(key), ""),
              Instant.EPOCH);
        } catch (NotOffered no) {
          assertThat(no.says()).doesNotContainPattern("[A-Z]{2,}");
        }
      }
    }
  }
}
