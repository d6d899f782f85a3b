package dev.evenkeel.server.execution.store;

import dev.evenkeel.server.execution.ReadyRuns;
import dev.evenkeel.server.execution.RunId;
import dev.evenkeel.server.plan.UpgradeId;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Runs that were taken in and not started. */
@Repository
class WaitingRuns implements ReadyRuns {
  private final JdbcClient jdbc;

  WaitingRuns(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<RunId> of(UpgradeId upgrade) {
    return jdbc.sql(
            """
            select r.id from execution_run r
            where r.kind = 'PRODUCTION' and r.status = 'READY' and r.upgrade = :upgrade
              and not exists (select 1 from execution_appointment a where a.run = r.id and a.state = 'WAITING')
            order by r.created_at desc, r.id
            """)
        .param("upgrade", upgrade.value())
        .query((row, n) -> new RunId(row.getString("id")))
        .list();
  }

  @Override
  public Optional<UpgradeId> upgrade(RunId run) {
    return jdbc.sql(
            """
            select upgrade from execution_run
            where id = :id and kind = 'PRODUCTION' and status = 'READY' and upgrade is not null
            """)
        .param("id", run.value())
        .query((row, n) -> new UpgradeId(row.getLong("upgrade")))
        .optional();
  }
}
