package dev.evenkeel.server.execution.store;

import static dev.evenkeel.server.execution.store.RunStore.instant;
import static dev.evenkeel.server.execution.store.RunStore.utc;

import dev.evenkeel.server.execution.RunId;
import dev.evenkeel.server.execution.machine.Entry;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Auditable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The append-only log of runs. */
@Repository
public class RunLog {

  /** A line of the log. */
  public record Line(
      long seq, Instant at, String actor, String what, Optional<String> step, String says) {}

  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;

  RunLog(JdbcClient jdbc, ApplicationEventPublisher events) {
    this.events = events;
    this.jdbc = jdbc;
  }

  @Transactional
  public void append(RunId run, Instant at, String actor, Entry entry) {
    jdbc.sql(
            """
            insert into execution_event (run, at, actor, what, step, says)
            values (:run, :at, :actor, :what, :step, :says)
            """)
        .param("run", run.value())
        .param("at", utc(at))
        .param("actor", actor)
        .param("what", entry.what())
        .param("step", entry.step().map(Object::toString).orElse(null))
        .param("says", entry.says())
        .update();
    Auditable told =
        actor.equals(Actor.EVENKEEL.name())
            ? Auditable.by(Actor.EVENKEEL, "run " + entry.what(), "/runs/" + run)
            : Auditable.now("run " + entry.what(), "/runs/" + run).with(Auditable.FOR, actor);
    told = told.with("step", entry.step());
    events.publishEvent(entry.says().isEmpty() ? told : told.with("says", entry.says()));
  }

  /** Sequence number of the newest line; 0 when there is none. */
  public long newest(RunId run) {
    return jdbc.sql("select coalesce(max(seq), 0) from execution_event where run = :run")
        .param("run", run.value())
        .query(Long.class)
        .single();
  }

  /** Lines after a sequence number, oldest first. */
  public List<Line> after(RunId run, long seq, int limit) {
    return jdbc.sql(
            """
            select * from execution_event where run = :run and seq > :seq order by seq limit :limit
            """)
        .param("run", run.value())
        .param("seq", seq)
        .param("limit", limit)
        .query(RunLog::line)
        .list();
  }

  /**
   * Lines before a sequence number, newest first.
   *
   * @param about only lines about steps whose key holds this text, such as {@code n1/} or {@code
   *     w1/n1/stop}; empty takes all
   */
  public List<Line> before(RunId run, long seq, String about, int limit) {
    return jdbc.sql(
            """
            select * from execution_event
            where run = :run and seq < :seq
              and (:about = '' or position(:about in coalesce(step, '')) > 0)
            order by seq desc limit :limit
            """)
        .param("run", run.value())
        .param("seq", seq)
        .param("about", about)
        .param("limit", limit)
        .query(RunLog::line)
        .list();
  }

  /** The newest line of each of these kinds. */
  public List<Line> newestOf(RunId run, Collection<String> whats) {
    return jdbc.sql(
            """
            select distinct on (what) * from execution_event
            where run = :run and what in (:whats) order by what, seq desc
            """)
        .param("run", run.value())
        .param("whats", whats)
        .query(RunLog::line)
        .list();
  }

  private static Line line(ResultSet rs, int n) throws SQLException {
    return new Line(
        rs.getLong("seq"),
        instant(rs, "at").orElseThrow(),
        rs.getString("actor"),
        rs.getString("what"),
        Optional.ofNullable(rs.getString("step")),
        rs.getString("says"));
  }
}
