package dev.evenkeel.server.execution.store;

import dev.evenkeel.server.execution.RunId;
import dev.evenkeel.server.execution.machine.StepKey;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How steps ended on the way forward, by the log: it still tells when the run went back. */
@Repository
public class StepOutcomes {

  /** The last that was heard of a step on the way forward. */
  public record Outcome(boolean ended, boolean done, Instant at) {}

  private final JdbcClient jdbc;

  StepOutcomes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Of those of the steps that were begun or skipped. */
  public Map<StepKey, Outcome> of(RunId run, Collection<StepKey> steps) {
    Map<StepKey, Outcome> outcomes = new HashMap<>();
    if (steps.isEmpty()) {
      return outcomes;
    }
    jdbc.sql(
            """
            select distinct on (step) step, what, at from execution_event
            where run = :run and step in (:steps)
              and what in ('step-begun', 'step-done', 'step-failed', 'step-unknown', 'step-stopped', 'step-skipped')
            order by step, seq desc
            """)
        .param("run", run.value())
        .param("steps", steps.stream().map(StepKey::value).toList())
        .query(row -> {
          String what = row.getString("what");
          outcomes.put(
              new StepKey(row.getString("step")),
              new Outcome(
                  !what.equals("step-begun"),
                  what.equals("step-done"),
                  RunStore.instant(row, "at").orElseThrow()));
        });
    return outcomes;
  }
}
