package dev.evenkeel.server.plan.store;

import dev.evenkeel.server.plan.Stated;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.shared.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was stated of upgrades, and with which one practises; rows are only added. */
@Repository
public class StatedStore {
  private final JdbcClient jdbc;

  StatedStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** As it was stated, the first first. */
  public List<Stated> of(UpgradeId upgrade) {
    return jdbc.sql("select * from plan_stated where upgrade = :upgrade order by number")
        .param("upgrade", upgrade.value())
        .query(StatedStore::stated)
        .list();
  }

  /**
   * @return false when somebody stated something in between
   */
  public boolean add(Stated stated) {
    return jdbc.sql(
                """
                insert into plan_stated (upgrade, number, kind, says, stated_by, stated_at, actor_kind, actor, at)
                select :upgrade, :number, :kind, :says, :stated_by, :stated_at, :actor_kind, :actor, :at
                where :number = 1 + (select coalesce(max(number), 0) from plan_stated where upgrade = :upgrade)
                on conflict do nothing
                """)
            .param("upgrade", stated.upgrade().value())
            .param("number", stated.number())
            .param("kind", stated.kind().name())
            .param("says", stated.says())
            .param("stated_by", stated.who())
            .param("stated_at", stated.when().atOffset(ZoneOffset.UTC))
            .param("actor_kind", stated.by().kind().name())
            .param("actor", stated.by().name())
            .param("at", stated.at().atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  public boolean practice(UpgradeId upgrade) {
    return jdbc.sql(
            "select practice from plan_practice where upgrade = :upgrade order by id desc limit 1")
        .param("upgrade", upgrade.value())
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  /** Of all upgrades, those with which one only practises. */
  public Set<UpgradeId> practices() {
    return Set.copyOf(
        jdbc.sql(
                """
                select upgrade from (
                  select distinct on (upgrade) upgrade, practice from plan_practice
                  order by upgrade, id desc) newest
                where practice
                """)
            .query((row, n) -> new UpgradeId(row.getLong("upgrade")))
            .list());
  }

  public void practice(UpgradeId upgrade, boolean practice, Actor actor, Instant at) {
    jdbc.sql(
            """
            insert into plan_practice (upgrade, practice, actor_kind, actor, at)
            values (:upgrade, :practice, :actor_kind, :actor, :at)
            """)
        .param("upgrade", upgrade.value())
        .param("practice", practice)
        .param("actor_kind", actor.kind().name())
        .param("actor", actor.name())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  private static Stated stated(ResultSet row, int n) throws SQLException {
    return new Stated(
        new UpgradeId(row.getLong("upgrade")),
        row.getInt("number"),
        Stated.Kind.valueOf(row.getString("kind")),
        row.getString("says"),
        row.getString("stated_by"),
        row.getObject("stated_at", OffsetDateTime.class).toInstant(),
        new Actor(Actor.Kind.valueOf(row.getString("actor_kind")), row.getString("actor")),
        row.getObject("at", OffsetDateTime.class).toInstant());
  }
}
