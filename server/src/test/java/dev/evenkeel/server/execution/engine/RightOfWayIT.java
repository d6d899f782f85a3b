package dev.evenkeel.server.execution.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.evenkeel.server.database.TestDatabase;
import dev.evenkeel.server.execution.RunId;
import dev.evenkeel.server.execution.machine.RunCommand;
import dev.evenkeel.server.execution.machine.RunStatus;
import dev.evenkeel.server.shared.Refused;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two runs of one runbook, and where they meet. */
class RightOfWayIT {
  @RegisterExtension static final TestDatabase database = TestDatabase.migrated();

  private static final String RUNBOOK =
      """
      apiVersion: evenkeel/v1
      kind: Runbook
      name: NAME
      title: Two things
      targets: [{name: n1}, {name: n2}]
      rollout: {waves: [{targets: 100%, soak: 0s}]}
      steps:
        target:
          - id: change
            timeout: 5s
            run: {exec: {command: [do, "${target.name}"]}}
            observe: {exec: {command: [is, "${target.name}"]}}
            revert: {exec: {command: [undo, "${target.name}"]}}
      """;

  private static int number;

  private final String name = "meeting-" + ++number;
  private final String runbook = RUNBOOK.replace("NAME", name);
  private final AtomicReference<Duration> clockSetBackBy = new AtomicReference<>(Duration.ZERO);
  private EngineUnderTest engine;

  @BeforeEach
  void begins() {
    var world = new EngineUnderTest.World();
    world.clock = () -> InstantSource.system().instant().minus(clockSetBackBy.get());
    engine = EngineUnderTest.on(database, world, false);
  }

  @AfterEach
  void ends() {
    engine.close();
  }

  @Test
  void a_second_run_is_refused_while_the_first_works_on_one_of_its_targets() {
    RunId first = engine.start(runbook);
    refusedBecauseOf(
        first, () -> engine.start(runbook.replace("[{name: n1}, {name: n2}]", "[{name: n2}]")));
    refusedBecauseOf(first, () -> engine.take(runbook, true));
  }

  @Test
  void a_paused_run_is_still_under_way() {
    RunId first = engine.start(runbook);
    engine.order(first, RunCommand.PAUSE);
    refusedBecauseOf(first, () -> engine.start(runbook));
  }

  @Test
  void a_run_taken_in_before_waits_until_the_other_has_ended() {
    RunId ready = engine.take(runbook, true);
    RunId first = engine.start(runbook);
    refusedBecauseOf(first, () -> engine.order(ready, RunCommand.START));
    assertThat(engine.state(ready).status()).isEqualTo(RunStatus.READY);
    engine.order(first, RunCommand.ABORT);
    engine.order(ready, RunCommand.START);
    assertThat(engine.state(ready).status()).isEqualTo(RunStatus.RUNNING);
  }

  @Test
  void a_run_that_was_not_started_is_in_nobodys_way() {
    engine.take(runbook, true);
    assertThatCode(() -> engine.start(runbook)).doesNotThrowAnyException();
  }

  @Test
  void a_run_that_has_ended_is_not_taken_back_into_another_one() {
    RunId ended = engine.start(runbook);
    engine.order(ended, RunCommand.ABORT);
    RunId next = engine.start(runbook);
    refusedBecauseOf(next, () -> engine.order(ended, RunCommand.ROLL_BACK));
    assertThat(engine.state(ended).status()).isEqualTo(RunStatus.ABORTED);
    engine.order(next, RunCommand.ROLL_BACK);
    engine.work();
    engine.until(next, RunStatus.ROLLED_BACK);
    engine.order(ended, RunCommand.ROLL_BACK);
    engine.until(ended, RunStatus.ROLLED_BACK);
  }

  @Test
  void of_runs_that_followed_each_other_the_newest_is_taken_back_first() {
    engine.work();
    RunId older = engine.start(runbook);
    engine.until(older, RunStatus.SUCCEEDED);
    RunId newer = engine.start(runbook);
    engine.until(newer, RunStatus.SUCCEEDED);
    assertThatThrownBy(() -> engine.order(older, RunCommand.ROLL_BACK))
        .isInstanceOf(Refused.class)
        .hasMessageContaining(
            "Run %s of %s went over n1, n2 after this one".formatted(newer, name));
    engine.order(newer, RunCommand.ROLL_BACK);
    engine.until(newer, RunStatus.ROLLED_BACK);
    engine.order(older, RunCommand.ROLL_BACK);
    engine.until(older, RunStatus.ROLLED_BACK);
  }

  @Test
  void the_newest_is_the_one_that_set_off_last_whatever_the_clock_says() {
    RunId older = engine.start(runbook);
    engine.order(older, RunCommand.ABORT);
    clockSetBackBy.set(Duration.ofHours(1));
    RunId newer = engine.start(runbook);
    engine.order(newer, RunCommand.ABORT);
    assertThatThrownBy(() -> engine.order(older, RunCommand.ROLL_BACK))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("Take %s back first".formatted(newer));
    engine.order(newer, RunCommand.ROLL_BACK);
    engine.work();
    engine.until(newer, RunStatus.ROLLED_BACK);
    engine.order(older, RunCommand.ROLL_BACK);
    engine.until(older, RunStatus.ROLLED_BACK);
  }

  @Test
  void the_same_runbook_runs_on_other_targets_and_other_runbooks_on_the_same() {
    engine.start(runbook);
    assertThatCode(
            () -> {
              engine.start(runbook.replace("n1", "n3").replace("n2", "n4"));
              engine.start(runbook.replace(name, name + "-too"));
            })
        .doesNotThrowAnyException();
  }

  @Test
  void of_several_started_at_the_same_moment_one_sets_off() throws Exception {
    try (var people = Executors.newFixedThreadPool(4)) {
      List<Callable<RunId>> starts = new ArrayList<>();
      List<Callable<Void>> orders = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        starts.add(() -> engine.start(runbook));
        RunId ready = engine.take(runbook, true);
        orders.add(() -> {
          engine.order(ready, RunCommand.START);
          return null;
        });
      }
      List<Future<?>> all = new ArrayList<>(people.invokeAll(starts));
      all.addAll(people.invokeAll(orders));
      assertThat(all).filteredOn(RightOfWayIT::setOff).hasSize(1);
    }
  }

  private static boolean setOff(Future<?> start) {
    try {
      start.get();
      return true;
    } catch (ExecutionException refused) {
      assertThat(refused.getCause()).isInstanceOf(Refused.class);
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void refusedBecauseOf(RunId other, ThrowingCallable start) {
    assertThatThrownBy(start)
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.kind()).isEqualTo(Refused.Kind.NOT_NOW))
        .hasMessageContaining("Run %s of %s is under way on ".formatted(other, name))
        .hasMessageContaining("Wait until it has ended");
  }
}
