package dev.evenkeel.server.execution.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.database.TestDatabase;
import dev.evenkeel.server.execution.NewRun;
import dev.evenkeel.server.execution.RequestKey;
import dev.evenkeel.server.execution.RunControl;
import dev.evenkeel.server.execution.RunId;
import dev.evenkeel.server.execution.RunKind;
import dev.evenkeel.server.execution.StartTimes;
import dev.evenkeel.server.execution.machine.Appointment;
import dev.evenkeel.server.execution.machine.Appointment.State;
import dev.evenkeel.server.execution.machine.RunStatus;
import dev.evenkeel.server.execution.store.AppointmentStore;
import dev.evenkeel.server.execution.store.RunLog;
import dev.evenkeel.server.identity.People;
import dev.evenkeel.server.identity.Token;
import dev.evenkeel.server.identity.Tokens;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Rights.Grant;
import dev.evenkeel.server.shared.Role;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A run that starts by itself (C05) starts in the name of somebody: whoever may not start runs any
 * more at that time starts none by having scheduled it before.
 */
@Tag("C05")
class AppointedRightsIT {
  @RegisterExtension static final TestDatabase database = TestDatabase.migrated();

  private static final String RUNBOOK =
      """
      apiVersion: evenkeel/v1
      kind: Runbook
      name: rights
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
    EngineUnderTest.person(database, "root", Role.ADMIN);
    EngineUnderTest.person(database, "ann", Role.OPERATOR);
    database.jdbc().sql("delete from identity_token").update();
  }

  @AfterEach
  void ends() {
    EngineUnderTest.putToRest(database);
    engine.close();
  }

  @Test
  void a_person_who_was_removed_starts_nothing_any_more() {
    RunId id = inAnHour(Actor.person("ann"));
    engine.bean(People.class).remove("ann");
    waits(id);
    assertThat(appointment(id).reasons())
        .containsExactly(
            "ann scheduled it, and may not start runs any more: ann was removed from the people here. It takes the right run (role operator or admin). Somebody who has it schedules it anew or starts it by hand.");
  }

  @Test
  void a_person_whose_role_does_not_start_runs_any_more_starts_none() {
    RunId id = inAnHour(Actor.person("ann"));
    grant("ann", Role.VIEWER);
    waits(id);
    assertThat(appointment(id).reasons())
        .singleElement()
        .asString()
        .contains("ann has the role viewer only. It takes the right run (role operator or admin).");
  }

  @Test
  void somebody_new_with_the_old_name_starts_nothing_the_other_one_had_scheduled() {
    RunId id = inAnHour(Actor.person("ann"));
    passes(Duration.ofMinutes(1));
    database
        .jdbc()
        .sql("update identity_person set created_at = :at where name = 'ann'")
        .param("at", java.sql.Timestamp.from(world.clock.instant()))
        .update();
    waits(id);
  }

  @Test
  void a_token_that_was_taken_back_starts_nothing_any_more() {
    Token token = token(Optional.empty());
    RunId id = inAnHour(Actor.token("night job"));
    engine.bean(Tokens.class).revoke(token.id());
    waits(id);
    assertThat(appointment(id).reasons())
        .singleElement()
        .asString()
        .startsWith(
            "night job scheduled it, and may not start runs any more: The token 'night job' was taken back.");
  }

  @Test
  void a_new_token_with_the_old_name_starts_nothing_the_other_one_had_scheduled() {
    Token token = token(Optional.empty());
    RunId id = inAnHour(Actor.token("night job"));
    engine.bean(Tokens.class).revoke(token.id());
    passes(Duration.ofMinutes(1));
    token(Optional.empty());
    waits(id);
  }

  @Test
  void a_token_that_has_expired_starts_nothing_any_more() {
    token(Optional.of(Duration.ofMinutes(59)));
    RunId id = inAnHour(Actor.token("night job"));
    waits(id);
    assertThat(appointment(id).reasons())
        .singleElement()
        .asString()
        .contains("The token 'night job' expired at ");
  }

  @Test
  void a_token_that_still_holds_starts_it_in_its_name() {
    token(Optional.of(Duration.ofMinutes(61)));
    RunId id = inAnHour(Actor.token("night job"));
    passes(Duration.ofHours(1));
    keep(id);
    assertThat(engine.state(id).status()).isEqualTo(RunStatus.RUNNING);
    assertThat(engine.bean(RunLog.class).after(id, 0, 100))
        .filteredOn(line -> line.what().equals("run-running"))
        .extracting(RunLog.Line::actor)
        .containsExactly("night job");
  }

  @Test
  void a_token_has_not_the_rights_of_a_person_who_is_called_like_it() {
    EngineUnderTest.person(database, "night-job", Role.ADMIN);
    Token token =
        engine
            .bean(Tokens.class)
            .issue("night-job", List.of(Role.OPERATOR), Optional.empty(), Actor.person("root"))
            .token();
    RunId id = inAnHour(Actor.token("night-job"));
    engine.bean(Tokens.class).revoke(token.id());
    waits(id);
  }

  @Test
  void it_waits_until_the_right_is_back_and_starts_then() {
    RunId id = inAnHour(Actor.person("ann"));
    grant("ann", Role.VIEWER);
    waits(id);
    grant("ann", Role.OPERATOR);
    passes(Duration.ofSeconds(30));
    keep(id);
    assertThat(engine.state(id).status()).isEqualTo(RunStatus.RUNNING);
  }

  @Test
  void somebody_who_has_the_right_schedules_it_anew_in_their_own_name() {
    RunId id = inAnHour(Actor.person("ann"));
    engine.bean(People.class).remove("ann");
    waits(id);
    engine
        .bean(RunControl.class)
        .appoint(id, at(Duration.ofMinutes(1)), Optional.empty(), Actor.person("ben"));
    passes(Duration.ofMinutes(1));
    keep(id);
    assertThat(engine.state(id).status()).isEqualTo(RunStatus.RUNNING);
    assertThat(appointment(id).madeBy()).isEqualTo(Actor.person("ben"));
  }

  @Test
  void in_the_end_it_is_missed_for_this_reason() {
    RunId id = inAnHour(Actor.person("ann"));
    engine.bean(People.class).remove("ann");
    waits(id);
    passes(Duration.ofMinutes(61));
    keep(id);
    assertThat(appointment(id).state()).isEqualTo(State.MISSED);
    assertThat(appointment(id).reasons()).singleElement().asString().contains("ann was removed");
    assertThat(engine.bean(RunLog.class).after(id, 0, 100))
        .filteredOn(line -> line.what().equals("appointment-missed"))
        .singleElement()
        .satisfies(line -> assertThat(line.says()).contains("ann was removed"));
  }

  private Token token(Optional<Duration> validFor) {
    return engine
        .bean(Tokens.class)
        .issue("night job", List.of(Role.OPERATOR), validFor, Actor.person("root"))
        .token();
  }

  private RunId inAnHour(Actor actor) {
    return engine
        .bean(RunControl.class)
        .schedule(
            new NewRun(RUNBOOK, Map.of(), RunKind.REHEARSAL, Optional.empty()),
            at(Duration.ofHours(1)),
            RequestKey.unique(),
            actor);
  }

  private StartTimes at(Duration after) {
    Instant now = world.clock.instant();
    return StartTimes.of(now.plus(after), Optional.empty(), now);
  }

  /** Its time comes, and it does not start. */
  private void waits(RunId id) {
    passes(Duration.ofHours(1));
    assertThat(keep(id)).isEqualTo(new Next.Again(Duration.ofSeconds(30)));
    assertThat(engine.state(id).status()).isEqualTo(RunStatus.READY);
    assertThat(appointment(id).state()).isEqualTo(State.WAITING);
  }

  private Next keep(RunId id) {
    return engine.bean(AppointmentKeeper.class).keep(id.value());
  }

  private Appointment appointment(RunId id) {
    return engine.bean(AppointmentStore.class).find(id).orElseThrow();
  }

  private void passes(Duration time) {
    passed.addAndGet(time.toNanos());
  }

  private void grant(String name, Role role) {
    engine
        .bean(People.class)
        .grant(name, List.of(Grant.everywhere(role)), Optional.empty(), Actor.person("root"));
  }
}
