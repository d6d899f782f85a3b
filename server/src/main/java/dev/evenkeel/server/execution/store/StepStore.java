package dev.evenkeel.server.execution.store;

import static dev.evenkeel.server.execution.store.RunStore.instant;
import static dev.evenkeel.server.execution.store.RunStore.utc;

import dev.evenkeel.server.execution.RunId;
import dev.evenkeel.server.execution.machine.StepKey;
import dev.evenkeel.server.execution.machine.StepState;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where the steps of runs stand, one row each. */
@Repository
class StepStore {
  private final JdbcClient jdbc;

  StepStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Map<StepKey, StepState> of(RunId run) {
    Map<StepKey, StepState> steps = new HashMap<>();
    jdbc.sql("select * from execution_step where run = :run")
        .param("run", run.value())
        .query(rs -> {
          steps.put(
              new StepKey(rs.getString("step")),
              new StepState(
                  StepState.Phase.valueOf(rs.getString("phase")),
                  rs.getInt("attempts"),
                  rs.getBoolean("touched"),
                  instant(rs, "since").orElseThrow(),
                  rs.getString("note")));
        });
    return steps;
  }

  /** Writes the steps that are not as they were. Steps never go away. */
  void save(RunId run, Map<StepKey, StepState> before, Map<StepKey, StepState> after) {
    after.forEach((key, step) -> {
      if (!step.equals(before.get(key))) {
        save(run, key, step);
      }
    });
  }

  private void save(RunId run, StepKey key, StepState step) {
    jdbc.sql(
            """
            insert into execution_step (run, step, phase, attempts, touched, since, note)
            values (:run, :step, :phase, :attempts, :touched, :since, :note)
            on conflict (run, step) do update
            set phase = excluded.phase, attempts = excluded.attempts, touched = excluded.touched,
                since = excluded.since, note = excluded.note
            """)
        .param("run", run.value())
        .param("step", key.value())
        .param("phase", step.phase().name())
        .param("attempts", step.attempts())
        .param("touched", step.touched())
        .param("since", utc(step.since()))
        .param("note", step.note())
        .update();
  }
}
