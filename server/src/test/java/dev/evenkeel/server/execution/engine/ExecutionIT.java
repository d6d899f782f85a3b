package dev.evenkeel.server.execution.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.evenkeel.judge.Verdict;
import dev.evenkeel.server.database.TestDatabase;
import dev.evenkeel.server.execution.RequestKey;
import dev.evenkeel.server.execution.RunId;
import dev.evenkeel.server.execution.machine.RunCommand;
import dev.evenkeel.server.execution.machine.RunState;
import dev.evenkeel.server.execution.machine.RunStatus;
import dev.evenkeel.server.execution.store.OutputStore;
import dev.evenkeel.server.execution.store.RunLog;
import dev.evenkeel.server.execution.store.StoredAttempt;
import dev.evenkeel.server.execution.store.VersionStore;
import dev.evenkeel.server.shared.Refused;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Runs on a real database, with workers, crashes and two servers. */
@Tag("C85")
class ExecutionIT {
  @RegisterExtension static final TestDatabase database = TestDatabase.migrated();

  private final EngineUnderTest.World world = new EngineUnderTest.World();

  /** A run left under way would be in the way of the next. */
  @AfterEach
  void everything_is_at_rest() {
    EngineUnderTest.putToRest(database);
  }

  @Test
  @Tag("C90")
  void carries_out_a_runbook_and_states_the_version_of_every_target() {
    try (var engine = EngineUnderTest.on(database, world, true)) {
      RunId id = engine.start(TwoThings.statingVersions());
      engine.until(id, RunStatus.SUCCEEDED);
      assertThat(world.done).filteredOn(d -> d.startsWith("do")).containsExactly("do n1", "do n2");
      assertThat(engine.bean(VersionStore.class).newest(id))
          .containsEntry("n1", "2")
          .containsEntry("n2", "2");
      assertThat(engine.bean(RunLog.class).after(id, 0, 100))
          .extracting(RunLog.Line::what)
          .startsWith("run-taken", "waived", "run-running")
          .endsWith("run-succeeded");
    }
  }

  @Test
  void hides_secrets_in_what_was_printed() {
    try (var engine = EngineUnderTest.on(database, world, true)) {
      RunId id = engine.start(TwoThings.statingVersions());
      engine.until(id, RunStatus.SUCCEEDED);
      String printed = engine.bean(OutputStore.class).tail(id + "-w1.n1.change-f1", 1000);
      assertThat(printed).contains("do n1").contains("PASSWORD=•••").doesNotContain("s3cr3t");
    }
  }

  @Test
  void hides_secrets_in_why_an_action_broke() {
    world.breaking.add("n1");
    try (var engine = EngineUnderTest.on(database, world, true)) {
      RunId id = engine.start(TwoThings.statingVersions());
      RunState end = engine.until(id, RunStatus.ROLLED_BACK);
      assertThat(end.reason()).contains("n1 broke with {PASSWORD=•••}").doesNotContain("s3cr3t");
    }
  }

  @Test
  @Tag("C98")
  void goes_back_when_a_step_fails_and_ends_in_the_old_version() {
    world.failing.add("do n2");
    try (var engine = EngineUnderTest.on(database, world, true)) {
      RunId id = engine.start(TwoThings.statingVersions());
      RunState end = engine.until(id, RunStatus.ROLLED_BACK);
      assertThat(end.reason()).contains("w2/n2/change failed: n2 would not");
      assertThat(world.inEffect).isEmpty();
      assertThat(engine.bean(VersionStore.class).newest(id)).containsEntry("n1", "1");
    }
  }

  @Test
  void an_attempt_cut_off_by_a_crash_is_not_repeated_when_looking_shows_it_was_done() {
    try (var engine = EngineUnderTest.on(database, world, false)) {
      RunId id = engine.start(TwoThings.runbook());
      cutOff(engine, id);
      world.inEffect.add("n1");
      engine.work();
      engine.until(id, RunStatus.SUCCEEDED);
      assertThat(world.done).containsExactly("do n2");
    }
  }

  @Test
  void an_attempt_cut_off_before_it_had_an_effect_is_carried_out_again() {
    try (var engine = EngineUnderTest.on(database, world, false)) {
      RunId id = engine.start(TwoThings.runbook());
      cutOff(engine, id);
      engine.work();
      engine.until(id, RunStatus.SUCCEEDED);
      assertThat(world.done).containsExactly("do n1", "do n2");
      assertThat(engine.attempts().find(id + "-w1.n1.change-f1").orElseThrow().result())
          .contains("Lost");
    }
  }

  @Test
  void an_attempt_without_effect_that_may_still_go_on_is_not_begun_again() {
    world.perhapsGoingOn.add("m1");
    try (var engine = EngineUnderTest.on(database, world, false)) {
      // runs other tests left behind work on n1
      RunId id = engine.start(TwoThings.runbook().replace("n1", "m1"));
      cutOff(engine, id, "m1");
      engine.work();
      RunState held = engine.until(id, RunStatus.HELD);
      assertThat(held.reason()).contains("no effect so far, but it may still go on");
      assertThat(world.done).doesNotContain("do m1");
    }
  }

  @Test
  void an_attempt_that_may_still_go_on_after_a_crash_is_not_undone_on_the_way_back() {
    world.perhapsGoingOn.add("n1");
    try (var engine = EngineUnderTest.on(database, world, false)) {
      RunId id = engine.start(TwoThings.runbook());
      cutOff(engine, id);
      engine.order(id, RunCommand.ROLL_BACK);
      engine.work();
      RunState held = engine.until(id, RunStatus.HELD, RunStatus.ROLLED_BACK);
      assertThat(held.reason()).contains("may still go on: the server stopped");
      assertThat(world.done).isEmpty();
      engine.order(id, RunCommand.RESUME);
      engine.until(id, RunStatus.ROLLED_BACK);
      assertThat(world.done).containsExactly("undo n1");
    }
  }

  @Test
  void an_attempt_nobody_knows_about_holds_the_run() {
    world.unknown.add("n1");
    try (var engine = EngineUnderTest.on(database, world, false)) {
      RunId id = engine.start(TwoThings.runbook());
      cutOff(engine, id);
      engine.work();
      RunState held = engine.until(id, RunStatus.HELD);
      assertThat(held.reason()).contains("Nobody can tell whether w1/n1/change took effect");
      assertThat(world.done).isEmpty();
    }
  }

  @Test
  @Tag("C95")
  void a_breach_takes_a_soaking_wave_back() {
    try (var engine = EngineUnderTest.on(database, world, true)) {
      RunId id = engine.start(TwoThings.watched(TwoThings.runbook(), "http://127.0.0.1:1"));
      while (world.inEffect.isEmpty()) {
        Thread.onSpinWait();
      }
      world.verdict = Verdict.Kind.BREACH;
      RunState back = engine.until(id, RunStatus.ROLLED_BACK);
      assertThat(back.reason())
          .as("which rule was broken")
          .matches("[\\w-]+: the test says BREACH");
      assertThat(world.done).containsExactly("do n1", "undo n1");
    }
  }

  @Test
  void two_servers_on_one_database_do_everything_once() {
    try (var one = EngineUnderTest.on(database, world, true);
        var two = EngineUnderTest.on(database, world, true)) {
      RunId first = one.start(TwoThings.runbook());
      one.until(first, RunStatus.SUCCEEDED);
      assertThat(world.done).containsExactly("do n1", "do n2");
      RunId second = two.start(TwoThings.runbook());
      two.until(second, RunStatus.SUCCEEDED);
      assertThat(world.done).hasSize(4);
    }
  }

  @Test
  @Tag("C37")
  @Tag("C49")
  void a_production_run_whose_way_back_was_never_rehearsed_is_refused_without_a_waiver() {
    try (var engine = EngineUnderTest.on(database, world, true)) {
      String runbook = TwoThings.runbook().replace("Two things", "Rehearsed things");
      assertThatThrownBy(() -> engine.take(runbook, false))
          .isInstanceOf(Refused.class)
          .hasMessageContaining("never rehearsed");
      RunId rehearsal = engine.take(runbook, true);
      engine.order(rehearsal, RunCommand.START);
      engine.until(rehearsal, RunStatus.ROLLED_BACK);
      assertThat(world.done).containsExactly("do n1", "do n2", "undo n2", "undo n1");
      assertThat(engine.take(runbook, false)).isNotNull();
    }
  }

  @Test
  @Tag("C37")
  void a_rehearsal_in_which_a_way_back_was_skipped_by_hand_rehearsed_nothing() {
    try (var engine = EngineUnderTest.on(database, world, true)) {
      String runbook = TwoThings.runbook().replace("Two things", "Hardly rehearsed");
      world.failing.add("undo n2");
      RunId rehearsal = engine.take(runbook, true);
      engine.order(rehearsal, RunCommand.START);
      engine.until(rehearsal, RunStatus.HELD);
      engine.skip(rehearsal, "w2/n2/change");
      engine.until(rehearsal, RunStatus.ROLLED_BACK);
      assertThatThrownBy(() -> engine.take(runbook, false))
          .isInstanceOf(Refused.class)
          .hasMessageContaining("never rehearsed");
    }
  }

  @Test
  @Tag("C37")
  void a_rehearsal_in_which_a_step_was_skipped_rehearsed_nothing() {
    try (var engine = EngineUnderTest.on(database, world, false)) {
      String runbook = TwoThings.runbook().replace("Two things", "Rehearsed in part");
      RunId rehearsal = engine.take(runbook, true);
      engine.order(rehearsal, RunCommand.START);
      engine.order(rehearsal, RunCommand.PAUSE);
      engine.skip(rehearsal, "w2/n2/change");
      engine.order(rehearsal, RunCommand.RESUME);
      engine.work();
      engine.until(rehearsal, RunStatus.ROLLED_BACK);
      assertThat(world.done).containsExactly("do n1", "undo n1");
      assertThatThrownBy(() -> engine.take(runbook, false))
          .isInstanceOf(Refused.class)
          .hasMessageContaining("never rehearsed");
    }
  }

  @Test
  @Tag("C37")
  void a_way_back_that_would_leave_a_change_behind_takes_a_waiver_though_it_was_rehearsed() {
    try (var engine = EngineUnderTest.on(database, world, true)) {
      String runbook =
          TwoThings.runbook()
              .replace("Two things", "Leaves something")
              .replaceFirst("(?m)^ +revert:.*\\n", "");
      RunId rehearsal = engine.take(runbook, true);
      engine.order(rehearsal, RunCommand.START);
      engine.until(rehearsal, RunStatus.ROLLED_BACK);
      assertThat(world.inEffect).containsExactlyInAnyOrder("n1", "n2");
      assertThatThrownBy(() -> engine.take(runbook, false))
          .isInstanceOf(Refused.class)
          .hasMessageContaining("would leave changes behind: `change` changes something")
          .hasMessageContaining("--waive REASON")
          .hasMessageNotContaining("never rehearsed");
      assertThat(engine.start(runbook)).isNotNull();
    }
  }

  @Test
  @Tag("C37")
  void a_way_back_that_took_longer_in_its_rehearsal_than_is_kept_free_is_refused() {
    try (var engine = EngineUnderTest.on(database, world, true)) {
      String runbook =
          TwoThings.runbook().replace("Two things", "Slow to undo")
              + "limits: {duration: 1h, wayBack: 1s}\n";
      world.slow.add("undo n1");
      RunId rehearsal = engine.take(runbook, true);
      engine.order(rehearsal, RunCommand.START);
      engine.until(rehearsal, RunStatus.ROLLED_BACK);
      assertThatThrownBy(() -> engine.take(runbook, false))
          .isInstanceOf(Refused.class)
          .hasMessageContaining("limits.wayBack keeps only 1 s free")
          .hasMessageContaining("rehearse again");
    }
  }

  @Test
  void a_request_that_comes_again_starts_nothing_again() throws Exception {
    try (var engine = EngineUnderTest.on(database, world, true);
        var people = Executors.newFixedThreadPool(4)) {
      RequestKey key = RequestKey.unique();
      Callable<RunId> request = () -> engine.start(TwoThings.runbook(), key);
      Set<RunId> answers = new HashSet<>();
      for (Future<RunId> answer : people.invokeAll(Collections.nCopies(4, request))) {
        answers.add(answer.get());
      }
      assertThat(answers).hasSize(1);
      engine.until(answers.iterator().next(), RunStatus.SUCCEEDED);
      assertThat(engine.start(TwoThings.runbook(), key)).isIn(answers);
      assertThat(world.done).containsExactly("do n1", "do n2");
      RunId another = engine.start(TwoThings.runbook(), RequestKey.unique());
      assertThat(another).isNotIn(answers);
      engine.until(another, RunStatus.SUCCEEDED);
    }
  }

  @Test
  void missing_secrets_and_wrong_inputs_are_refused_all_at_once() {
    try (var engine = EngineUnderTest.on(database, world, true)) {
      assertThatThrownBy(
              () -> engine.start(TwoThings.statingVersions().replace("secrets.db", "secrets.nope")))
          .isInstanceOf(Refused.class)
          .hasMessageContaining("'nope' (set it with: evenkeel secret set nope)");
    }
  }

  @Test
  void the_log_cannot_be_changed() {
    try (var engine = EngineUnderTest.on(database, world, false)) {
      RunId id = engine.start(TwoThings.runbook());
      JdbcClient jdbc = JdbcClient.create(database.dataSource());
      assertThatThrownBy(() ->
              jdbc.sql("delete from execution_event where run = :run")
                  .param("run", id.value())
                  .update())
          .hasMessageContaining("append-only");
    }
  }

  private static void cutOff(EngineUnderTest engine, RunId id) {
    cutOff(engine, id, "n1");
  }

  private static void cutOff(EngineUnderTest engine, RunId id, String target) {
    String attempt = id + "-w1." + target + ".change-f1";
    assertThat(engine.attempts().find(attempt).orElseThrow().state())
        .isEqualTo(StoredAttempt.State.INTENDED);
    assertThat(engine.attempts().claim(attempt, "a dead server", java.time.Instant.now())).isTrue();
  }
}
