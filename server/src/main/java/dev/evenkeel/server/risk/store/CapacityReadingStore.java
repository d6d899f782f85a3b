package dev.evenkeel.server.risk.store;

import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.risk.reckon.MetricQuery;
import dev.evenkeel.server.risk.reckon.Readings;
import dev.evenkeel.server.risk.reckon.Readings.Asked;
import dev.evenkeel.server.risk.reckon.Readings.Reading;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Auditable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What metric sources said of capacity, when, and to which query. Rows are never changed. */
@Repository
public class CapacityReadingStore {
  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;

  CapacityReadingStore(JdbcClient jdbc, ApplicationEventPublisher events) {
    this.events = events;
    this.jdbc = jdbc;
  }

  @Transactional
  public void add(UpgradeId upgrade, Asked asked, Reading reading) {
    jdbc.sql(
            """
            insert into risk_capacity_reading (upgrade, side, url, query, period, amount, why, at, actor_kind, actor)
            values (:upgrade, :side, :url, :query, :period, :amount, :why, :at, :actor_kind, :actor)
            """)
        .param("upgrade", upgrade.value())
        .param("side", asked.side().name())
        .param("url", asked.query().url())
        .param("query", asked.query().query())
        .param("period", asked.query().period())
        .param("amount", reading.amount().orElse(null))
        .param("why", reading.why())
        .param("at", reading.at().atOffset(ZoneOffset.UTC))
        .param("actor_kind", reading.by().kind().name())
        .param("actor", reading.by().name())
        .update();
    events.publishEvent(
        Auditable.by(
                reading.by(), "capacity read", "/upgrades/%s/sheets/capacity".formatted(upgrade))
            .with("side", asked.side())
            .with("amount", reading.amount()));
  }

  /** What was said last to each of these. */
  public Readings newest(UpgradeId upgrade, Set<Asked> asked) {
    if (asked.isEmpty()) {
      return Readings.NONE;
    }
    Map<Asked, Reading> found = new HashMap<>();
    jdbc.sql(
            """
            select distinct on (side, url, query, period) *
            from risk_capacity_reading where upgrade = :upgrade
            order by side, url, query, period, id desc
            """)
        .param("upgrade", upgrade.value())
        .query(rs -> {
          found.put(asked(rs), reading(rs));
        });
    found.keySet().retainAll(asked);
    return new Readings(found);
  }

  private static Asked asked(ResultSet rs) throws SQLException {
    return new Asked(
        MetricQuery.Side.valueOf(rs.getString("side")),
        new MetricQuery(rs.getString("url"), rs.getString("query"), rs.getString("period")));
  }

  private static Reading reading(ResultSet rs) throws SQLException {
    return new Reading(
        Optional.ofNullable(rs.getBigDecimal("amount")),
        rs.getString("why"),
        rs.getObject("at", OffsetDateTime.class).toInstant(),
        new Actor(Actor.Kind.valueOf(rs.getString("actor_kind")), rs.getString("actor")));
  }
}
