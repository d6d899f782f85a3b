package dev.evenkeel.server.execution.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.evenkeel.server.approval.GoAhead;
import dev.evenkeel.server.database.TestDatabase;
import dev.evenkeel.server.execution.NewRun;
import dev.evenkeel.server.execution.RequestKey;
import dev.evenkeel.server.execution.RunControl;
import dev.evenkeel.server.execution.RunId;
import dev.evenkeel.server.execution.RunKind;
import dev.evenkeel.server.execution.StartTimes;
import dev.evenkeel.server.execution.machine.Appointment;
import dev.evenkeel.server.execution.machine.Appointment.State;
import dev.evenkeel.server.execution.machine.RunCommand;
import dev.evenkeel.server.execution.machine.RunStatus;
import dev.evenkeel.server.execution.store.AppointmentStore;
import dev.evenkeel.server.execution.store.RunLog;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Obstacle;
import dev.evenkeel.server.shared.Refused;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DataAccessException;

/**
 * Runs that start by themselves (C05), on a clock that is turned by hand and a real database: at
 * their time, once, or not and then with every reason.
 */
@Tag("C05")
class AppointmentsIT {
  @RegisterExtension static final TestDatabase database = TestDatabase.migrated();

  private static final String RUNBOOK =
      """
      apiVersion: evenkeel/v1
      kind: Runbook
      name: one
      title: One thing
      targets: [{name: n1}]
      rollout: {waves: [{targets: 100%, soak: 1s}]}
      steps:
        target:
          - id: change
            timeout: 5s
            run: {exec: {command: [do, "${target.name}"], env: {PASSWORD: "${secrets.db}"}}}
            observe: {exec: {command: [is, "${target.name}"]}}
            revert: {exec: {command: [undo, "${target.name}"]}}
      """;

  /** The database keeps microseconds. */
  private final Instant began = Instant.now().truncatedTo(ChronoUnit.SECONDS);

  private final AtomicLong passed = new AtomicLong();
  private volatile Duration set = Duration.ZERO;
  private final EngineUnderTest.World world = world();
  private EngineUnderTest engine;

  private EngineUnderTest.World world() {
    var made = new EngineUnderTest.World();
    made.clock = () -> began.plusNanos(passed.get()).plus(set);
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
  void a_run_starts_by_itself_at_its_time_and_not_before() {
    RunId id = inAnHour();
    passes(Duration.ofMinutes(59));
    assertThat(keep(id)).isEqualTo(new Next.Again(Duration.ofMinutes(1)));
    assertThat(engine.state(id).status()).isEqualTo(RunStatus.READY);

    passes(Duration.ofMinutes(1));
    keep(id);
    assertThat(engine.state(id).status()).isEqualTo(RunStatus.RUNNING);
    assertThat(appointment(id).state()).isEqualTo(State.KEPT);
    assertThat(keep(id)).isEqualTo(new Next.Over());
  }

  @Test
  @Tag("C46")
  void a_run_that_starts_by_itself_is_asked_about_as_if_whoever_scheduled_it_started_it() {
    RunId id =
        engine
            .bean(RunControl.class)
            .schedule(
                new NewRun(RUNBOOK, Map.of(), RunKind.PRODUCTION, Optional.of("a test")),
                at(Duration.ofHours(1)),
                RequestKey.unique(),
                Actor.person("ann"));
    world.ruling =
        new GoAhead.Ruling(List.of(Obstacle.besides("ann asked for it.")), List.of(), List.of());
    passes(Duration.ofHours(1));
    keep(id);
    assertThat(engine.state(id).status()).isEqualTo(RunStatus.READY);
    assertThat(appointment(id).reasons()).contains("ann asked for it.");
    assertThat(world.asked.orElseThrow().operator()).isEqualTo(Actor.person("ann"));
    world.ruling = GoAhead.Ruling.NOTHING_AGAINST;
    passes(Duration.ofMinutes(1));
    keep(id);
    assertThat(engine.state(id).status()).isEqualTo(RunStatus.RUNNING);
  }

  @Test
  @Tag("C36")
  void a_run_whose_costs_are_not_approved_starts_neither_by_itself_nor_by_hand_until_they_are() {
    RunId id =
        engine
            .bean(RunControl.class)
            .schedule(
                new NewRun(RUNBOOK, Map.of(), RunKind.PRODUCTION, Optional.of("a test")),
                at(Duration.ofHours(1)),
                RequestKey.unique(),
                Actor.person("ann"));
    world.unapproved = List.of("Shop to 2: 9,000 EUR, not approved");
    passes(Duration.ofHours(1));
    keep(id);
    assertThat(engine.state(id).status()).isEqualTo(RunStatus.READY);
    assertThat(appointment(id).reasons())
        .containsExactly("Costs of Shop to 2: 9,000 EUR, not approved.");
    assertThatThrownBy(() -> engine.order(id, RunCommand.START))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("9,000 EUR")
        .hasMessageContaining("page Budget");
    world.unapproved = List.of();
    engine.order(id, RunCommand.START);
    assertThat(engine.state(id).status()).isEqualTo(RunStatus.RUNNING);
  }

  @Test
  void the_log_says_that_it_started_by_itself_and_who_scheduled_it() {
    RunId id = inAnHour();
    passes(Duration.ofHours(1));
    keep(id);
    assertThat(lines(id))
        .filteredOn(line -> line.what().equals("appointment-kept"))
        .singleElement()
        .satisfies(line -> {
          assertThat(line.actor()).isEqualTo("ann");
          assertThat(line.says()).startsWith("Starts by itself at its time, as ann scheduled");
        });
    assertThat(lines(id))
        .filteredOn(line -> line.what().equals("run-running"))
        .extracting(RunLog.Line::actor)
        .containsExactly("ann");
  }

  @Test
  void woken_twice_on_two_servers_at_once_it_starts_once() throws Exception {
    try (var other = EngineUnderTest.on(database, world, false);
        var servers = Executors.newFixedThreadPool(4)) {
      other.bean(ClockWatch.class).stop();
      for (int i = 0; i < 5; i++) {
        RunId id = inAnHour();
        passes(Duration.ofHours(1));
        Callable<Next> here = () -> keep(id);
        Callable<Next> there = () -> other.bean(AppointmentKeeper.class).keep(id.value());
        for (Future<Next> kept : servers.invokeAll(List.of(here, there, here, there))) {
          kept.get();
        }
        assertThat(started(id)).isEqualTo(1);
        engine.order(id, RunCommand.ABORT);
      }
    }
  }

  @Test
  void a_server_that_dies_before_it_has_written_down_the_start_leaves_it_to_the_next() {
    RunId id = inAnHour();
    passes(Duration.ofHours(1));
    database
        .jdbc()
        .sql(
            "alter table execution_run add constraint dies check (id <> '%s' or status = 'READY') not valid"
                .formatted(id))
        .update();
    try {
      assertThatThrownBy(() -> keep(id)).isInstanceOf(DataAccessException.class);
    } finally {
      database.jdbc().sql("alter table execution_run drop constraint dies").update();
    }
    assertThat(appointment(id).state()).isEqualTo(State.WAITING);
    assertThat(started(id)).isZero();

    keep(id);
    assertThat(started(id)).isEqualTo(1);
  }

  @Test
  void a_server_that_dies_after_the_start_starts_it_not_again() {
    RunId id = inAnHour();
    passes(Duration.ofHours(1));
    keep(id);
    try (var next = EngineUnderTest.on(database, world, false)) {
      assertThat(next.bean(AppointmentKeeper.class).keep(id.value())).isEqualTo(new Next.Over());
    }
    assertThat(started(id)).isEqualTo(1);
  }

  @Test
  void what_a_dead_server_had_claimed_another_one_starts() {
    RunId id = inAnHour();
    passes(Duration.ofHours(1));
    database
        .jdbc()
        .sql(
            """
            update scheduled_tasks
            set picked = true, picked_by = 'dead', last_heartbeat = now() - interval '1 hour',
                execution_time = now() - interval '1 hour'
            where task_name = 'appointment' and task_instance = :id
            """)
        .param("id", id.value())
        .update();
    engine.work();
    engine.until(id, RunStatus.RUNNING, RunStatus.ROLLING_BACK, RunStatus.ROLLED_BACK);
    assertThat(started(id)).isEqualTo(1);
  }

  @Test
  void a_lost_task_is_taken_up_by_the_caretaker() {
    RunId id = inAnHour();
    database.jdbc().sql("delete from scheduled_tasks where task_name = 'appointment'").update();
    engine.bean(AppointmentKeeper.class).takeUp();
    assertThat(sleepsUntil(id)).isEqualTo(began.plus(Duration.ofHours(1)));
  }

  @Test
  void what_does_not_hold_at_its_time_is_tried_again_until_it_does() {
    RunId inTheWay = engine.take(RUNBOOK, true);
    RunId id = inAnHour();
    engine.order(inTheWay, RunCommand.START);
    passes(Duration.ofHours(1));
    assertThat(keep(id)).isEqualTo(new Next.Again(Duration.ofSeconds(30)));
    assertThat(appointment(id).reasons())
        .singleElement()
        .asString()
        .contains("Run %s of one is under way on n1".formatted(inTheWay));

    engine.order(inTheWay, RunCommand.ABORT);
    passes(Duration.ofSeconds(30));
    keep(id);
    assertThat(engine.state(id).status()).isEqualTo(RunStatus.RUNNING);
  }

  @Test
  void when_the_latest_start_is_over_it_is_missed_with_every_reason() {
    RunId inTheWay = engine.take(RUNBOOK, true);
    RunId id = inAnHour();
    engine.order(inTheWay, RunCommand.START);
    world.secrets.remove("db");
    passes(Duration.ofMinutes(90));
    assertThat(keep(id)).isEqualTo(new Next.Again(Duration.ofSeconds(30)));
    passes(Duration.ofMinutes(31));
    keep(id);
    assertThat(appointment(id).state()).isEqualTo(State.MISSED);
    assertThat(appointment(id).reasons())
        .hasSize(2)
        .anySatisfy(reason -> assertThat(reason).contains("'db'", "evenkeel secret set db"))
        .anySatisfy(reason -> assertThat(reason).contains(inTheWay.value()));
    assertThat(lines(id))
        .filteredOn(line -> line.what().equals("appointment-missed"))
        .singleElement()
        .satisfies(line -> assertThat(line.says()).contains(appointment(id).reasons()));
    assertThat(engine.state(id).status()).isEqualTo(RunStatus.READY);
    assertThat(keep(id)).isEqualTo(new Next.Over());
  }

  @Test
  void the_same_reason_is_written_into_the_log_once() {
    world.secrets.remove("db");
    world.secrets.put("db", "there while it is taken in");
    RunId id = inAnHour();
    world.secrets.remove("db");
    passes(Duration.ofHours(1));
    keep(id);
    passes(Duration.ofSeconds(30));
    keep(id);
    assertThat(lines(id)).filteredOn(line -> line.what().equals("appointment-waits")).hasSize(1);
  }

  @Test
  void a_server_that_was_away_until_after_the_latest_start_starts_nothing_and_says_so() {
    RunId id = inAnHour();
    passes(Duration.ofHours(3));
    keep(id);
    assertThat(engine.state(id).status()).isEqualTo(RunStatus.READY);
    assertThat(appointment(id).reasons())
        .singleElement()
        .asString()
        .startsWith("No server was there to start it between ");
  }

  @Test
  void taken_back_at_the_same_moment_it_is_either_started_or_not() throws Exception {
    try (var both = Executors.newFixedThreadPool(2)) {
      for (int i = 0; i < 10; i++) {
        RunId id = inAnHour();
        passes(Duration.ofHours(1));
        Future<?> start = both.submit(() -> keep(id));
        Future<?> cancel = both.submit(() -> cancel(id));
        start.get();
        boolean cancelled = went(cancel);
        keep(id);
        assertThat(started(id)).isEqualTo(cancelled ? 0 : 1);
        assertThat(appointment(id).state()).isEqualTo(cancelled ? State.CANCELLED : State.KEPT);
        engine.order(id, RunCommand.ABORT);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = RunCommand.class,
      names = {"START", "ABORT"})
  void what_a_person_does_meanwhile_ends_the_waiting(RunCommand command) {
    RunId id = inAnHour();
    engine.order(id, command);
    assertThat(appointment(id).state()).isEqualTo(State.OVERTAKEN);
    passes(Duration.ofHours(1));
    assertThat(keep(id)).isEqualTo(new Next.Over());
    assertThat(started(id)).isEqualTo(command == RunCommand.START ? 1 : 0);
  }

  @Test
  void a_run_that_was_moved_starts_at_the_new_time_only() {
    RunId id = inAnHour();
    move(id, Duration.ofHours(5), Optional.of(1L));
    assertThat(sleepsUntil(id)).isEqualTo(began.plus(Duration.ofHours(5)));
    passes(Duration.ofHours(1));
    assertThat(keep(id)).isEqualTo(new Next.Again(Duration.ofHours(4)));
    passes(Duration.ofHours(4));
    keep(id);
    assertThat(started(id)).isEqualTo(1);
  }

  @Test
  void who_moves_what_somebody_else_moved_meanwhile_is_told_so() {
    RunId id = inAnHour();
    move(id, Duration.ofHours(5), Optional.of(1L));
    assertThatThrownBy(() -> move(id, Duration.ofHours(3), Optional.of(1L)))
        .isInstanceOfSatisfying(
            Refused.class, no -> assertThat(no.kind()).isEqualTo(Refused.Kind.STALE));
    assertThat(appointment(id).startsAt()).isEqualTo(began.plus(Duration.ofHours(5)));
  }

  @Test
  void one_that_was_missed_is_given_another_time() {
    RunId id = inAnHour();
    passes(Duration.ofHours(3));
    keep(id);
    move(id, Duration.ofHours(5), Optional.empty());
    passes(Duration.ofHours(2));
    keep(id);
    assertThat(started(id)).isEqualTo(1);
  }

  @Test
  void a_run_that_was_started_gets_no_appointment() {
    RunId id = inAnHour();
    engine.order(id, RunCommand.START);
    assertThatThrownBy(() -> move(id, Duration.ofHours(3), Optional.empty()))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("was started already");
  }

  @Test
  void the_same_request_again_is_the_same_run_at_the_same_time() {
    RequestKey key = RequestKey.unique();
    RunId id = engine.schedule(RUNBOOK, at(Duration.ofHours(1)), key);
    cancel(id);
    assertThat(engine.schedule(RUNBOOK, at(Duration.ofHours(1)), key)).isEqualTo(id);
    assertThat(appointment(id).state()).isEqualTo(State.CANCELLED);
    assertThat(engine.schedule(RUNBOOK, at(Duration.ofHours(2)), key)).isNotEqualTo(id);
  }

  @Test
  void after_a_jump_of_the_clock_it_waits_until_a_person_sets_the_time_anew() {
    RunId id = inAnHour();
    set = Duration.ofMinutes(90);
    assertThat(keep(id)).isEqualTo(new Next.Over());
    assertThat(engine.state(id).status()).isEqualTo(RunStatus.READY);
    assertThat(appointment(id).doubt().orElseThrow()).contains("jumped forward by 1 h 30 min");
    engine.bean(ClockWatch.class).look();
    passes(Duration.ofHours(5));
    assertThat(keep(id)).isEqualTo(new Next.Over());
    assertThat(appointment(id).state()).isEqualTo(State.WAITING);

    move(id, Duration.ofHours(8), Optional.empty());
    passes(Duration.ofHours(2));
    keep(id);
    assertThat(started(id)).isEqualTo(1);
  }

  @Test
  void whoever_looks_after_the_clock_tells_those_that_wait_as_well() {
    RunId id = inAnHour();
    set = Duration.ofHours(-1);
    engine.bean(ClockWatch.class).look();
    assertThat(appointment(id).doubt().orElseThrow()).contains("jumped back by 1 h");
    assertThat(lines(id)).extracting(RunLog.Line::what).contains("clock-moved");
  }

  @Test
  void times_that_cannot_be_kept_are_refused() {
    assertThatThrownBy(() -> StartTimes.of(began.minusSeconds(1), Optional.empty(), began))
        .hasMessageContaining("is over");
    assertThatThrownBy(
            () -> StartTimes.of(began.plusSeconds(60), Optional.of(began.plusSeconds(61)), began))
        .hasMessageContaining("a minute or more after the start");
    assertThatThrownBy(
            () -> StartTimes.of(began.plus(Duration.ofDays(900)), Optional.empty(), began))
        .hasMessageContaining("more than two years away");
  }

  private RunId inAnHour() {
    return engine.schedule(RUNBOOK, at(Duration.ofHours(1)), RequestKey.unique());
  }

  /** From now on, with an hour until the latest start. */
  private StartTimes at(Duration after) {
    return StartTimes.of(now().plus(after), Optional.empty(), now());
  }

  private Instant now() {
    return world.clock.instant();
  }

  /** To a time after the beginning of the test. */
  private void move(RunId id, Duration after, Optional<Long> version) {
    engine
        .bean(RunControl.class)
        .appoint(
            id,
            StartTimes.of(began.plus(after), Optional.empty(), now()),
            version,
            Actor.person("ben"));
  }

  private void cancel(RunId id) {
    engine.bean(RunControl.class).cancelAppointment(id, Optional.empty(), Actor.person("ben"));
  }

  private static boolean went(Future<?> order) throws InterruptedException {
    try {
      order.get();
      return true;
    } catch (ExecutionException refused) {
      assertThat(refused.getCause()).isInstanceOf(Refused.class);
      return false;
    }
  }

  private Next keep(RunId id) {
    return engine.bean(AppointmentKeeper.class).keep(id.value());
  }

  private Appointment appointment(RunId id) {
    return engine.bean(AppointmentStore.class).find(id).orElseThrow();
  }

  private List<RunLog.Line> lines(RunId id) {
    return engine.bean(RunLog.class).after(id, 0, 1_000);
  }

  private long started(RunId id) {
    return lines(id).stream().filter(line -> line.what().equals("run-running")).count();
  }

  private void passes(Duration time) {
    passed.addAndGet(time.toNanos());
  }

  private static Instant sleepsUntil(RunId id) {
    return database
        .jdbc()
        .sql(
            "select execution_time from scheduled_tasks where task_name = 'appointment' and task_instance = :id")
        .param("id", id.value())
        .query((rs, n) -> rs.getObject(1, OffsetDateTime.class))
        .single()
        .withOffsetSameInstant(ZoneOffset.UTC)
        .toInstant();
  }
}
