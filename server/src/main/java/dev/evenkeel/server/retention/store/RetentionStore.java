package dev.evenkeel.server.retention.store;

import dev.evenkeel.estate.Sensitivity;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.retention.Hold;
import dev.evenkeel.server.retention.Policy;
import dev.evenkeel.server.retention.Residency;
import dev.evenkeel.server.shared.Actor;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was said of keeping things. */
@Repository
public class RetentionStore {
  private final JdbcClient jdbc;

  RetentionStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public List<Policy> policies() {
    return jdbc.sql("select * from retention_policy order by kind")
        .query((row, n) ->
            new Policy(
                row.getString("kind"),
                Optional.ofNullable(row.getObject("days", Integer.class)),
                row.getLong("version"),
                row.getString("changed_by")))
        .list();
  }

  /**
   * @return false when it is another version by now
   */
  public boolean keep(String kind, Optional<Integer> days, long seen, Actor actor, Instant at) {
    return jdbc.sql(
                """
                insert into retention_policy (kind, days, changed_by, changed_at)
                select :kind, :days, :by, :at
                where :seen = coalesce((select version from retention_policy where kind = :kind), 0)
                on conflict (kind) do update
                set days = excluded.days, version = retention_policy.version + 1,
                    changed_by = excluded.changed_by, changed_at = excluded.changed_at
                where retention_policy.version = :seen
                """)
            .param("kind", kind)
            .param("days", days.orElse(null), Types.INTEGER)
            .param("by", actor.name())
            .param("at", at.atOffset(ZoneOffset.UTC))
            .param("seen", seen)
            .update()
        == 1;
  }

  public List<Residency> residencies() {
    return jdbc.sql("select * from retention_residency")
        .query((row, n) ->
            new Residency(
                Sensitivity.valueOf(row.getString("data")),
                List.of((String[]) row.getArray("regions").getArray()),
                row.getLong("version")))
        .list();
  }

  /**
   * @return false when it is another version by now
   */
  public boolean keep(Sensitivity data, List<String> regions, long seen, Actor actor, Instant at) {
    return jdbc.sql(
                """
                insert into retention_residency (data, regions, changed_by, changed_at)
                select :data, :regions, :by, :at
                where :seen = coalesce((select version from retention_residency where data = :data), 0)
                on conflict (data) do update
                set regions = excluded.regions, version = retention_residency.version + 1,
                    changed_by = excluded.changed_by, changed_at = excluded.changed_at
                where retention_residency.version = :seen
                """)
            .param("data", data.name())
            .param("regions", regions.toArray(String[]::new), Types.ARRAY)
            .param("by", actor.name())
            .param("at", at.atOffset(ZoneOffset.UTC))
            .param("seen", seen)
            .update()
        == 1;
  }

  public void add(Hold hold) {
    jdbc.sql(
            """
            insert into retention_hold (upgrade, held, why, actor_kind, actor, at)
            values (:upgrade, :held, :why, :actor_kind, :actor, :at)
            """)
        .param("upgrade", hold.upgrade().value())
        .param("held", hold.held())
        .param("why", hold.why())
        .param("actor_kind", hold.by().kind().name())
        .param("actor", hold.by().name())
        .param("at", hold.at().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** What holds now: upgrades that were released since are not among them. */
  public List<Hold> holds() {
    return jdbc.sql(
            """
            select * from (
              select distinct on (upgrade) * from retention_hold order by upgrade, id desc) newest
            where held order by upgrade
            """)
        .query((row, n) ->
            new Hold(
                new UpgradeId(row.getLong("upgrade")),
                true,
                row.getString("why"),
                new Actor(Actor.Kind.valueOf(row.getString("actor_kind")), row.getString("actor")),
                row.getObject("at", OffsetDateTime.class).toInstant()))
        .list();
  }

  /** Keeps others from changing holds until the transaction ends. */
  public void lockHolds() {
    jdbc.sql("lock table retention_hold in share row exclusive mode").update();
  }
}
