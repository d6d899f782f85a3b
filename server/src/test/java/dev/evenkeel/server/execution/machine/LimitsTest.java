package dev.evenkeel.server.execution.machine;

import static dev.evenkeel.server.execution.machine.Plans.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.judge.Verdict;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What time does to a run: its limits, its last safe moment, and clocks that lie. */
@Tag("C85")
class LimitsTest {

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
  void a_jump_of_the_clock_on_the_way_back_is_written_down_and_holds_up_nothing() {
    Driver run =
        Driver.started(TWO_TARGETS).done("before/well", "n1/stop").order(RunCommand.ROLL_BACK);
    run.passes(Duration.ofHours(-1))
        .signal(new Signal.ClockMoved("The clock jumped."))
        .signal(new Signal.Ticked());
    assertThat(run.state.status()).isEqualTo(RunStatus.ROLLING_BACK);
    assertThat(run.entries).filteredOn(entry -> entry.what().equals("clock-moved")).hasSize(1);
  }

  @Test
  void a_clock_set_back_unseen_on_the_way_back_is_written_down_once() {
    Driver run =
        Driver.started(TWO_TARGETS).done("before/well", "n1/stop").order(RunCommand.ROLL_BACK);
    run.passes(Duration.ofHours(-1)).signal(new Signal.Ticked()).signal(new Signal.Ticked());
    assertThat(run.state.status()).isEqualTo(RunStatus.ROLLING_BACK);
    assertThat(run.entries)
        .filteredOn(entry -> entry.what().equals("clock-moved"))
        .extracting(Entry::says)
        .containsExactly("The clock went back by 1 h. See that it is right now.");
  }
}
