package dev.evenkeel.server.execution.store;

import static dev.evenkeel.server.execution.store.RunStore.utc;

import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the scheduler's own interface does not offer. */
@Repository
public class ScheduledTasks {
  /** How long after it a jump is seen at the latest, roughly. */
  private static final Duration SEEN_WITHIN = Duration.ofMinutes(1);

  private final JdbcClient jdbc;

  ScheduledTasks(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The clock jumped back: tasks that were to wait by the time it showed before wait as long by the
   * new one. Those that wait for less than the jump were written down after it and stay as they
   * are.
   */
  public void jumpBack(Duration by, Instant now) {
    jdbc.sql(
            """
            update scheduled_tasks
            set execution_time = greatest(:now, execution_time - :by * interval '1 millisecond'),
              version = version + 1
            where not picked and execution_time > :before
            """)
        .param("now", utc(now))
        .param("by", by.toMillis())
        .param("before", utc(later(now, now.plus(by).minus(SEEN_WITHIN))))
        .update();
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
