package dev.evenkeel.server.execution.store;

import static dev.evenkeel.server.execution.store.RunStore.instant;

import dev.evenkeel.server.execution.RunId;
import dev.evenkeel.server.execution.RunKind;
import dev.evenkeel.server.execution.machine.RunStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lists of runs. Read without their state, which is large. */
@Repository
public class RunLines {
  private final JdbcClient jdbc;

  RunLines(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Newest first.
   *
   * @param before creation time of the last run already seen
   */
  public List<RunLine> newest(Optional<Instant> before, int limit) {
    return jdbc.sql(
            """
            select id, name, title, kind, status, state ->> 'reason' as reason,
                   created_at, created_by, started_at, ended_at
            from execution_run
            where created_at < coalesce(:before::timestamptz, 'infinity'::timestamptz)
            order by created_at desc, id
            limit :limit
            """)
        .param("before", before.map(RunStore::utc).orElse(null))
        .param("limit", limit)
        .query(RunLines::row)
        .list();
  }

  /** The newest run of each runbook, the newest runbook first. */
  public List<RunLine> newestOfEachRunbook(int limit) {
    return jdbc.sql(
            """
            select * from (
              select distinct on (name) id, name, title, kind, status, '' as reason,
                     created_at, created_by, started_at, ended_at
              from execution_run order by name, created_at desc) newest
            order by created_at desc
            limit :limit
            """)
        .param("limit", limit)
        .query(RunLines::row)
        .list();
  }

  /** The same of those whose text has a word in it somewhere. */
  public List<RunLine> newestOfEachRunbookNaming(String word, int limit) {
    return jdbc.sql(
            """
            select * from (
              select distinct on (name) id, name, title, kind, status, '' as reason,
                     created_at, created_by, started_at, ended_at
              from execution_run where position(:word in runbook) > 0
              order by name, created_at desc) newest
            order by created_at desc
            limit :limit
            """)
        .param("word", word)
        .param("limit", limit)
        .query(RunLines::row)
        .list();
  }

  private static RunLine row(ResultSet rs, int n) throws SQLException {
    return new RunLine(
        new RunId(rs.getString("id")),
        rs.getString("name"),
        rs.getString("title"),
        RunKind.valueOf(rs.getString("kind")),
        RunStatus.valueOf(rs.getString("status")),
        Optional.ofNullable(rs.getString("reason")).orElse(""),
        instant(rs, "created_at").orElseThrow(),
        rs.getString("created_by"),
        instant(rs, "started_at"),
        instant(rs, "ended_at"));
  }
}
