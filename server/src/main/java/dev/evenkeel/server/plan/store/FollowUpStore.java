package dev.evenkeel.server.plan.store;

import dev.evenkeel.server.plan.FollowUp;
import dev.evenkeel.server.plan.Lesson;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.shared.Actor;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What followed from upgrades, and what was learned of them; rows are only added. */
@Repository
public class FollowUpStore {
  private final JdbcClient jdbc;

  FollowUpStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The oldest first. */
  public List<FollowUp> of(UpgradeId upgrade) {
    return jdbc.sql("select * from plan_follow_up where upgrade = :upgrade order by id")
        .param("upgrade", upgrade.value())
        .query((row, n) ->
            new FollowUp(
                upgrade,
                FollowUp.Kind.valueOf(row.getString("kind")),
                row.getString("says"),
                row.getString("path"),
                new Actor(Actor.Kind.valueOf(row.getString("actor_kind")), row.getString("actor")),
                row.getObject("at", OffsetDateTime.class).toInstant()))
        .list();
  }

  public void add(FollowUp one) {
    jdbc.sql(
            """
            insert into plan_follow_up (upgrade, kind, says, path, actor_kind, actor, at)
            values (:upgrade, :kind, :says, :path, :actor_kind, :actor, :at)
            """)
        .param("upgrade", one.upgrade().value())
        .param("kind", one.kind().name())
        .param("says", one.says())
        .param("path", one.path())
        .param("actor_kind", one.by().kind().name())
        .param("actor", one.by().name())
        .param("at", one.at().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** What was learned of other upgrades of any of these systems, the newest first. */
  public List<Lesson> lessons(List<String> systems, UpgradeId except, int most) {
    return jdbc.sql(
            """
            select upgrade.id, upgrade.title, decision.why, decision.actor, decision.at
            from plan_upgrade upgrade join plan_decision decision on decision.upgrade = upgrade.id
            where upgrade.systems && :systems::text[] and upgrade.id <> :except
              and decision.kind = 'REVIEW'
            order by decision.at desc limit :most
            """)
        .param("systems", systems.toArray(String[]::new))
        .param("except", except.value())
        .param("most", most)
        .query((row, n) ->
            new Lesson(
                new UpgradeId(row.getLong("id")),
                row.getString("title"),
                row.getString("why"),
                row.getString("actor"),
                row.getObject("at", OffsetDateTime.class).toInstant()))
        .list();
  }
}
