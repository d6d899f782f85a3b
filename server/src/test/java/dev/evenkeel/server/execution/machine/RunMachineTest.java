package dev.evenkeel.server.execution.machine;

import static dev.evenkeel.server.execution.machine.Plans.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.evenkeel.judge.Verdict;
import dev.evenkeel.runbook.StepClass;
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

/** What a run decides. */
@Tag("C85")
class RunMachineTest {
  private static final Plan TWO_TARGETS =
      plan(
          checks(check("before/well")),
          targets(1, track("n1", step("n1/stop"), step("n1/start")), track("n2", step("n2/stop"))),
          soak(Duration.ofSeconds(30), step("wave/share")),
          soak(Duration.ZERO, check("after/smoke")));

  private static final Plan BASELINE_FIRST =
      plan(baseline(Duration.ofSeconds(30)), targets(1, track("n1", step("n1/stop"))));

  @Test
  @Tag("C89")
  void begins_one_target_at_a_time_and_its_steps_in_order() {
    Driver run = Driver.started(TWO_TARGETS);
    assertThat(run.inFlight()).containsExactly("before/well");
    assertThat(run.done("before/well").inFlight()).containsExactly("n1/stop");
    assertThat(run.done("n1/stop").inFlight()).containsExactly("n1/start");
    assertThat(run.done("n1/start").inFlight()).containsExactly("n2/stop");
    assertThat(run.done("n2/stop").inFlight()).containsExactly("wave/share");
  }

  @Test
  void works_on_as_many_targets_as_may_be_unavailable() {
    Driver run =
        Driver.started(
            plan(
                targets(
                    2, track("n1", step("a")), track("n2", step("b")), track("n3", step("c")))));
    assertThat(run.inFlight()).containsExactly("a", "b");
    assertThat(run.done("b").inFlight()).containsExactly("a", "c");
  }

  @Test
  @Tag("C94")
  @Tag("C101")
  void succeeds_after_the_soak_and_the_checks_after() {
    Driver run =
        Driver.started(TWO_TARGETS)
            .done("before/well", "n1/stop", "n1/start", "n2/stop", "wave/share")
            .passes(Duration.ofSeconds(29))
            .signal(new Signal.Ticked());
    assertThat(run.inFlight()).isEmpty();
    run.passes(Duration.ofSeconds(1)).signal(new Signal.Ticked());
    assertThat(run.inFlight()).containsExactly("after/smoke");
    assertThat(run.done("after/smoke").state.status()).isEqualTo(RunStatus.SUCCEEDED);
  }

  @Test
  @Tag("C84")
  void a_failed_check_before_refuses_the_run_and_changes_nothing() {
    Driver run = Driver.started(TWO_TARGETS).failed("before/well");
    assertThat(run.state.status()).isEqualTo(RunStatus.REFUSED);
    assertThat(run.state.changeBegan()).isEmpty();
    assertThat(run.state.reason()).contains("before/well failed: exit code 1");
  }

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
  void tries_a_failed_step_again_as_often_as_it_says_looking_first() {
    Driver run =
        Driver.started(
            plan(targets(1, track("n1", step("a", StepClass.REVERSIBLE, true, 1, false)))));
    run.failed("a");
    assertThat(run.state.status()).isEqualTo(RunStatus.RUNNING);
    assertThat(run.effects.getLast())
        .isEqualTo(
            new Effect.Begin(
                new AttemptId(new StepKey("a"), Direction.FORWARD, 2),
                Effect.Caution.OBSERVE_FIRST,
                Duration.ZERO));
    assertThat(run.failed("a").state.status()).isEqualTo(RunStatus.ROLLING_BACK);
  }

  @Test
  void an_unknown_outcome_holds_the_run_and_a_retry_goes_on() {
    Driver run = Driver.started(TWO_TARGETS).done("before/well");
    run.ended("n1/stop", new AttemptResult.Unknown("the host does not answer"));
    assertThat(run.state.status()).isEqualTo(RunStatus.HELD);
    assertThat(run.state.reason()).contains("Nobody can tell").contains("does not answer");
    run.order(RunCommand.RETRY, "n1/stop", "");
    assertThat(run.state.status()).isEqualTo(RunStatus.RUNNING);
    assertThat(run.done("n1/stop").inFlight()).containsExactly("n1/start");
  }

  @Test
  void an_attempt_lost_in_a_crash_is_begun_again_looking_first() {
    Driver run = Driver.started(TWO_TARGETS).done("before/well");
    run.ended("n1/stop", new AttemptResult.Lost("not done"));
    assertThat(run.effects.getLast())
        .isEqualTo(
            new Effect.Begin(
                new AttemptId(new StepKey("n1/stop"), Direction.FORWARD, 2),
                Effect.Caution.OBSERVE_FIRST,
                Duration.ZERO));
  }

  @Test
  void a_signal_about_a_step_it_does_not_await_changes_nothing() {
    Driver run = Driver.started(TWO_TARGETS).done("before/well");
    RunState before = run.state;
    var late = new AttemptId(new StepKey("before/well"), Direction.FORWARD, 1);
    run.signal(new Signal.AttemptEnded(late, new AttemptResult.Failed("late")));
    var never = new AttemptId(new StepKey("n1/stop"), Direction.FORWARD, 2);
    run.signal(new Signal.AttemptEnded(never, new AttemptResult.Failed("never begun")));
    assertThat(run.state).isEqualTo(before);
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
  @Tag("C95")
  @Tag("C96")
  void a_warning_pauses_and_a_breach_rolls_back_even_a_paused_run() {
    Driver run = Driver.started(watched(TWO_TARGETS)).done("before/well", "n1/stop");
    run.verdict(Verdict.Kind.WARNING);
    assertThat(run.state.status()).isEqualTo(RunStatus.PAUSED);
    run.done("n1/start");
    assertThat(run.inFlight()).isEmpty();
    run.verdict(Verdict.Kind.BREACH);
    assertThat(run.state.status()).isEqualTo(RunStatus.ROLLING_BACK);
  }

  @Test
  @Tag("C94")
  void not_enough_evidence_never_counts_as_healthy() {
    Driver run =
        Driver.started(watched(TWO_TARGETS))
            .done("before/well", "n1/stop", "n1/start", "n2/stop", "wave/share");
    for (int i = 0; i < 20; i++) {
      run.passes(Duration.ofSeconds(2)).verdict(Verdict.Kind.NOT_ENOUGH_EVIDENCE);
    }
    assertThat(run.state.status()).isEqualTo(RunStatus.RUNNING);
    assertThat(run.inFlight()).isEmpty();
    for (int i = 0; i < 150; i++) {
      run.passes(Duration.ofSeconds(2)).verdict(Verdict.Kind.NOT_ENOUGH_EVIDENCE);
    }
    assertThat(run.state.status()).isEqualTo(RunStatus.PAUSED);
    assertThat(run.state.reason()).startsWith("Not enough evidence");
  }

  @Test
  @Tag("C84")
  void is_refused_before_the_first_change_while_a_source_says_nothing() {
    Driver run = Driver.started(watched(BASELINE_FIRST));
    for (int i = 0; i < 160; i++) {
      run.passes(Duration.ofSeconds(2)).verdict(Verdict.Kind.NOT_ENOUGH_EVIDENCE);
      assertThat(run.inFlight()).isEmpty();
    }
    assertThat(run.state.status()).isEqualTo(RunStatus.RUNNING);
    for (int i = 0; i < 10; i++) {
      run.passes(Duration.ofSeconds(2)).verdict(Verdict.Kind.NOT_ENOUGH_EVIDENCE);
    }
    assertThat(run.state.status()).isEqualTo(RunStatus.REFUSED);
    assertThat(run.state.reason()).contains("nothing has been changed");
  }

  @Test
  void goes_on_as_soon_as_the_source_speaks() {
    Driver run = Driver.started(watched(BASELINE_FIRST));
    for (int i = 0; i < 30; i++) {
      run.passes(Duration.ofSeconds(2)).verdict(Verdict.Kind.NOT_ENOUGH_EVIDENCE);
    }
    assertThat(run.inFlight()).isEmpty();
    run.verdict(Verdict.Kind.HEALTHY);
    assertThat(run.inFlight()).containsExactly("n1/stop");
  }

  @Test
  @Tag("C94")
  void a_soak_nobody_watched_begins_anew() {
    Driver run =
        Driver.started(watched(TWO_TARGETS))
            .done("before/well", "n1/stop", "n1/start", "n2/stop", "wave/share")
            .verdict(Verdict.Kind.HEALTHY)
            .passes(Duration.ofMinutes(10))
            .verdict(Verdict.Kind.HEALTHY);
    assertThat(run.inFlight()).isEmpty();
    for (int i = 0; i < 15; i++) {
      run.passes(Duration.ofSeconds(2)).verdict(Verdict.Kind.HEALTHY);
    }
    assertThat(run.inFlight()).containsExactly("after/smoke");
  }

  @Test
  @Tag("C37")
  void goes_back_by_itself_when_the_last_safe_moment_has_come() {
    Driver run =
        Driver.started(within(Duration.ofMinutes(60), Duration.ofMinutes(10), TWO_TARGETS))
            .done("before/well", "n1/stop")
            .passes(Duration.ofMinutes(50))
            .signal(new Signal.Ticked());
    assertThat(run.state.status()).isEqualTo(RunStatus.ROLLING_BACK);
    assertThat(run.state.reason()).contains("last safe moment");
  }

  @Test
  @Tag("C37")
  void begins_no_step_when_the_last_safe_moment_has_passed_since_the_last_look() {
    Driver run =
        Driver.started(within(Duration.ofMinutes(60), Duration.ofMinutes(10), TWO_TARGETS))
            .done("before/well")
            .passes(Duration.ofMinutes(54))
            .done("n1/stop");
    assertThat(run.state.status()).isEqualTo(RunStatus.ROLLING_BACK);
    assertThat(run.state.reason()).contains("last safe moment", "n1/start");
    assertThat(run.inFlight()).containsExactly("n1/stop");
  }

  @Test
  @Tag("C37")
  void begins_no_step_whose_own_way_back_would_not_fit_any_more() {
    Plan plan = plan(targets(1, track("n1", step("a"), step("b"))));
    Driver run = Driver.started(within(Duration.ofSeconds(150), plan)).done();
    run.passes(Duration.ofSeconds(40)).done("a");
    // Undoing both may take two minutes, and 110 seconds are left.
    assertThat(run.state.status()).isEqualTo(RunStatus.ROLLING_BACK);
    assertThat(run.state.reason()).contains("with b begun");
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
  @Tag("C96")
  void a_warning_that_a_person_has_seen_stops_the_run_only_when_it_comes_again() {
    Driver run = Driver.started(watched(TWO_TARGETS)).done("before/well");
    run.verdict(Verdict.Kind.WARNING).order(RunCommand.RESUME).verdict(Verdict.Kind.WARNING);
    assertThat(run.state.status()).isEqualTo(RunStatus.RUNNING);
    run.verdict(Verdict.Kind.HEALTHY).verdict(Verdict.Kind.WARNING);
    assertThat(run.state.status()).isEqualTo(RunStatus.PAUSED);
    run.order(RunCommand.RESUME).verdict(Verdict.Kind.BREACH);
    assertThat(run.state.status()).isEqualTo(RunStatus.ROLLING_BACK);
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
  @Tag("C94")
  void a_watched_wave_without_a_soak_still_asks_for_one_healthy_verdict() {
    Driver run =
        Driver.started(
            watched(plan(targets(1, track("n1", step("a"))), soak(Duration.ZERO, step("w")))));
    run.done("a").verdict(Verdict.Kind.NOT_ENOUGH_EVIDENCE).done("w");
    run.verdict(Verdict.Kind.NOT_ENOUGH_EVIDENCE);
    assertThat(run.state.status()).isEqualTo(RunStatus.RUNNING);
    assertThat(run.verdict(Verdict.Kind.HEALTHY).state.status()).isEqualTo(RunStatus.SUCCEEDED);
  }

  @Test
  void says_in_the_end_why_it_went_back_whatever_was_settled_on_the_way() {
    Driver run = Driver.started(TWO_TARGETS).done("before/well").failed("n1/stop");
    String why = run.state.reason();
    run.failed("n1/stop").order(RunCommand.RETRY, "n1/stop", "").done("n1/stop");
    assertThat(run.state.status()).isEqualTo(RunStatus.ROLLED_BACK);
    assertThat(run.state.reason()).isEqualTo(why).contains("n1/stop failed");
  }

  @Test
  void a_clock_that_goes_back_pauses_until_a_person_says_it_is_right() {
    Driver run = Driver.started(TWO_TARGETS).done("before/well").passes(Duration.ofHours(-1));
    run.signal(new Signal.Ticked());
    assertThat(run.state.status()).isEqualTo(RunStatus.PAUSED);
    assertThat(run.state.reason()).contains("went back by 1 h");
    run.order(RunCommand.RESUME).signal(new Signal.Ticked());
    assertThat(run.state.status()).isEqualTo(RunStatus.RUNNING);
  }

  @ParameterizedTest
  @EnumSource(names = {"RUNNING", "PAUSED"})
  void after_a_jump_of_the_clock_no_run_goes_back_for_the_time_until_a_person_lets_it_go_on(
      RunStatus before) {
    Driver run =
        Driver.started(within(Duration.ofMinutes(60), Duration.ofMinutes(10), TWO_TARGETS))
            .done("before/well", "n1/stop");
    if (before == RunStatus.PAUSED) {
      run.order(RunCommand.PAUSE);
    }
    run.passes(Duration.ofHours(2))
        .signal(new Signal.ClockMoved("The clock jumped."))
        .signal(new Signal.Ticked())
        .verdict(Verdict.Kind.HEALTHY);
    assertThat(run.state.status()).isEqualTo(RunStatus.PAUSED);
    assertThat(run.entries).extracting(Entry::what).contains("clock-moved");
    run.order(RunCommand.RESUME).signal(new Signal.Ticked());
    assertThat(run.state.status()).isEqualTo(RunStatus.ROLLING_BACK);
    assertThat(run.state.reason()).contains("last safe moment");
  }

  @Test
  void a_breach_takes_a_run_back_also_when_the_clock_is_in_doubt() {
    Driver run =
        Driver.started(TWO_TARGETS)
            .done("before/well", "n1/stop")
            .signal(new Signal.ClockMoved("The clock jumped."))
            .verdict(Verdict.Kind.BREACH);
    assertThat(run.state.status()).isEqualTo(RunStatus.ROLLING_BACK);
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
        new Signal.Commanded(
            RunCommand.ABORT, java.util.Optional.empty(), "the data centre is on fire"));
    run.ended("n1/start", new AttemptResult.Stopped());
    assertThat(run.state.status()).isEqualTo(RunStatus.ABORTED);
    run.order(RunCommand.ROLL_BACK).done("n1/start", "n1/stop");
    assertThat(run.state.status()).isEqualTo(RunStatus.ROLLED_BACK);
  }

  @Test
  void a_way_back_aborted_in_the_middle_can_be_taken_up_again() {
    Driver run = Driver.started(TWO_TARGETS).done("before/well", "n1/stop").failed("n1/start");
    run.signal(new Signal.Commanded(RunCommand.ABORT, java.util.Optional.empty(), "wait"));
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
