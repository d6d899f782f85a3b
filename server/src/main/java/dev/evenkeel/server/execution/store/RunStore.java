package dev.evenkeel.server.execution.store;

import dev.evenkeel.server.execution.RunId;
import dev.evenkeel.server.execution.RunKind;
import dev.evenkeel.server.execution.machine.RunState;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.shared.Refused;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Runs, one row each. */
@Repository
public class RunStore {
  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final StepStore steps;
  private final RecentSteps recent = new RecentSteps();

  RunStore(JdbcClient jdbc, JsonMapper json, StepStore steps) {
    this.jdbc = jdbc;
    this.json = json;
    this.steps = steps;
  }

  /** Keeps a new run. */
  public void add(StoredRun run) {
    jdbc.sql(
            """
            insert into execution_run
              (id, name, title, kind, waiver, runbook, digest, inputs, status, state, version, created_at, created_by, upgrade)
            values
              (:id, :name, :title, :kind, :waiver, :runbook, :digest, :inputs::jsonb, :status, :state::jsonb, 1, :at, :by, :upgrade)
            """)
        .param("id", run.id().value())
        .param("name", run.name())
        .param("title", run.title())
        .param("kind", run.kind().name())
        .param("waiver", run.waiver().orElse(null))
        .param("runbook", run.runbook())
        .param("digest", run.digest())
        .param("inputs", json.writeValueAsString(run.inputs()))
        .param("status", run.state().status().name())
        .param("state", json.writeValueAsString(run.state().with(Map.of())))
        .param("at", utc(run.createdAt()))
        .param("by", run.createdBy())
        .param("upgrade", run.upgrade().map(UpgradeId::value).orElse(null))
        .update();
  }

  /** Writes the next state over the one that was read. */
  public void save(StoredRun run, RunState next) {
    int rows =
        jdbc.sql(
                """
                update execution_run
                set state = :state::jsonb, status = :status, version = version + 1,
                    started_at = :started, ended_at = :ended
                where id = :id and version = :version
                """)
            .param("state", json.writeValueAsString(next.with(Map.of())))
            .param("status", next.status().name())
            .param("started", next.startedAt().map(RunStore::utc).orElse(null))
            .param("ended", next.endedAt().map(RunStore::utc).orElse(null))
            .param("id", run.id().value())
            .param("version", run.version())
            .update();
    if (rows != 1) {
      throw new Refused(
          Refused.Kind.STALE, "Run %s was changed meanwhile. Look again.".formatted(run.id()));
    }
    steps.save(run.id(), run.state().steps(), next.steps());
    recent.keepAfterCommit(run.id(), run.version() + 1, next.steps());
  }

  public Optional<StoredRun> find(RunId id) {
    return jdbc.sql("select * from execution_run where id = :id")
        .param("id", id.value())
        .query(this::row)
        .optional()
        .map(this::withSteps);
  }

  /**
   * The run, locked until the transaction ends: signals about one run are decided one after the
   * other.
   */
  public StoredRun lock(RunId id) {
    return jdbc.sql("select * from execution_run where id = :id for update")
        .param("id", id.value())
        .query(this::row)
        .optional()
        .map(this::keepingSteps)
        .orElseThrow(() -> none(id));
  }

  public StoredRun get(RunId id) {
    return find(id).orElseThrow(() -> none(id));
  }

  private StoredRun withSteps(StoredRun run) {
    return run.with(
        run.state().with(recent.of(run.id(), run.version()).orElseGet(() -> steps.of(run.id()))));
  }

  /** Only what is read under the lock surely belongs to the version, and may be kept. */
  private StoredRun keepingSteps(StoredRun run) {
    StoredRun whole = withSteps(run);
    recent.keep(run.id(), run.version(), whole.state().steps());
    return whole;
  }

  /** Runs that were made since then, the oldest first. */
  public List<StoredRun> since(Instant at) {
    return jdbc.sql("select * from execution_run where created_at >= :at order by created_at, id")
        .param("at", utc(at))
        .query(this::row)
        .list();
  }

  /** The newest with exactly this text. */
  public Optional<StoredRun> newestWith(String digest) {
    return jdbc.sql(
            "select * from execution_run where digest = :digest order by created_at desc, id limit 1")
        .param("digest", digest)
        .query(this::row)
        .optional();
  }

  /** The newest of a runbook of this name. */
  public Optional<StoredRun> newestNamed(String name) {
    return jdbc.sql(
            "select * from execution_run where name = :name order by created_at desc, id limit 1")
        .param("name", name)
        .query(this::row)
        .optional();
  }

  /** The one for an upgrade that waits to be started in production, else the newest for it. */
  public Optional<StoredRun> newestOf(UpgradeId upgrade) {
    return jdbc.sql(
            """
            select * from execution_run where upgrade = :upgrade
            order by (kind = 'PRODUCTION' and status = 'READY') desc, created_at desc, id limit 1
            """)
        .param("upgrade", upgrade.value())
        .query(this::row)
        .optional();
  }

  /** Runs that are under way, to be taken up again after a restart. */
  public List<RunId> underWay() {
    return jdbc.sql(
            """
            select id from execution_run
            where status in ('RUNNING', 'PAUSED', 'HELD', 'ROLLING_BACK')
            """)
        .query((rs, n) -> new RunId(rs.getString("id")))
        .list();
  }

  /**
   * Those of a runbook that are under way. Until the transaction ends nobody else gets an answer
   * about this runbook, so that no two set off because neither saw the other.
   */
  public List<RunId> underWay(String name) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended('evenkeel runbook ' || :name, 0))")
        .param("name", name)
        .query((rs, n) -> n)
        .single();
    return jdbc.sql(
            """
            select id from execution_run
            where name = :name and status in ('RUNNING', 'PAUSED', 'HELD', 'ROLLING_BACK')
            order by created_at, id
            """)
        .param("name", name)
        .query((rs, n) -> new RunId(rs.getString("id")))
        .list();
  }

  /**
   * Those of the same runbook that set off after a run and left what they did, the newest first.
   * Which set off first is told by the log's own order, as the clock may have been set between.
   */
  public List<RunId> leftSince(RunId run) {
    return jdbc.sql(
            """
            with set_off as (
              select other.id, other.status, (
                select min(seq) from execution_event
                where run = other.id and what = 'run-running') as seq
              from execution_run run join execution_run other on other.name = run.name
              where run.id = :run)
            select id from set_off
            where status in ('SUCCEEDED', 'ABORTED')
              and seq > (select seq from set_off where id = :run)
            order by seq desc
            """)
        .param("run", run.value())
        .query((rs, n) -> new RunId(rs.getString("id")))
        .list();
  }

  private static Refused none(RunId id) {
    return new Refused(Refused.Kind.NOT_FOUND, "There is no run %s.".formatted(id));
  }

  private StoredRun row(ResultSet rs, int n) throws SQLException {
    return new StoredRun(
        new RunId(rs.getString("id")),
        rs.getString("name"),
        rs.getString("title"),
        RunKind.valueOf(rs.getString("kind")),
        Optional.ofNullable(rs.getString("waiver")),
        rs.getString("runbook"),
        rs.getString("digest"),
        json.readValue(rs.getString("inputs"), new TypeReference<>() {}),
        json.readValue(rs.getString("state"), RunState.class),
        rs.getLong("version"),
        instant(rs, "created_at").orElseThrow(),
        rs.getString("created_by"),
        upgrade(rs));
  }

  static Optional<UpgradeId> upgrade(ResultSet rs) throws SQLException {
    long number = rs.getLong("upgrade");
    return rs.wasNull() ? Optional.empty() : Optional.of(new UpgradeId(number));
  }

  static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  static Optional<Instant> instant(ResultSet rs, String column) throws SQLException {
    @Nullable OffsetDateTime at = rs.getObject(column, OffsetDateTime.class);
    return Optional.ofNullable(at).map(OffsetDateTime::toInstant);
  }
}
