package dev.evenkeel.server.health.store;

import static dev.evenkeel.server.health.store.Times.utc;

import dev.evenkeel.judge.sequential.Finding;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What comparisons have found so far: the newest finding of a watch. */
@Repository
public class TrialStore {
  private final JdbcClient jdbc;

  TrialStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Keeps a finding; one that was decided is not replaced by one that was not. */
  public void keep(String watch, Finding finding, Instant at) {
    jdbc.sql(
            """
            insert into health_trial (watch, judged_at, decided, finding)
            values (:watch, :at, :decided, :finding::jsonb)
            on conflict (watch) do update
            set judged_at = excluded.judged_at, decided = excluded.decided, finding = excluded.finding
            where health_trial.decided is null
            """)
        .param("watch", watch)
        .param("at", utc(at))
        .param("decided", finding.decided().map(Times::utc).orElse(null))
        .param("finding", FindingJson.write(finding))
        .update();
  }

  public Optional<Finding> of(String watch) {
    return jdbc.sql("select finding::text from health_trial where watch = :watch")
        .param("watch", watch)
        .query(String.class)
        .optional()
        .map(FindingJson::read);
  }
}
