package dev.evenkeel.server.execution.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.database.TestDatabase;
import dev.evenkeel.server.execution.RequestKey;
import dev.evenkeel.server.execution.RunControl;
import dev.evenkeel.server.execution.RunId;
import dev.evenkeel.server.execution.StartTimes;
import dev.evenkeel.server.execution.machine.Appointment.State;
import dev.evenkeel.server.execution.machine.RunCommand;
import dev.evenkeel.server.execution.machine.RunStatus;
import dev.evenkeel.server.execution.store.AppointmentStore;
import dev.evenkeel.server.execution.store.RunLog;
import dev.evenkeel.server.execution.store.RunStore;
import dev.evenkeel.server.shared.Actor;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A run that starts by itself (C05) is looked at, and then locked: what became of its appointment
 * in between counts, in an order that each test forces by holding the lock itself.
 */
@Tag("C05")
class AppointmentRacesIT {
  @RegisterExtension static final TestDatabase database = TestDatabase.migrated();

  private static final String RUNBOOK =
      """
      apiVersion: evenkeel/v1
      kind: Runbook
      name: races
      title: One thing
      targets: [{name: n1}]
      rollout: {waves: [{targets: 100%, soak: 1s}]}
      steps:
        target:
          - id: change
            timeout: 5s
            run: {exec: {command: [do, "${target.name}"]}}
            observe: {exec: {command: [is, "${target.name}"]}}
            revert: {exec: {command: [undo, "${target.name}"]}}
      """;

  private final Instant began = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  private final AtomicLong passed = new AtomicLong();
  private final EngineUnderTest.World world = world();
  private EngineUnderTest engine;

  private EngineUnderTest.World world() {
    var made = new EngineUnderTest.World();
    made.clock = () -> began.plusNanos(passed.get());
    made.nanos = passed::get;
    return made;
  }

  @BeforeEach
  void begins() {
    engine = EngineUnderTest.on(database, world, false);
    engine.bean(ClockWatch.class).stop();
  }

  @AfterEach
  void ends() {
    EngineUnderTest.putToRest(database);
    engine.close();
  }

  @Test
  void taken_back_while_it_is_about_to_start_it_does_not() throws Exception {
    RunId id = due();
    meanwhile(
        id,
        () ->
            engine
                .bean(RunControl.class)
                .cancelAppointment(id, Optional.empty(), Actor.person("ben")));
    stands(id, State.CANCELLED, RunStatus.READY);
  }

  @Test
  void moved_while_it_is_about_to_start_it_waits_for_the_new_time() throws Exception {
    RunId id = due();
    meanwhile(
        id,
        () ->
            engine
                .bean(RunControl.class)
                .appoint(id, at(Duration.ofHours(5)), Optional.empty(), Actor.person("ben")));
    stands(id, State.WAITING, RunStatus.READY);
  }

  @Test
  void when_the_latest_start_passes_while_it_waits_for_the_lock_it_does_not_start()
      throws Exception {
    RunId id = due();
    meanwhile(id, () -> passes(Duration.ofHours(2)));
    assertThat(engine.state(id).status()).isEqualTo(RunStatus.READY);
    engine.bean(AppointmentKeeper.class).keep(id.value());
    stands(id, State.MISSED, RunStatus.READY);
  }

  @Test
  void when_its_clock_falls_into_doubt_while_it_is_about_to_start_it_does_not() throws Exception {
    RunId id = due();
    meanwhile(id, () -> engine.bean(Appointments.class).doubt(id, "The clock jumped."));
    stands(id, State.WAITING, RunStatus.READY);
  }

  @Test
  void what_somebody_else_starts_while_it_is_about_to_start_is_started_once() throws Exception {
    RunId id = due();
    meanwhile(id, () -> engine.order(id, RunCommand.START));
    stands(id, State.OVERTAKEN, RunStatus.RUNNING);
    assertThat(engine.bean(RunLog.class).after(id, 0, 100))
        .filteredOn(line -> line.what().equals("run-running"))
        .hasSize(1);
  }

  /** One whose time has come. */
  private RunId due() {
    RunId id = engine.schedule(RUNBOOK, at(Duration.ofHours(1)), RequestKey.unique());
    passes(Duration.ofHours(1));
    return id;
  }

  /** Its turn comes and it waits for the lock; then this happens, and the lock is let go. */
  private void meanwhile(RunId id, Runnable happens) throws Exception {
    var transaction = new TransactionTemplate(engine.bean(PlatformTransactionManager.class));
    try (var server = Executors.newSingleThreadExecutor()) {
      List<Future<Next>> turn = new ArrayList<>();
      transaction.executeWithoutResult(status -> {
        engine.bean(RunStore.class).lock(id);
        turn.add(server.submit(() -> engine.bean(AppointmentKeeper.class).keep(id.value())));
        untilItWaits();
        happens.run();
      });
      turn.getFirst().get();
    }
  }

  /** On a connection of its own, as the transaction sees the activity of its beginning only. */
  private static void untilItWaits() {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (database
            .jdbc()
            .sql(
                "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()")
            .query(Long.class)
            .single()
        == 0) {
      if (System.nanoTime() > end) {
        throw new AssertionError("Nobody waits for the lock");
      }
      Thread.onSpinWait();
    }
  }

  private void stands(RunId id, State appointment, RunStatus run) {
    assertThat(engine.bean(AppointmentStore.class).find(id).orElseThrow().state())
        .isEqualTo(appointment);
    assertThat(engine.state(id).status()).isEqualTo(run);
  }

  private StartTimes at(Duration after) {
    Instant now = world.clock.instant();
    return StartTimes.of(now.plus(after), Optional.empty(), now);
  }

  private void passes(Duration time) {
    passed.addAndGet(time.toNanos());
  }
}
