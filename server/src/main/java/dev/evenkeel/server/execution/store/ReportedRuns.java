package dev.evenkeel.server.execution.store;

import static java.time.ZoneOffset.UTC;

import dev.evenkeel.server.execution.RunId;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which runs there is something to tell of. */
@Repository
public class ReportedRuns {
  private static final int MOST = 200;

  private final JdbcClient jdbc;

  ReportedRuns(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** In production, under way or ended after a moment; the newest first. */
  public List<RunId> since(Instant moment) {
    return jdbc.sql(
            """
            select id from execution_run
            where kind = 'PRODUCTION' and started_at is not null
              and (status in ('RUNNING', 'PAUSED', 'HELD', 'ROLLING_BACK') or ended_at >= :moment)
            order by created_at desc, id limit :limit
            """)
        .param("moment", moment.atOffset(UTC))
        .param("limit", MOST)
        .query((row, n) -> new RunId(row.getString("id")))
        .list();
  }
}
