package dev.evenkeel.server.execution.store;

import static java.time.ZoneOffset.UTC;

import dev.evenkeel.server.execution.RunId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Runs in production that ended well. */
@Repository
public class FinishedRuns {
  private static final int MOST = 200;

  private final JdbcClient jdbc;

  FinishedRuns(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** One of them. */
  public record Finished(RunId run, String title, Instant at) {}

  /** Those that began after a moment, the newest first. */
  public List<Finished> since(Instant moment) {
    return jdbc.sql(
            """
            select id, title, ended_at from execution_run
            where kind = 'PRODUCTION' and status = 'SUCCEEDED' and ended_at is not null and started_at >= :moment
            order by ended_at desc limit :limit
            """)
        .param("moment", moment.atOffset(UTC))
        .param("limit", MOST)
        .query((row, n) ->
            new Finished(
                new RunId(row.getString("id")),
                row.getString("title"),
                row.getObject("ended_at", OffsetDateTime.class).toInstant()))
        .list();
  }
}
