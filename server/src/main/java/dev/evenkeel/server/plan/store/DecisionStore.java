package dev.evenkeel.server.plan.store;

import dev.evenkeel.server.plan.Decision;
import dev.evenkeel.server.plan.Gate;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.shared.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Decisions on upgrades; they are only added. */
@Repository
public class DecisionStore {
  private final JdbcClient jdbc;

  DecisionStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The oldest first. */
  public List<Decision> of(UpgradeId upgrade) {
    return jdbc.sql("select * from plan_decision where upgrade = :upgrade order by number")
        .param("upgrade", upgrade.value())
        .query(DecisionStore::decision)
        .list();
  }

  /** Of each that has any, the oldest first. */
  public Map<UpgradeId, List<Decision>> of(Collection<UpgradeId> upgrades) {
    return jdbc
        .sql("select * from plan_decision where upgrade = any(:upgrades) order by number")
        .param("upgrades", upgrades.stream().map(UpgradeId::value).toArray(Long[]::new))
        .query(DecisionStore::decision)
        .list()
        .stream()
        .collect(Collectors.groupingBy(Decision::upgrade));
  }

  /**
   * @return false when another decision came in between
   */
  public boolean add(Decision decision) {
    return jdbc.sql(
                """
                insert into plan_decision (upgrade, number, kind, gate, why, open_tasks, about, actor_kind, actor, at)
                select :upgrade, :number, :kind, :gate, :why, :open_tasks, :about, :actor_kind, :actor, :at
                where :number = 1 + (select coalesce(max(number), 0) from plan_decision where upgrade = :upgrade)
                on conflict do nothing
                """)
            .param("upgrade", decision.upgrade().value())
            .param("number", decision.number())
            .param("kind", decision.kind().name())
            .param("gate", decision.gate().map(Gate::name).orElse(null), java.sql.Types.VARCHAR)
            .param("why", decision.why())
            .param("open_tasks", decision.open().orElse(null), java.sql.Types.VARCHAR)
            .param("about", decision.about())
            .param("actor_kind", decision.by().kind().name())
            .param("actor", decision.by().name())
            .param("at", decision.at().atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  private static Decision decision(ResultSet rs, int n) throws SQLException {
    return new Decision(
        new UpgradeId(rs.getLong("upgrade")),
        rs.getInt("number"),
        Decision.Kind.valueOf(rs.getString("kind")),
        Optional.ofNullable(rs.getString("gate")).map(Gate::valueOf),
        rs.getString("why"),
        Optional.ofNullable(rs.getString("open_tasks")),
        rs.getString("about"),
        new Actor(Actor.Kind.valueOf(rs.getString("actor_kind")), rs.getString("actor")),
        rs.getObject("at", OffsetDateTime.class).toInstant());
  }
}
