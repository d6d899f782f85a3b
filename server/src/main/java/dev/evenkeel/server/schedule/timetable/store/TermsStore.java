package dev.evenkeel.server.schedule.timetable.store;

import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Auditable;
import dev.evenkeel.server.shared.Sha256;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
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

/** What is planned of upgrades, as text. Every save is a row; rows are never changed. */
@Repository
public class TermsStore {
  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;

  TermsStore(JdbcClient jdbc, ApplicationEventPublisher events) {
    this.events = events;
    this.jdbc = jdbc;
  }

  /** A text as somebody kept it. */
  public record Written(UpgradeId upgrade, long version, String body, Actor by, Instant at) {}

  public Optional<Written> newest(UpgradeId upgrade) {
    return jdbc.sql(
            """
            select * from schedule_terms where upgrade = :upgrade
            order by version desc limit 1
            """)
        .param("upgrade", upgrade.value())
        .query(TermsStore::written)
        .optional();
  }

  /** The newest first. */
  public List<Written> all(UpgradeId upgrade) {
    return jdbc.sql(
            """
            select * from schedule_terms where upgrade = :upgrade
            order by version desc limit 100
            """)
        .param("upgrade", upgrade.value())
        .query(TermsStore::written)
        .list();
  }

  /** Of each upgrade the newest. */
  public Map<UpgradeId, Written> newest() {
    Map<UpgradeId, Written> newest = new HashMap<>();
    jdbc.sql(
            """
            select distinct on (upgrade) * from schedule_terms order by upgrade, version desc
            """)
        .query(TermsStore::written)
        .list()
        .forEach(one -> newest.put(one.upgrade(), one));
    return newest;
  }

  /**
   * @return false when the newest is not the one that was seen
   */
  @Transactional
  public boolean add(UpgradeId upgrade, String body, long seen, Actor actor, Instant at) {
    boolean kept =
        jdbc.sql(
                    """
                    insert into schedule_terms (upgrade, version, body, actor_kind, actor, at)
                    select :upgrade, :seen + 1, :body, :actor_kind, :actor, :at
                    where :seen = (select coalesce(max(version), 0) from schedule_terms where upgrade = :upgrade)
                    on conflict do nothing
                    """)
                .param("upgrade", upgrade.value())
                .param("seen", seen)
                .param("body", body)
                .param("actor_kind", actor.kind().name())
                .param("actor", actor.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update()
            == 1;
    if (kept) {
      events.publishEvent(
          Auditable.by(actor, "plan kept", "/upgrades/%s/schedule".formatted(upgrade))
              .with("version", seen + 1)
              .with("sha256", Sha256.hexOf(body)));
    }
    return kept;
  }

  private static Written written(ResultSet rs, int n) throws SQLException {
    return new Written(
        new UpgradeId(rs.getLong("upgrade")),
        rs.getLong("version"),
        rs.getString("body"),
        new Actor(Actor.Kind.valueOf(rs.getString("actor_kind")), rs.getString("actor")),
        rs.getObject("at", OffsetDateTime.class).toInstant());
  }
}
