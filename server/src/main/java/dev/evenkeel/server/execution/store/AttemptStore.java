package dev.evenkeel.server.execution.store;

import static dev.evenkeel.server.execution.store.RunStore.instant;
import static dev.evenkeel.server.execution.store.RunStore.utc;

import dev.evenkeel.server.execution.RunId;
import dev.evenkeel.server.execution.machine.AttemptId;
import dev.evenkeel.server.execution.machine.Direction;
import dev.evenkeel.server.execution.machine.Effect.Caution;
import dev.evenkeel.server.execution.machine.PlannedStep;
import dev.evenkeel.server.execution.machine.StepKey;
import dev.evenkeel.server.execution.store.StoredAttempt.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Attempts, one row each, written before they start. */
@Repository
public class AttemptStore {
  private final JdbcClient jdbc;
  private final JsonMapper json;

  AttemptStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  public void intend(RunId run, AttemptId key, PlannedStep step, Caution caution, Instant at) {
    jdbc.sql(
            """
            insert into execution_attempt
              (id, run, step, step_id, target, direction, number, caution, state, intended_at)
            values (:id, :run, :step, :stepId, :target, :direction, :number, :caution, 'INTENDED', :at)
            """)
        .param("id", key.in(run.value()))
        .param("run", run.value())
        .param("step", key.step().value())
        .param("stepId", step.step().id())
        .param("target", step.target())
        .param("direction", key.direction().name())
        .param("number", key.number())
        .param("caution", caution.name())
        .param("at", utc(at))
        .update();
  }

  public void requestStop(String id) {
    jdbc.sql(
            "update execution_attempt set stop_requested = true where id = :id and state <> 'ENDED'")
        .param("id", id)
        .update();
  }

  /** Marks that the action is about to be called. False when somebody else did so before. */
  public boolean claim(String id, String server, Instant at) {
    return jdbc.sql(
                """
                update execution_attempt set state = 'STARTED', started_at = :at, started_by = :server
                where id = :id and state = 'INTENDED'
                """)
            .param("id", id)
            .param("server", server)
            .param("at", utc(at))
            .update()
        == 1;
  }

  public void waiting(String id, State state, String waitingFor, String memo) {
    jdbc.sql(
            """
            update execution_attempt
            set state = :state, waiting_for = :waitingFor, memo = :memo
            where id = :id and state <> 'ENDED'
            """)
        .param("id", id)
        .param("state", state.name())
        .param("waitingFor", waitingFor)
        .param("memo", memo)
        .update();
  }

  /** Tells people what it waits for; nothing else changes. */
  public void waitingFor(String id, String waitingFor) {
    jdbc.sql(
            "update execution_attempt set waiting_for = :waitingFor where id = :id and state <> 'ENDED'")
        .param("id", id)
        .param("waitingFor", waitingFor)
        .update();
  }

  /**
   * Whether it was ordered to stop. Waits for whoever is just giving that order, so that none is
   * overlooked.
   */
  public boolean toldToStop(String id) {
    return jdbc.sql(
            """
            select stop_requested from execution_attempt where id = :id and state <> 'ENDED' for share
            """)
        .param("id", id)
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  /** Keeps what came out of the action while the attempt is still to be confirmed. */
  public void confirming(String id, Map<String, String> outputs) {
    jdbc.sql(
            """
            update execution_attempt set state = 'CONFIRMING', outputs = :outputs::jsonb
            where id = :id and state <> 'ENDED'
            """)
        .param("id", id)
        .param("outputs", json.writeValueAsString(outputs))
        .update();
  }

  /** False when it had ended before. */
  public boolean end(
      String id, String result, String detail, Map<String, String> outputs, Instant at) {
    return jdbc.sql(
                """
                update execution_attempt
                set state = 'ENDED', result = :result, detail = :detail, outputs = :outputs::jsonb,
                    ended_at = :at, ended_seq = nextval('execution_attempt_ended'), waiting_for = ''
                where id = :id and state <> 'ENDED'
                """)
            .param("id", id)
            .param("result", result)
            .param("detail", detail)
            .param("outputs", json.writeValueAsString(outputs))
            .param("at", utc(at))
            .update()
        == 1;
  }

  public Optional<StoredAttempt> find(String id) {
    return jdbc.sql("select * from execution_attempt where id = :id")
        .param("id", id)
        .query(this::row)
        .optional();
  }

  /** Those of the attempts that are there, by id. */
  public Map<String, StoredAttempt> find(Collection<String> ids) {
    return jdbc
        .sql("select * from execution_attempt where id = any(:ids)")
        .param("ids", ids.toArray(String[]::new))
        .query(this::row)
        .stream()
        .collect(Collectors.toMap(StoredAttempt::id, Function.identity()));
  }

  /** All attempts at one step of a run, the oldest first. */
  public List<StoredAttempt> ofStep(RunId run, StepKey step) {
    return jdbc.sql(
            """
            select * from execution_attempt where run = :run and step = :step
            order by intended_at, direction desc, number
            """)
        .param("run", run.value())
        .param("step", step.value())
        .query(this::row)
        .list();
  }

  public List<StoredAttempt> ofRun(RunId run) {
    return jdbc.sql("select * from execution_attempt where run = :run order by intended_at, id")
        .param("run", run.value())
        .query(this::row)
        .list();
  }

  /**
   * Outputs of the newest attempt that was done of each step, by step id; those of the target hide
   * those of the whole.
   */
  public Map<String, Map<String, String>> outputs(RunId run, String target) {
    Map<String, Map<String, String>> outputs = new java.util.HashMap<>();
    jdbc.sql(
            """
            select step_id, outputs from execution_attempt
            where run = :run and target in ('', :target) and result = 'Done' and direction = 'FORWARD'
            order by target, ended_seq nulls first, ended_at
            """)
        .param("run", run.value())
        .param("target", target)
        .query(rs -> {
          outputs.put(
              rs.getString("step_id"),
              json.readValue(rs.getString("outputs"), new TypeReference<>() {}));
        });
    return outputs;
  }

  /** The version a target had before the first change. */
  public Optional<String> versionBefore(RunId run, String target) {
    return jdbc.sql(
            """
            select outputs ->> 'version' from execution_attempt
            where run = :run and step = :step and direction = 'FORWARD' and result = 'Done'
            """)
        .param("run", run.value())
        .param("step", "base/" + target + "/version")
        .query(String.class)
        .optional();
  }

  private StoredAttempt row(ResultSet rs, int n) throws SQLException {
    return new StoredAttempt(
        rs.getString("id"),
        new RunId(rs.getString("run")),
        new AttemptId(
            new StepKey(rs.getString("step")),
            Direction.valueOf(rs.getString("direction")),
            rs.getInt("number")),
        rs.getString("step_id"),
        rs.getString("target"),
        Caution.valueOf(rs.getString("caution")),
        State.valueOf(rs.getString("state")),
        rs.getString("memo"),
        rs.getString("waiting_for"),
        rs.getBoolean("stop_requested"),
        instant(rs, "intended_at").orElseThrow(),
        instant(rs, "started_at"),
        Optional.ofNullable(rs.getString("started_by")),
        instant(rs, "ended_at"),
        Optional.ofNullable(rs.getString("result")),
        rs.getString("detail"),
        json.readValue(rs.getString("outputs"), new TypeReference<>() {}),
        rs.getLong("printed"));
  }
}
