package dev.evenkeel.server.execution.machine;

import static dev.evenkeel.server.execution.machine.Plans.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How a run goes back: the newest first, and never past what nobody can undo. */
@Tag("C85")
class GoingBackTest {

  @Test
  @Tag("C98")
  void reverts_the_newest_step_first_also_the_half_done_one() {
    Driver run =
        Driver.started(TWO_TARGETS).done("before/well", "n1/stop", "n1/start").failed("n2/stop");
    assertThat(run.state.status()).isEqualTo(RunStatus.ROLLING_BACK);
    assertThat(run.inFlight()).containsExactly("n2/stop");
    assertThat(run.done("n2/stop").inFlight()).containsExactly("n1/start");
    assertThat(run.done("n1/start").inFlight()).containsExactly("n1/stop");
    assertThat(run.done("n1/stop").state.status()).isEqualTo(RunStatus.ROLLED_BACK);
  }

  @Test
  void stops_what_is_in_flight_before_it_goes_back() {
    Driver run =
        Driver.started(plan(targets(2, track("n1", step("a"), step("b")), track("n2", step("c")))));
    run.done("a").failed("c");
    assertThat(run.effects)
        .contains(new Effect.Stop(new AttemptId(new StepKey("b"), Direction.FORWARD, 1)));
    assertThat(run.inFlight()).containsExactly("b");
    assertThat(run.phase("b")).isEqualTo(StepState.Phase.RUNNING);
    run.ended("b", new AttemptResult.Stopped());
    assertThat(run.inFlight()).containsExactly("b", "c");
  }

  @Test
  void a_failed_revert_holds_and_needs_a_person() {
    Driver run =
        Driver.started(TWO_TARGETS).done("before/well").failed("n1/stop").failed("n1/stop");
    assertThat(run.state.status()).isEqualTo(RunStatus.HELD);
    assertThat(run.phase("n1/stop")).isEqualTo(StepState.Phase.REVERT_FAILED);
    assertThatThrownBy(() -> run.order(RunCommand.RESUME)).isInstanceOf(NotOffered.class);
    run.order(RunCommand.SKIP, "n1/stop", "started it by hand");
    assertThat(run.state.status()).isEqualTo(RunStatus.ROLLED_BACK);
  }

  @Test
  void a_failed_revert_can_be_retried() {
    Driver run =
        Driver.started(TWO_TARGETS).done("before/well").failed("n1/stop").failed("n1/stop");
    run.order(RunCommand.RETRY, "n1/stop", "").done("n1/stop");
    assertThat(run.state.status()).isEqualTo(RunStatus.ROLLED_BACK);
  }

  @Test
  @Tag("C98")
  void goes_back_on_no_more_targets_at_once_than_may_be_unavailable() {
    Driver run =
        Driver.started(
            plan(
                targets(
                    2,
                    track("n1", step("n1/a")),
                    track("n2", step("n2/a")),
                    track("n3", step("n3/a"), step("n3/b")))));
    run.done("n1/a", "n2/a", "n3/a", "n3/b").order(RunCommand.ROLL_BACK);
    assertThat(run.inFlight()).containsExactly("n2/a", "n3/b");
    run.failed("n3/b").failed("n2/a").order(RunCommand.RETRY, "n2/a", "");
    assertThat(run.inFlight()).as("n3 waits for a person, half undone").containsExactly("n2/a");
    run.order(RunCommand.SKIP, "n3/b", "undone by hand").signal(new Signal.Ticked());
    assertThat(run.inFlight()).containsExactly("n2/a", "n3/a");
    run.done("n2/a");
    assertThat(run.inFlight()).containsExactly("n1/a", "n3/a");
    assertThat(run.done("n1/a", "n3/a").state.status()).isEqualTo(RunStatus.ROLLED_BACK);
  }

  @Test
  void of_two_that_could_not_be_undone_each_waits_for_a_person() {
    Driver run =
        Driver.started(plan(targets(2, track("n1", step("a")), track("n2", step("b")))))
            .done("a", "b")
            .order(RunCommand.ROLL_BACK);
    run.failed("a").failed("b").order(RunCommand.RETRY, "a", "").done("a");
    assertThat(run.state.status()).isEqualTo(RunStatus.HELD);
    assertThat(run.state.reason()).startsWith("b could not be undone");
    run.order(RunCommand.RETRY, "b", "");
    assertThat(run.state.status()).isEqualTo(RunStatus.ROLLING_BACK);
    assertThat(run.done("b").state.status()).isEqualTo(RunStatus.ROLLED_BACK);
  }

  @Test
  void a_revert_that_failed_can_be_retried_while_others_go_on() {
    Driver run =
        Driver.started(plan(targets(2, track("n1", step("a")), track("n2", step("b")))))
            .done("a", "b")
            .order(RunCommand.ROLL_BACK);
    run.failed("a").failed("b").order(RunCommand.RETRY, "a", "").order(RunCommand.RETRY, "b", "");
    assertThat(run.inFlight()).containsExactly("a", "b");
    assertThat(run.done("a", "b").state.status()).isEqualTo(RunStatus.ROLLED_BACK);
  }

  @Test
  void a_way_back_taken_up_again_keeps_to_what_may_be_unavailable() {
    Driver run =
        Driver.started(plan(targets(1, track("n1", step("a")), track("n2", step("b")))))
            .done("a", "b")
            .order(RunCommand.ROLL_BACK);
    assertThat(run.inFlight()).containsExactly("b");
    run.signal(new Signal.Commanded(RunCommand.ABORT, Optional.empty(), "wait"));
    run.ended("b", new AttemptResult.Stopped()).order(RunCommand.ROLL_BACK);
    assertThat(run.inFlight()).containsExactly("b");
    assertThat(run.done("b", "a").state.status()).isEqualTo(RunStatus.ROLLED_BACK);
  }

  @Test
  void on_the_way_back_a_failed_step_is_undone_and_never_tried_again() {
    Driver run =
        Driver.started(plan(targets(2, track("n1", step("a")), track("n2", step("b")))))
            .failed("a");
    run.ended("b", new AttemptResult.Done());
    run.failed("b");
    assertThat(run.state.status()).isEqualTo(RunStatus.HELD);
    run.ended("a", new AttemptResult.Done());
    run.order(RunCommand.SKIP, "b", "undone by hand");
    assertThat(run.state.status()).isEqualTo(RunStatus.ROLLED_BACK);
  }

  @Test
  @Tag("C98")
  void past_the_point_of_no_return_it_holds_instead_of_going_back() {
    Driver run =
        Driver.started(
            plan(targets(1, track("n1", step("a"), pointOfNoReturn("drop"), step("b")))));
    run.done("a", "drop").failed("b");
    assertThat(run.state.status()).isEqualTo(RunStatus.HELD);
    assertThat(run.state.reason()).contains("point of no return drop");
    assertThatThrownBy(() -> run.order(RunCommand.ROLL_BACK))
        .isInstanceOf(NotOffered.class)
        .hasMessageContaining("point of no return drop");
    run.order(RunCommand.SKIP, "b", "done by hand");
    assertThat(run.state.status()).isEqualTo(RunStatus.SUCCEEDED);
  }

  @Test
  void work_that_could_not_be_stopped_is_not_undone_while_it_may_go_on() {
    Driver run = Driver.started(TWO_TARGETS).done("before/well").order(RunCommand.ROLL_BACK);
    run.ended("n1/stop", new AttemptResult.StillGoing("process 42 lives"));
    assertThat(run.state.status()).isEqualTo(RunStatus.HELD);
    assertThat(run.state.reason()).contains("may still go on", "process 42 lives");
    assertThat(run.inFlight()).isEmpty();
    run.order(RunCommand.RESUME);
    assertThat(run.inFlight()).containsExactly("n1/stop");
    assertThat(run.done("n1/stop").state.status()).isEqualTo(RunStatus.ROLLED_BACK);
    assertThat(run.state.reason()).isEqualTo("A person asked for the way back.");
  }

  @Test
  void says_in_the_end_why_it_went_back_whatever_was_settled_on_the_way() {
    Driver run = Driver.started(TWO_TARGETS).done("before/well").failed("n1/stop");
    String why = run.state.reason();
    run.failed("n1/stop").order(RunCommand.RETRY, "n1/stop", "").done("n1/stop");
    assertThat(run.state.status()).isEqualTo(RunStatus.ROLLED_BACK);
    assertThat(run.state.reason()).isEqualTo(why).contains("n1/stop failed");
  }
}
