package dev.evenkeel.server.execution.store;

import static java.time.ZoneOffset.UTC;

import dev.evenkeel.server.execution.RunId;
import dev.evenkeel.server.execution.RunKind;
import dev.evenkeel.server.execution.machine.RunStatus;
import dev.evenkeel.server.plan.UpgradeId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Runs, as far as they tell how an upgrade goes. */
@Repository
public class FinishedRuns {
  private static final int MOST = 200;

  private final JdbcClient jdbc;

  FinishedRuns(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** One of them. */
  public record Finished(RunId run, String title, Instant at, Optional<UpgradeId> upgrade) {}

  /**
   * How far a run came.
   *
   * @param ended only while it is over
   */
  public record Course(
      RunId run,
      String title,
      RunKind kind,
      RunStatus status,
      Instant made,
      String by,
      Optional<Instant> started,
      Optional<Instant> ended,
      Optional<UpgradeId> upgrade) {}

  /** Runs in production that were made for an upgrade, began, and went back or were broken off. */
  public int triedInVain(UpgradeId upgrade) {
    return jdbc.sql(
            """
            select count(*) from execution_run
            where upgrade = :upgrade and kind = 'PRODUCTION' and started_at is not null
              and status in ('ROLLED_BACK', 'ABORTED')
            """)
        .param("upgrade", upgrade.value())
        .query(Integer.class)
        .single();
  }

  /** When the last of them ended. */
  public Optional<Instant> lastInVain(UpgradeId upgrade) {
    return jdbc.sql(
            """
            select ended_at from execution_run
            where upgrade = :upgrade and kind = 'PRODUCTION' and started_at is not null
              and status in ('ROLLED_BACK', 'ABORTED') and ended_at is not null
            order by ended_at desc limit 1
            """)
        .param("upgrade", upgrade.value())
        .query(OffsetDateTime.class)
        .optional()
        .map(OffsetDateTime::toInstant);
  }

  /** Of all kinds, made after a moment, the newest first. */
  public List<Course> allSince(Instant moment) {
    return jdbc.sql(
            """
            select id, title, kind, status, created_at, created_by, started_at, ended_at, upgrade from execution_run
            where created_at >= :moment order by created_at desc limit :limit
            """)
        .param("moment", moment.atOffset(UTC))
        .param("limit", MOST)
        .query((row, n) -> {
          RunStatus status = RunStatus.valueOf(row.getString("status"));
          return new Course(
              new RunId(row.getString("id")),
              row.getString("title"),
              RunKind.valueOf(row.getString("kind")),
              status,
              row.getObject("created_at", OffsetDateTime.class).toInstant(),
              row.getString("created_by"),
              moment(row, "started_at"),
              moment(row, "ended_at").filter(_ -> status.ended()),
              RunStore.upgrade(row));
        })
        .list();
  }

  /** That an upgrade was begun. */
  public record Begun(UpgradeId upgrade, Instant started, Optional<Instant> ended) {}

  /**
   * The newest in production of each upgrade that is not over, but for those that went back. One
   * that was broken off left things half done and goes on until somebody ends it.
   */
  public List<Begun> begun() {
    return jdbc.sql(
            """
            select upgrade, started_at, case when status = 'SUCCEEDED' then ended_at end as ended_at from (
              select distinct on (upgrade) * from execution_run
              where kind = 'PRODUCTION' and upgrade is not null and started_at is not null and status <> 'REFUSED'
              order by upgrade, started_at desc) newest
            where status <> 'ROLLED_BACK' and upgrade not in (select upgrade from plan_over)
            """)
        .query((row, n) ->
            new Begun(
                new UpgradeId(row.getLong("upgrade")),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                moment(row, "ended_at")))
        .list();
  }

  private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  /** Those in production that began after a moment and ended well, the newest first. */
  public List<Finished> since(Instant moment) {
    return jdbc.sql(
            """
            select id, title, ended_at, upgrade from execution_run
            where kind = 'PRODUCTION' and status = 'SUCCEEDED' and ended_at is not null and started_at >= :moment
            order by ended_at desc limit :limit
            """)
        .param("moment", moment.atOffset(UTC))
        .param("limit", MOST)
        .query((row, n) ->
            new Finished(
                new RunId(row.getString("id")),
                row.getString("title"),
                row.getObject("ended_at", OffsetDateTime.class).toInstant(),
                RunStore.upgrade(row)))
        .list();
  }
}
