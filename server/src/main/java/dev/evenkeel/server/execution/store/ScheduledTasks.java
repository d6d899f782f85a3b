package dev.evenkeel.server.execution.store;

import static dev.evenkeel.server.execution.store.RunStore.utc;

import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the scheduler's own interface does not offer. */
@Repository
public class ScheduledTasks {
  private final JdbcClient jdbc;

  ScheduledTasks(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Lets no task wait for a time later than this one. */
  public void makeDue(Instant now) {
    jdbc.sql(
            """
            update scheduled_tasks set execution_time = :now, version = version + 1
            where not picked and execution_time > :now
            """)
        .param("now", utc(now))
        .update();
  }
}
