package dev.evenkeel.server.schedule.budget.store;

import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.schedule.budget.CostDecision;
import dev.evenkeel.server.schedule.budget.CostDecision.Verdict;
import dev.evenkeel.server.schedule.budget.money.SignedCosts;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Auditable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Decisions on costs, each a row. */
@Repository
public class CostDecisionStore {
  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;

  CostDecisionStore(JdbcClient jdbc, ApplicationEventPublisher events) {
    this.events = events;
    this.jdbc = jdbc;
  }

  /** The newest first. */
  public List<CostDecision> all(UpgradeId upgrade) {
    return jdbc.sql(
            """
            select * from schedule_cost_decision where upgrade = :upgrade
            order by number desc limit 100
            """)
        .param("upgrade", upgrade.value())
        .query(CostDecisionStore::decision)
        .list();
  }

  public Optional<CostDecision> last(UpgradeId upgrade) {
    return jdbc.sql(
            """
            select * from schedule_cost_decision where upgrade = :upgrade
            order by number desc limit 1
            """)
        .param("upgrade", upgrade.value())
        .query(CostDecisionStore::decision)
        .optional();
  }

  /** The last one on each upgrade. */
  public Map<UpgradeId, CostDecision> last() {
    Map<UpgradeId, CostDecision> last = new HashMap<>();
    jdbc.sql(
            """
            select distinct on (upgrade) * from schedule_cost_decision
            order by upgrade, number desc
            """)
        .query(CostDecisionStore::decision)
        .list()
        .forEach(one -> last.put(one.upgrade(), one));
    return last;
  }

  /**
   * @return false when another decision came in between
   */
  @Transactional
  public boolean add(CostDecision decision) {
    boolean kept =
        jdbc.sql(
                    """
                    insert into schedule_cost_decision (upgrade, number, verdict, digest, costs, note, actor_kind, actor, at)
                    select :upgrade, :number, :verdict, :digest, :costs, :note, :actor_kind, :actor, :at
                    where :number = 1 + (select coalesce(max(number), 0) from schedule_cost_decision where upgrade = :upgrade)
                    on conflict do nothing
                    """)
                .param("upgrade", decision.upgrade().value())
                .param("number", decision.number())
                .param("verdict", decision.verdict().name())
                .param("digest", decision.digest())
                .param("costs", decision.costs().text())
                .param("note", decision.note().orElse(null))
                .param("actor_kind", decision.by().kind().name())
                .param("actor", decision.by().name())
                .param("at", decision.at().atOffset(ZoneOffset.UTC))
                .update()
            == 1;
    if (kept) {
      events.publishEvent(
          Auditable.by(
                  decision.by(),
                  "costs " + decision.verdict().name().toLowerCase(java.util.Locale.ROOT),
                  "/upgrades/%s/costs".formatted(decision.upgrade()))
              .with("number", decision.number())
              .with("digest", decision.digest())
              .with("note", decision.note()));
    }
    return kept;
  }

  private static CostDecision decision(ResultSet rs, int n) throws SQLException {
    return new CostDecision(
        new UpgradeId(rs.getLong("upgrade")),
        rs.getInt("number"),
        Verdict.valueOf(rs.getString("verdict")),
        rs.getString("digest"),
        SignedCosts.read(rs.getString("costs")),
        Optional.ofNullable(rs.getString("note")),
        new Actor(Actor.Kind.valueOf(rs.getString("actor_kind")), rs.getString("actor")),
        rs.getObject("at", OffsetDateTime.class).toInstant());
  }
}
