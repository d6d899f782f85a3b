package dev.evenkeel.server.execution.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.judge.Verdict;
import dev.evenkeel.server.database.TestDatabase;
import dev.evenkeel.server.execution.RunId;
import dev.evenkeel.server.execution.action.Playing;
import dev.evenkeel.server.execution.machine.AttemptResult;
import dev.evenkeel.server.execution.machine.RunCommand;
import dev.evenkeel.server.execution.machine.RunState;
import dev.evenkeel.server.execution.machine.RunStatus;
import dev.evenkeel.server.execution.store.RunStore;
import dev.evenkeel.server.execution.store.StoredAttempt;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Secrets that go, answers nobody can keep, actions that break, orders in a bad moment. */
@Tag("C85")
class TroubledAttemptsIT {
  @RegisterExtension static final TestDatabase database = TestDatabase.migrated();

  private final EngineUnderTest.World world = new EngineUnderTest.World();

  /** A run left under way would be worked on by the next test. */
  @AfterEach
  void everything_is_at_rest() {
    EngineUnderTest.putToRest(database);
  }

  @Test
  @Tag("C95")
  void a_secret_deleted_during_a_run_blinds_no_verdict() {
    try (var engine = EngineUnderTest.on(database, world, true)) {
      RunId id =
          engine.start(
              TwoThings.watched(TwoThings.soaking("10m"), "http://u:${secrets.db}@127.0.0.1:1"));
      Playing.until("n1 is done", () -> !world.inEffect.isEmpty());
      world.secrets.clear();
      world.verdict = Verdict.Kind.BREACH;
      engine.until(id, RunStatus.ROLLED_BACK);
      assertThat(world.done).containsExactly("do n1", "undo n1");
    }
  }

  @Test
  void a_secret_sealed_with_another_key_fails_the_step_before_it_began() {
    try (var engine = EngineUnderTest.on(database, world, false)) {
      RunId id = engine.start(TwoThings.soaking("1s"));
      world.sealedWithAnotherKey = true;
      engine.work();
      RunState end = engine.until(id, RunStatus.ROLLED_BACK);
      assertThat(end.reason()).contains("has another key");
      assertThat(world.done).doesNotContain("do n1", "do n2");
    }
  }

  @Test
  void while_a_secret_is_gone_what_was_begun_with_it_goes_on() {
    world.slow.add("do n1");
    try (var engine = EngineUnderTest.on(database, world, true)) {
      RunId id = engine.start(TwoThings.soaking("1s"));
      Playing.until("it waits", () -> first(engine, id).state() == StoredAttempt.State.WAITING);
      world.secrets.clear();
      Playing.until(
          "it says why it cannot be asked",
          () -> first(engine, id).waitingFor().contains("secrets.db"));
      world.secrets.put("db", "s3cr3t-word");
      engine.until(id, RunStatus.SUCCEEDED);
      assertThat(world.done).containsExactly("do n1", "do n2");
    }
  }

  @Test
  void an_answer_with_the_character_nul_is_kept() {
    world.garbled.add("n1");
    world.garbled.add("n2");
    world.failing.add("do n2");
    try (var engine = EngineUnderTest.on(database, world, true)) {
      RunId id = engine.start(TwoThings.soaking("1s"));
      RunState end = engine.until(id, RunStatus.ROLLED_BACK);
      assertThat(end.reason()).contains("n2\uFFFDwould not");
      assertThat(first(engine, id).outputs()).containsEntry("stdout", "a\uFFFDb");
    }
  }

  @Test
  void an_attempt_whose_progress_the_database_refuses_is_unknown_and_not_asked_for_ever() {
    world.slow.add("do n1");
    JdbcClient jdbc = database.jdbc();
    jdbc.sql(
            "alter table execution_attempt add constraint test check (waiting_for not like '%takes its time')")
        .update();
    try (var engine = EngineUnderTest.on(database, world, true)) {
      RunId id = engine.start(TwoThings.soaking("1s"));
      RunState held = engine.until(id, RunStatus.HELD);
      assertThat(held.reason()).contains("how far it is cannot be written down");
    } finally {
      jdbc.sql("alter table execution_attempt drop constraint test").update();
    }
  }

  @Test
  void an_action_that_breaks_where_nobody_can_look_holds_the_run() {
    world.breaking.add("n1");
    try (var engine = EngineUnderTest.on(database, world, true)) {
      RunId id = engine.start(TwoThings.soaking("1s").replaceAll("(?m)^ *observe:.*\\n", ""));
      RunState held = engine.until(id, RunStatus.HELD);
      assertThat(held.reason())
          .contains("Nobody can tell whether w1/n1/change took effect: n1 broke")
          .doesNotContain("s3cr3t");
    }
  }

  @Test
  void an_action_that_cannot_tell_how_far_it_is_for_once_is_asked_again() {
    world.slow.add("do n1");
    world.breakingOnce.add("n1");
    try (var engine = EngineUnderTest.on(database, world, true)) {
      RunId id = engine.start(TwoThings.soaking("1s"));
      engine.until(id, RunStatus.SUCCEEDED);
      assertThat(world.done).containsExactly("do n1", "do n2");
    }
  }

  @Test
  @Tag("C98")
  void an_order_to_go_back_does_not_wait_for_the_next_look_of_an_hour() throws Exception {
    var gate = new CountDownLatch(1);
    world.gates.put("n1", gate);
    try (var engine = EngineUnderTest.on(database, world, true)) {
      RunId id = engine.start(TwoThings.soaking("1s"));
      Playing.until(
          "a worker has it in hand",
          () -> first(engine, id).state() == StoredAttempt.State.STARTED);
      engine.order(id, RunCommand.ROLL_BACK);
      gate.countDown();
      engine.until(id, RunStatus.ROLLED_BACK);
    } finally {
      gate.countDown();
    }
  }

  @Test
  void what_can_neither_be_asked_nor_stopped_is_not_undone() {
    var open = new CountDownLatch(0);
    world.gates.put("n1", open);
    try (var engine = EngineUnderTest.on(database, world, true)) {
      RunId id = engine.start(TwoThings.runbook());
      Playing.until("it waits", () -> first(engine, id).state() == StoredAttempt.State.WAITING);
      world.secrets.clear();
      engine.order(id, RunCommand.ROLL_BACK);
      RunState held = engine.until(id, RunStatus.HELD, RunStatus.ROLLED_BACK);
      assertThat(held.reason()).contains("may still go on", "secrets.db");
      assertThat(world.done).isEmpty();
    }
  }

  @Test
  void what_broke_and_does_not_stop_is_not_begun_again_beside_itself() {
    world.breaking.add("n1");
    world.unstoppable.add("n1");
    try (var engine = EngineUnderTest.on(database, world, true)) {
      RunId id = engine.start(repeatable(TwoThings.soaking("1s")));
      RunState held = engine.until(id, RunStatus.HELD);
      assertThat(held.reason()).contains("may still go on", "n1 does not listen");
      assertThat(held.steps().values()).allMatch(step -> step.attempts() == 1);
    }
  }

  @Test
  void what_does_not_stop_when_its_progress_cannot_be_kept_is_not_begun_again_beside_itself() {
    world.slow.add("do n1");
    world.unstoppable.add("n1");
    JdbcClient jdbc = database.jdbc();
    jdbc.sql(
            "alter table execution_attempt add constraint test check (waiting_for not like '%takes its time')")
        .update();
    try (var engine = EngineUnderTest.on(database, world, true)) {
      RunId id = engine.start(repeatable(TwoThings.soaking("1s")));
      RunState held = engine.until(id, RunStatus.HELD);
      assertThat(held.reason()).contains("may still go on", "n1 does not listen");
      assertThat(held.steps().values()).allMatch(step -> step.attempts() == 1);
    } finally {
      jdbc.sql("alter table execution_attempt drop constraint test").update();
    }
  }

  @Test
  void an_end_and_an_order_at_the_same_moment_do_not_wait_for_each_other() throws Exception {
    try (var engine = EngineUnderTest.on(database, world, false)) {
      RunId id = engine.start(TwoThings.soaking("1s"));
      StoredAttempt attempt = first(engine, id);
      var order = new TransactionTemplate(engine.bean(PlatformTransactionManager.class));
      Future<?> end =
          order.execute(under -> {
            engine.bean(RunStore.class).lock(id);
            Future<?> ending =
                CompletableFuture.runAsync(() ->
                    engine.bean(Decider.class).ended(attempt, new AttemptResult.Done(), Map.of()));
            Playing.until("the end waits for the order", TroubledAttemptsIT::somebodyWaits);
            engine.attempts().requestStop(attempt.id());
            return ending;
          });
      end.get();
      assertThat(first(engine, id).result()).contains("Done");
    }
  }

  private static boolean somebodyWaits() {
    return database
        .jdbc()
        .sql("select exists (select from pg_locks where not granted)")
        .query(Boolean.class)
        .single();
  }

  private static String repeatable(String runbook) {
    return runbook.replace("- id: change\n", "- id: change\n      repeatable: true\n");
  }

  private static StoredAttempt first(EngineUnderTest engine, RunId id) {
    return engine.attempts().find(id + "-w1.n1.change-f1").orElseThrow();
  }
}
