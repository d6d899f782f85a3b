package dev.evenkeel.server.execution.store;

import static dev.evenkeel.server.execution.store.RunStore.instant;
import static dev.evenkeel.server.execution.store.RunStore.utc;

import dev.evenkeel.server.execution.RunId;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Auditable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which runs hold entries of the estate still, and who released them; append-only. */
@Repository
public class ReleaseStore {
  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;

  ReleaseStore(JdbcClient jdbc, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.events = events;
  }

  /** That somebody let others change the entries of what a run changes. */
  public record Release(RunId run, Instant at, String actor, String reason) {}

  /** Production runs under way whose entries nobody released. */
  public List<RunId> holding() {
    return jdbc.sql(
            """
            select id from execution_run
            where kind = 'PRODUCTION' and status in ('RUNNING', 'PAUSED', 'HELD', 'ROLLING_BACK')
              and not exists (select from execution_release where run = id)
            order by id
            """)
        .query((rs, n) -> new RunId(rs.getString("id")))
        .list();
  }

  public Optional<Release> of(RunId run) {
    return of(List.of(run)).stream().findFirst();
  }

  /** Of several runs. */
  public List<Release> of(Collection<RunId> some) {
    return some.isEmpty()
        ? List.of()
        : jdbc.sql("select * from execution_release where run in (:runs)")
            .param("runs", some.stream().map(RunId::value).toList())
            .query((rs, n) ->
                new Release(
                    new RunId(rs.getString("run")),
                    instant(rs, "at").orElseThrow(),
                    rs.getString("actor"),
                    rs.getString("reason")))
            .list();
  }

  /** Not without a transaction. */
  public void add(Release release, Actor actor) {
    jdbc.sql(
            "insert into execution_release (run, at, actor, reason) values (:run, :at, :actor, :reason)")
        .param("run", release.run().value())
        .param("at", utc(release.at()))
        .param("actor", release.actor())
        .param("reason", release.reason())
        .update();
    events.publishEvent(
        Auditable.by(actor, "run entries released", "/runs/" + release.run())
            .with("reason", release.reason()));
  }
}
