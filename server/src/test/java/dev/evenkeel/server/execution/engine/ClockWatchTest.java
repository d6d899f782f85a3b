package dev.evenkeel.server.execution.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.evenkeel.judge.Verdict;
import dev.evenkeel.server.database.TestDatabase;
import dev.evenkeel.server.execution.RunId;
import dev.evenkeel.server.execution.machine.RunCommand;
import dev.evenkeel.server.execution.machine.RunState;
import dev.evenkeel.server.execution.machine.RunStatus;
import dev.evenkeel.server.execution.store.RunLog;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;

/**
 * The clock of a server is set while runs are under way: they pause and say so, and nothing waits
 * for a time that has become far away. The runs and their tasks are in a real database.
 */
class ClockWatchTest {
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
            run: {exec: {command: [do, "${target.name}"]}}
            observe: {exec: {command: [is, "${target.name}"]}}
            revert: {exec: {command: [undo, "${target.name}"]}}
      """;

  private static final Verdict BREACH =
      new Verdict(
          "errors",
          Verdict.Kind.BREACH,
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          0,
          "too many");

  private final AtomicLong passed = new AtomicLong();
  private volatile Duration set = Duration.ZERO;
  private final Instant began = Instant.now();
  private final EngineUnderTest.World world = world();
  private final EngineUnderTest engine = EngineUnderTest.on(database, world, false);
  private final ClockWatch watch = engine.bean(ClockWatch.class);

  /** Its clock goes on with the time that passes, and is somewhere else when somebody sets it. */
  private EngineUnderTest.World world() {
    var made = new EngineUnderTest.World();
    made.clock = () -> began.plusNanos(passed.get()).plus(set);
    made.nanos = passed::get;
    return made;
  }

  /** The test looks itself. */
  @BeforeEach
  void nobody_looks_by_himself() {
    watch.stop();
  }

  @AfterEach
  void close() {
    EngineUnderTest.putToRest(database);
    engine.close();
  }

  @ParameterizedTest
  @CsvSource({"1, forward", "-1, back"})
  void a_run_under_way_pauses_and_says_by_how_much_the_clock_jumped(int hours, String where) {
    RunId id = engine.start(RUNBOOK);
    jumps(Duration.ofHours(hours));
    RunState paused = engine.state(id);
    assertThat(paused.status()).isEqualTo(RunStatus.PAUSED);
    String says =
        "The clock of the server jumped %s by 1 h. See that it is right now, then resume."
            .formatted(where);
    assertThat(paused.reason()).isEqualTo(says);
    assertThat(told(id)).containsExactly(says);
    engine.order(id, RunCommand.RESUME);
    assertThat(engine.state(id).status()).isEqualTo(RunStatus.RUNNING);
  }

  @Test
  void after_the_clock_was_set_back_no_task_waits_for_the_time_it_showed_before() {
    engine.start(RUNBOOK);
    assertThat(dueAfter(began.minusSeconds(60))).isNotEmpty();
    jumps(Duration.ofHours(-1));
    assertThat(dueAfter(began.minusSeconds(60))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"60, 600", "-60, 540", "-3600, -3000"})
  void what_is_to_be_tried_in_ten_minutes_is_not_tried_at_once(int seconds, int then) {
    RunId id = engine.start(RUNBOOK);
    database
        .jdbc()
        .sql(
            "update scheduled_tasks set execution_time = :at where task_name = 'attempt' and task_instance like :id")
        .param("at", began.plusSeconds(600).atOffset(ZoneOffset.UTC))
        .param("id", id + "-%")
        .update();
    jumps(Duration.ofSeconds(seconds));
    assertThat(dueAfter(began.plusSeconds(then - 1))).anyMatch(task -> task.startsWith(id + "-"));
    assertThat(dueAfter(began.plusSeconds(then + 1))).noneMatch(task -> task.startsWith(id + "-"));
  }

  @Test
  void it_is_told_once_and_a_resumed_run_goes_on() {
    RunId id = engine.start(RUNBOOK);
    jumps(Duration.ofHours(1));
    engine.order(id, RunCommand.RESUME);
    passes(Duration.ofSeconds(2));
    passes(Duration.ofSeconds(2));
    assertThat(engine.state(id).status()).isEqualTo(RunStatus.RUNNING);
  }

  @ParameterizedTest
  @ValueSource(longs = {4_000, -4_000, 0})
  void what_keeps_a_clock_right_disturbs_no_run(long millis) {
    RunId id = engine.start(RUNBOOK);
    jumps(Duration.ofMillis(millis));
    assertThat(engine.state(id).status()).isEqualTo(RunStatus.RUNNING);
  }

  @Test
  void time_that_passes_is_no_jump_however_long_it_was() {
    RunId id = engine.start(RUNBOOK);
    passes(Duration.ofHours(3));
    assertThat(engine.state(id).status()).isEqualTo(RunStatus.RUNNING);
  }

  @Test
  void what_is_not_under_way_stays_as_it_was() {
    RunId ready = engine.take(RUNBOOK, true);
    RunId aborted = engine.start(RUNBOOK);
    engine.order(aborted, RunCommand.ABORT);
    List<RunState> before = List.of(engine.state(ready), engine.state(aborted));
    jumps(Duration.ofHours(1));
    assertThat(List.of(engine.state(ready), engine.state(aborted))).isEqualTo(before);
  }

  @Test
  void a_run_on_its_way_back_goes_on_going_back() {
    RunId id = engine.start(RUNBOOK);
    engine.order(id, RunCommand.ROLL_BACK);
    RunStatus before = engine.state(id).status();
    jumps(Duration.ofHours(-1));
    assertThat(engine.state(id).status()).isEqualTo(before).isNotEqualTo(RunStatus.PAUSED);
  }

  @Test
  void whoever_sees_the_jump_first_pauses_the_run_and_decides_nothing_by_the_new_time() {
    RunId id = engine.start(RUNBOOK + "limits: {duration: 1h, wayBack: 10m}\n");
    set = Duration.ofHours(3);
    engine.bean(Pulse.class).beat(id.value());
    assertThat(engine.state(id).status()).isEqualTo(RunStatus.PAUSED);
    watch.look();
    engine.bean(Pulse.class).beat(id.value());
    assertThat(engine.state(id).status()).isEqualTo(RunStatus.PAUSED);
    assertThat(told(id)).singleElement().asString().contains("jumped forward by 3 h");
  }

  @Test
  void verdicts_given_by_a_time_in_doubt_decide_nothing() {
    RunId id = engine.start(RUNBOOK);
    set = Duration.ofHours(1);
    engine.bean(Decider.class).judged(id, List.of(BREACH));
    assertThat(engine.state(id).status()).isEqualTo(RunStatus.PAUSED);
    engine.bean(Decider.class).judged(id, List.of(BREACH));
    assertThat(engine.state(id).status()).isEqualTo(RunStatus.ROLLING_BACK);
  }

  @Test
  void what_could_not_be_told_while_the_database_was_away_is_told_when_it_is_back() {
    RunId id = engine.start(RUNBOOK);
    set = Duration.ofHours(1);
    database.jdbc().sql("alter table execution_run rename to away").update();
    try {
      assertThatThrownBy(watch::look).isInstanceOf(DataAccessException.class);
    } finally {
      database.jdbc().sql("alter table away rename to execution_run").update();
    }
    passes(Duration.ofSeconds(2));
    assertThat(engine.state(id).reason()).contains("jumped forward by 1 h");
  }

  @Test
  void one_run_that_cannot_be_told_keeps_it_from_no_other_and_is_told_later() {
    List<RunId> runs =
        Stream.of("a", "b", "c")
            .map(name -> engine.start(RUNBOOK.replace("name: one", "name: " + name)))
            .toList();
    RunId stuck = runs.get(1);
    database
        .jdbc()
        .sql(
            "alter table execution_run add constraint stuck check (id <> '%s' or status = 'RUNNING') not valid"
                .formatted(stuck))
        .update();
    try {
      jumps(Duration.ofHours(1));
      assertThat(runs)
          .extracting(run -> engine.state(run).status())
          .containsExactly(RunStatus.PAUSED, RunStatus.RUNNING, RunStatus.PAUSED);
    } finally {
      database.jdbc().sql("alter table execution_run drop constraint stuck").update();
    }
    engine.order(runs.getFirst(), RunCommand.RESUME);
    passes(Duration.ofSeconds(2));
    assertThat(runs)
        .extracting(run -> engine.state(run).status())
        .containsExactly(RunStatus.RUNNING, RunStatus.PAUSED, RunStatus.PAUSED);
  }

  private List<String> told(RunId id) {
    return engine.bean(RunLog.class).after(id, 0, 100).stream()
        .filter(line -> line.what().equals("clock-moved"))
        .map(line -> line.says())
        .toList();
  }

  private void jumps(Duration by) {
    set = set.plus(by);
    watch.look();
  }

  private void passes(Duration time) {
    passed.addAndGet(time.toNanos());
    watch.look();
  }

  /** Tasks of runs that would wait beyond this time. */
  private static List<String> dueAfter(Instant at) {
    return database
        .jdbc()
        .sql(
            "select task_instance from scheduled_tasks where task_name in ('attempt', 'pulse')"
                + " and execution_time > :at")
        .param("at", at.atOffset(ZoneOffset.UTC))
        .query(String.class)
        .list();
  }
}
