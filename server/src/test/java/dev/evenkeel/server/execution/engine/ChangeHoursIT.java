package dev.evenkeel.server.execution.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.kagkarlsson.scheduler.Scheduler;
import dev.evenkeel.server.database.TestDatabase;
import dev.evenkeel.server.execution.HoursOverride;
import dev.evenkeel.server.execution.NewRun;
import dev.evenkeel.server.execution.RequestKey;
import dev.evenkeel.server.execution.RunControl;
import dev.evenkeel.server.execution.RunId;
import dev.evenkeel.server.execution.RunKind;
import dev.evenkeel.server.execution.StartTimes;
import dev.evenkeel.server.execution.machine.Appointment.State;
import dev.evenkeel.server.execution.machine.RunCommand;
import dev.evenkeel.server.execution.machine.RunState;
import dev.evenkeel.server.execution.machine.RunStatus;
import dev.evenkeel.server.execution.store.AppointmentStore;
import dev.evenkeel.server.execution.store.OverrideStore;
import dev.evenkeel.server.execution.store.RunLog;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Refused;
import dev.evenkeel.server.shared.Right;
import dev.evenkeel.server.shared.Rights;
import dev.evenkeel.server.shared.Role;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Production runs keep to the windows and freezes of what they change (C47), by any way in, on a
 * clock that is turned by hand.
 */
@Tag("C47")
class ChangeHoursIT {
  @RegisterExtension static final TestDatabase database = TestDatabase.migrated();

  private static int number;

  private final String runbook =
      """
      apiVersion: evenkeel/v1
      kind: Runbook
      name: hours-%d
      title: One thing
      targets: [{name: n1}]
      rollout: {waves: [{targets: 100%%, soak: 0s}]}
      steps:
        target:
          - id: change
            timeout: 5s
            run: {exec: {command: [do, "${target.name}"]}}
            observe: {exec: {command: [is, "${target.name}"]}}
            revert: {exec: {command: [undo, "${target.name}"]}}
      limits: {duration: 4h, wayBack: 10m}
      """
          .formatted(++number);

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
  void outside_of_the_window_a_production_run_is_not_even_taken_in_to_be_started() {
    opensIn(Duration.ofHours(2));
    refused(() -> engine.start(runbook))
        .hasMessageContaining("n1 is not open")
        .hasMessageContaining("It is open next at ");
    assertThat(
            database
                .jdbc()
                .sql("select count(*) from execution_run where name = :name")
                .param("name", "hours-" + number)
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void programs_read_when_it_is_open_next_and_who_may_override() {
    opensIn(Duration.ofHours(2));
    assertThatThrownBy(() -> engine.start(runbook))
        .isInstanceOfSatisfying(
            Refused.class,
            no ->
                assertThat(no.facts())
                    .containsEntry("openNext", began.plus(Duration.ofHours(2)))
                    .containsEntry("overriddenBy", Right.OVERRIDE)
                    .containsKey("reasons"));
  }

  @Test
  void a_run_taken_in_before_is_refused_when_a_person_starts_it() {
    RunId id = taken();
    opensIn(Duration.ofHours(2));
    refused(() -> engine.order(id, RunCommand.START));
    assertThat(engine.state(id).status()).isEqualTo(RunStatus.READY);
    passes(Duration.ofHours(2));
    engine.order(id, RunCommand.START);
    assertThat(engine.state(id).status()).isEqualTo(RunStatus.RUNNING);
  }

  @Test
  void rehearsals_are_not_held_against_windows() {
    opensIn(Duration.ofHours(2));
    RunId id = engine.take(runbook, true);
    engine.order(id, RunCommand.START);
    assertThat(engine.state(id).status()).isEqualTo(RunStatus.RUNNING);
    assertThat(engine.state(id).openUntil()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = RunCommand.class,
      names = {"RESUME", "ROLL_BACK", "ABORT"})
  void after_a_pause_it_goes_on_only_while_it_is_open_and_back_at_any_time(RunCommand command) {
    RunId id = engine.start(runbook);
    engine.order(id, RunCommand.PAUSE);
    opensIn(Duration.ofHours(2));
    if (command == RunCommand.RESUME) {
      refused(() -> engine.order(id, command));
      assertThat(engine.state(id).status()).isEqualTo(RunStatus.PAUSED);
    } else {
      engine.order(id, command);
      assertThat(engine.state(id).status()).isNotEqualTo(RunStatus.PAUSED);
    }
  }

  @Test
  void the_last_safe_moment_is_never_after_the_end_of_the_window() {
    world.hours.closes = began.plus(Duration.ofHours(1));
    RunId id = engine.start(runbook);
    assertThat(engine.state(id).openUntil()).contains(world.hours.closes);
    passes(Duration.ofMinutes(49));
    engine.bean(Pulse.class).beat(id.value());
    assertThat(engine.state(id).status()).isEqualTo(RunStatus.RUNNING);
    passes(Duration.ofMinutes(1));
    engine.bean(Pulse.class).beat(id.value());
    RunState back = engine.state(id);
    assertThat(back.status()).isEqualTo(RunStatus.ROLLING_BACK);
    assertThat(back.reason()).contains("last safe moment");
  }

  @Test
  void let_go_on_in_the_next_window_it_has_until_the_end_of_that_one() {
    world.hours.closes = began.plus(Duration.ofHours(1));
    RunId id = engine.start(runbook);
    engine.order(id, RunCommand.PAUSE);
    world.hours.closes = began.plus(Duration.ofHours(3));
    engine.order(id, RunCommand.RESUME);
    assertThat(engine.state(id).openUntil()).contains(world.hours.closes);
  }

  @Test
  void a_run_that_takes_longer_than_what_is_left_of_the_window_is_refused() {
    rehearsed(Duration.ofMinutes(50));
    world.hours.closes = world.clock.instant().plus(Duration.ofMinutes(59));
    refused(() -> startRehearsed()).hasMessageContaining("expected to take 1 h with its way back");
    world.hours.closes = world.clock.instant().plus(Duration.ofMinutes(61));
    assertThat(engine.state(startRehearsed()).status()).isEqualTo(RunStatus.RUNNING);
  }

  @Test
  void a_way_back_that_took_too_long_in_a_newer_rehearsal_keeps_a_run_from_starting_by_itself() {
    rehearsed(Duration.ofMinutes(5));
    RunId id =
        engine
            .bean(RunControl.class)
            .schedule(
                new NewRun(runbook, Map.of(), RunKind.PRODUCTION, Optional.empty()),
                StartTimes.of(began.plus(Duration.ofHours(1)), Optional.empty(), began),
                RequestKey.unique(),
                Actor.person("ann"));
    RunId newer = rehearsed(Duration.ofMinutes(5));
    database
        .jdbc()
        .sql("update execution_run set ended_at = ended_at + interval '11 minutes' where id = :id")
        .param("id", newer.value())
        .update();
    passes(Duration.ofHours(1));
    keep(id);
    assertThat(engine.state(id).status()).isEqualTo(RunStatus.READY);
    assertThat(reasons(id))
        .singleElement()
        .asString()
        .startsWith("In its rehearsal the way back took 11 min");
  }

  @Test
  void who_has_the_role_overrides_it_with_a_reason_that_stays_on_record() {
    RunId id = taken();
    opensIn(Duration.ofHours(2));
    engine.override(id, RunCommand.START, Role.ADMIN);
    assertThat(engine.state(id).status()).isEqualTo(RunStatus.RUNNING);
    assertThat(engine.state(id).openUntil()).isEmpty();
    assertThat(engine.bean(OverrideStore.class).of(id))
        .singleElement()
        .satisfies(kept -> {
          assertThat(kept.actor()).isEqualTo("tester");
          assertThat(kept.role()).isEqualTo("admin");
          assertThat(kept.reason()).isEqualTo("the shop is down anyway");
          assertThat(kept.against()).singleElement().asString().contains("n1 is not open");
        });
    assertThat(engine.bean(RunLog.class).after(id, 0, 100))
        .filteredOn(line -> line.what().equals("hours-overridden"))
        .singleElement()
        .satisfies(
            line -> assertThat(line.says()).contains("n1 is not open", "the shop is down anyway"));
  }

  @Test
  void what_was_overridden_can_not_be_taken_off_the_record() {
    RunId id = taken();
    opensIn(Duration.ofHours(2));
    engine.override(id, RunCommand.START, Role.ADMIN);
    assertThatThrownBy(() -> database.jdbc().sql("delete from execution_override").update())
        .hasMessageContaining("stays on record");
  }

  @Test
  void who_has_not_the_role_the_freeze_names_overrides_nothing() {
    RunId id = taken();
    opensIn(Duration.ofHours(2));
    assertThatThrownBy(() -> engine.override(id, RunCommand.START, Role.OPERATOR))
        .isInstanceOfSatisfying(
            Refused.class, no -> assertThat(no.kind()).isEqualTo(Refused.Kind.FORBIDDEN));
    assertThat(engine.state(id).status()).isEqualTo(RunStatus.READY);
    assertThat(engine.bean(OverrideStore.class).of(id)).isEmpty();

    world.hours.overriddenBy = Right.RUN;
    engine.override(id, RunCommand.START, Role.OPERATOR);
    assertThat(engine.state(id).status()).isEqualTo(RunStatus.RUNNING);
  }

  @Test
  void an_override_nobody_needs_is_not_written_down() {
    RunId id = taken();
    engine.override(id, RunCommand.START, Role.ADMIN);
    assertThat(engine.bean(OverrideStore.class).of(id)).isEmpty();
  }

  @Test
  void a_freeze_put_in_after_the_appointment_was_made_keeps_it_from_starting() {
    RunId id = scheduled(Duration.ofHours(1));
    opensIn(Duration.ofDays(3));
    passes(Duration.ofHours(1));
    keep(id);
    assertThat(engine.state(id).status()).isEqualTo(RunStatus.READY);
    passes(Duration.ofMinutes(61));
    keep(id);
    assertThat(appointment(id)).isEqualTo(State.MISSED);
    assertThat(engine.bean(AppointmentStore.class).find(id).orElseThrow().reasons())
        .anySatisfy(reason -> assertThat(reason).contains("n1 is not open"));
  }

  @Test
  void an_appointment_with_an_override_starts_in_a_freeze_and_stands_on_record() {
    EngineUnderTest.person(database, "ann", Role.ADMIN);
    opensIn(Duration.ofDays(3));
    RunId id = scheduledOver(Role.ADMIN);
    passes(Duration.ofHours(1));
    keep(id);
    assertThat(engine.state(id).status()).isEqualTo(RunStatus.RUNNING);
    assertThat(engine.bean(OverrideStore.class).of(id))
        .singleElement()
        .satisfies(kept -> {
          assertThat(kept.actor()).isEqualTo("ann");
          assertThat(kept.role()).isEqualTo("admin");
          assertThat(kept.reason()).isEqualTo("the shop is down anyway");
        });
  }

  @Test
  void who_has_not_the_role_the_freeze_names_schedules_nothing_inside_of_it() {
    opensIn(Duration.ofDays(3));
    assertThatThrownBy(() -> scheduledOver(Role.OPERATOR))
        .isInstanceOfSatisfying(
            Refused.class, no -> assertThat(no.kind()).isEqualTo(Refused.Kind.FORBIDDEN));
  }

  @Test
  void whose_role_does_not_override_a_freeze_any_more_at_its_time_starts_nothing_inside_of_it() {
    EngineUnderTest.person(database, "ann", Role.ADMIN);
    opensIn(Duration.ofDays(3));
    RunId id = scheduledOver(Role.ADMIN);
    EngineUnderTest.person(database, "ann", Role.OPERATOR);
    passes(Duration.ofHours(1));
    keep(id);
    assertThat(engine.state(id).status()).isEqualTo(RunStatus.READY);
    assertThat(reasons(id))
        .singleElement()
        .asString()
        .contains("To override this needs the right override (role admin)", "n1 is not open");
    assertThat(engine.bean(OverrideStore.class).of(id)).isEmpty();

    EngineUnderTest.person(database, "ann", Role.ADMIN);
    passes(Duration.ofSeconds(30));
    keep(id);
    assertThat(engine.state(id).status()).isEqualTo(RunStatus.RUNNING);
  }

  @Test
  void an_override_counts_only_while_who_scheduled_it_has_the_right_it_takes() {
    world.hours.overriddenBy = Right.RUN;
    opensIn(Duration.ofDays(3));
    RunId id = scheduledOver(Role.OPERATOR);
    world.hours.overriddenBy = Right.OVERRIDE;
    passes(Duration.ofHours(1));
    keep(id);
    assertThat(engine.state(id).status()).isEqualTo(RunStatus.READY);
    world.hours.overriddenBy = Right.RUN;
    passes(Duration.ofSeconds(30));
    keep(id);
    assertThat(engine.state(id).status()).isEqualTo(RunStatus.RUNNING);
  }

  @Test
  void a_freeze_that_is_lifted_before_the_latest_start_lets_it_start_in_its_window() {
    RunId id = scheduled(Duration.ofHours(1));
    opensIn(Duration.ofDays(3));
    passes(Duration.ofHours(1));
    keep(id);
    world.hours.opens = Instant.MIN;
    world.hours.closes = began.plus(Duration.ofHours(5));
    passes(Duration.ofSeconds(30));
    keep(id);
    assertThat(appointment(id)).isEqualTo(State.KEPT);
    assertThat(engine.state(id).openUntil()).contains(world.hours.closes);
  }

  @Test
  void an_appointment_at_which_it_could_never_start_is_refused_when_it_is_made() {
    opensIn(Duration.ofHours(5));
    refused(() -> scheduled(Duration.ofHours(1)));
    assertThat(appointment(scheduled(Duration.ofMinutes(270)))).isEqualTo(State.WAITING);
  }

  @Test
  void a_system_that_is_not_in_the_estate_is_named_before_production() {
    String misspelt = runbook.replace("title:", "systems: [shop-bd]\ntitle:");
    assertThatThrownBy(() -> engine.start(misspelt))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("not in the estate: shop-bd");
    engine.take(misspelt, true);
  }

  private RunId taken() {
    return engine
        .bean(RunControl.class)
        .take(production(), RequestKey.unique(), Actor.person("ann"));
  }

  private RunId scheduled(Duration after) {
    return engine
        .bean(RunControl.class)
        .schedule(
            production(),
            StartTimes.of(began.plus(after), Optional.empty(), began),
            RequestKey.unique(),
            Actor.person("ann"));
  }

  private RunId scheduledOver(Role role) {
    return engine
        .bean(RunControl.class)
        .schedule(
            production(),
            StartTimes.of(began.plus(Duration.ofHours(1)), Optional.empty(), began),
            Optional.of(new HoursOverride("the shop is down anyway", Rights.of(role))),
            RequestKey.unique(),
            Actor.person("ann"));
  }

  private NewRun production() {
    return new NewRun(runbook, Map.of(), RunKind.PRODUCTION, Optional.of("a test"));
  }

  private RunId startRehearsed() {
    return engine
        .bean(RunControl.class)
        .start(
            new NewRun(runbook, Map.of(), RunKind.PRODUCTION, Optional.empty()),
            RequestKey.unique(),
            Actor.person("ann"));
  }

  /** Its way back took a moment, of the ten minutes that are kept free. */
  private RunId rehearsed(Duration forward) {
    RunId rehearsal = engine.take(runbook, true);
    engine.order(rehearsal, RunCommand.START);
    engine.work();
    engine.until(rehearsal, RunStatus.ROLLED_BACK);
    database
        .jdbc()
        .sql(
            "update execution_run set started_at = started_at - :forward * interval '1 second' where id = :id")
        .param("forward", forward.toSeconds())
        .param("id", rehearsal.value())
        .update();
    engine.bean(Scheduler.class).pause();
    return rehearsal;
  }

  private Next keep(RunId id) {
    return engine.bean(AppointmentKeeper.class).keep(id.value());
  }

  private State appointment(RunId id) {
    return engine.bean(AppointmentStore.class).find(id).orElseThrow().state();
  }

  private List<String> reasons(RunId id) {
    return engine.bean(AppointmentStore.class).find(id).orElseThrow().reasons();
  }

  private void opensIn(Duration after) {
    world.hours.opens = began.plus(after);
  }

  private void passes(Duration time) {
    passed.addAndGet(time.toNanos());
  }

  private static AbstractThrowableAssert<?, ?> refused(ThrowingCallable order) {
    return assertThatThrownBy(order)
        .isInstanceOfSatisfying(
            Refused.class, no -> assertThat(no.kind()).isEqualTo(Refused.Kind.OUTSIDE_WINDOW));
  }
}
