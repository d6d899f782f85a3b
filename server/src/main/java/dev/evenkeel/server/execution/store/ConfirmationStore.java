package dev.evenkeel.server.execution.store;

import static dev.evenkeel.server.execution.store.RunStore.instant;
import static dev.evenkeel.server.execution.store.RunStore.utc;

import dev.evenkeel.server.execution.RunId;
import dev.evenkeel.server.execution.action.Confirmations;
import dev.evenkeel.server.shared.Refused;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What people answered to manual steps. An answer is given once. */
@Repository
public class ConfirmationStore implements Confirmations {
  private final JdbcClient jdbc;
  private final Clock clock;

  ConfirmationStore(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * @throws Refused when the attempt waits for no answer or has one already
   */
  public void add(RunId run, String attempt, boolean accepted, String evidence, String actor) {
    int rows =
        jdbc.sql(
                """
                insert into execution_confirmation (attempt, at, actor, accepted, evidence)
                select id, :at, :actor, :accepted, :evidence from execution_attempt
                where id = :attempt and run = :run and state = 'WAITING'
                on conflict do nothing
                """)
            .param("at", utc(clock.instant()))
            .param("actor", actor)
            .param("accepted", accepted)
            .param("evidence", evidence)
            .param("attempt", attempt)
            .param("run", run.value())
            .update();
    if (rows != 1) {
      throw new Refused(
          Refused.Kind.NOT_NOW,
          "Attempt %s of run %s waits for no answer: it has one, or is over."
              .formatted(attempt, run));
    }
  }

  @Override
  public Optional<Confirmation> of(String attempt) {
    return jdbc.sql("select * from execution_confirmation where attempt = :attempt")
        .param("attempt", attempt)
        .query((rs, n) ->
            new Confirmation(
                rs.getString("actor"),
                instant(rs, "at").orElseThrow(),
                rs.getString("evidence"),
                rs.getBoolean("accepted")))
        .optional();
  }
}
