package dev.evenkeel.server.execution.machine;

import static dev.evenkeel.server.execution.machine.Plans.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.judge.Verdict;
import dev.evenkeel.runbook.StepClass;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How a run goes forward: step after step, watched, or not at all. */
@Tag("C85")
class GoingForwardTest {

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
  void that_all_is_well_is_said_only_where_the_check_after_the_last_change_passed() {
    Segment after =
        new Segment(
            Segment.Kind.CHECKS_AFTER,
            "after",
            0,
            List.of(new Track("after", List.of(check("after/smoke")))),
            1,
            Duration.ZERO);
    Segment change = targets(1, track("n1", step("n1/stop")));
    assertThat(Driver.started(plan(change, after)).done("n1/stop", "after/smoke").state.reason())
        .isEqualTo("All waves are done and all is well.");
    assertThat(Driver.started(plan(change)).done("n1/stop").state.reason())
        .contains("that all is well is not shown");
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
}
