package dev.evenkeel.server.risk.store;

import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.risk.Finding;
import dev.evenkeel.server.risk.FindingNote;
import dev.evenkeel.server.risk.FindingState;
import dev.evenkeel.server.risk.FindingTerms;
import dev.evenkeel.server.risk.RiskRegister.Amounts;
import dev.evenkeel.server.risk.RiskRegister.Spread;
import dev.evenkeel.server.risk.reckon.Probe;
import dev.evenkeel.server.risk.reckon.Severity;
import dev.evenkeel.server.shared.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Risks, and who changed what of them. */
@Repository
public class FindingStore {
  private static final String ORDER =
      " order by gone_at is not null, state <> 'OPEN', coalesce(likelihood, proposed_likelihood) * coalesce(impact, proposed_impact) desc, id";

  /** Of an upgrade that is over nothing is open in the register. */
  private static final String OPEN =
      "state = 'OPEN' and gone_at is null and upgrade not in (select upgrade from plan_over)";

  private final JdbcClient jdbc;

  FindingStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Until the end of the transaction nobody else looks through this upgrade. */
  public void lock(UpgradeId upgrade) {
    jdbc.sql("select id from plan_upgrade where id = :id for no key update")
        .param("id", upgrade.value())
        .query(Long.class)
        .optional();
  }

  /** The worst that is open first. */
  public List<Finding> of(UpgradeId upgrade) {
    return jdbc.sql("select * from risk_finding where upgrade = :upgrade" + ORDER)
        .param("upgrade", upgrade.value())
        .query(FindingStore::findingOf)
        .list();
  }

  public List<Finding> all(boolean settled, int from, int limit) {
    return jdbc.sql(
            "select * from risk_finding where :settled or ("
                + OPEN
                + ")"
                + ORDER
                + " offset :from limit :limit")
        .param("settled", settled)
        .param("from", from)
        .param("limit", limit)
        .query(FindingStore::findingOf)
        .list();
  }

  public Amounts amounts() {
    return jdbc.sql(
            """
            select count(*) filter (where %1$s) as open, count(*) filter (where not (%1$s)) as settled
            from risk_finding
            """
                .formatted(OPEN))
        .query((rs, n) -> new Amounts(rs.getInt("open"), rs.getInt("settled")))
        .single();
  }

  /** How many high ones are open, of each upgrade that has any. */
  public Map<UpgradeId, Integer> high() {
    Map<UpgradeId, Integer> high = new HashMap<>();
    jdbc.sql(
            """
            select upgrade, coalesce(likelihood, proposed_likelihood) as likelihood,
              coalesce(impact, proposed_impact) as impact, count(*) as amount
            from risk_finding where state = 'OPEN' and gone_at is null
            group by 1, 2, 3
            """)
        .query(rs -> {
          if (Severity.of(rs.getInt("likelihood"), rs.getInt("impact")) == Severity.HIGH) {
            high.merge(new UpgradeId(rs.getLong("upgrade")), rs.getInt("amount"), Integer::sum);
          }
        });
    return high;
  }

  public List<Spread> spread() {
    return jdbc.sql(
            """
            select likelihood, impact, count(*) as amount, (array_agg(title order by id))[1:%d] as titles
            from (select id, title, coalesce(likelihood, proposed_likelihood) as likelihood, coalesce(impact, proposed_impact) as impact
              from risk_finding where %s) as open
            group by likelihood, impact
            """
                .formatted(Spread.TITLES, OPEN))
        .query((rs, n) ->
            new Spread(
                rs.getInt("likelihood"),
                rs.getInt("impact"),
                rs.getInt("amount"),
                List.of((String[]) rs.getArray("titles").getArray())))
        .list();
  }

  public Optional<Finding> find(long id) {
    return jdbc.sql("select * from risk_finding where id = :id")
        .param("id", id)
        .query(FindingStore::findingOf)
        .optional();
  }

  public long add(
      UpgradeId upgrade, FindingTerms terms, Optional<String> acceptedBy, Actor actor, Instant at) {
    return jdbc.sql(
            """
            insert into risk_finding (upgrade, title, detail, likelihood, impact, source, owner, mitigation, state, accepted_by, made_at)
            values (:upgrade, :title, :detail, :likelihood, :impact, :source, :owner, :mitigation, :state, :accepted_by, :at)
            returning id
            """)
        .param("upgrade", upgrade.value())
        .param("title", terms.title())
        .param("detail", terms.detail())
        .param("likelihood", terms.likelihood().orElse(null), Types.INTEGER)
        .param("impact", terms.impact().orElse(null), Types.INTEGER)
        .param("source", actor.name())
        .param("owner", terms.owner().orElse(null), Types.VARCHAR)
        .param("mitigation", terms.mitigation().orElse(null), Types.VARCHAR)
        .param("state", terms.state().name())
        .param("accepted_by", acceptedBy.orElse(null), Types.VARCHAR)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .query(Long.class)
        .single();
  }

  /**
   * Of what is computed, title and detail stay.
   *
   * @return false when the version is another by now
   */
  public boolean edit(long id, FindingTerms terms, Optional<String> acceptedBy, long seen) {
    return jdbc.sql(
                """
                update risk_finding set
                  title = case when key is null then :title else title end,
                  detail = case when key is null then :detail else detail end,
                  likelihood = :likelihood, impact = :impact, owner = :owner, mitigation = :mitigation, state = :state,
                  accepted_by = :accepted_by, version = version + 1
                where id = :id and version = :seen
                """)
            .param("id", id)
            .param("seen", seen)
            .param("title", terms.title())
            .param("detail", terms.detail())
            .param("likelihood", terms.likelihood().orElse(null), Types.INTEGER)
            .param("impact", terms.impact().orElse(null), Types.INTEGER)
            .param("owner", terms.owner().orElse(null), Types.VARCHAR)
            .param("mitigation", terms.mitigation().orElse(null), Types.VARCHAR)
            .param("state", terms.state().name())
            .param("accepted_by", acceptedBy.orElse(null), Types.VARCHAR)
            .update()
        == 1;
  }

  /** Adds what is found for the first time; of what is known only what is computed changes. */
  public void refresh(UpgradeId upgrade, Probe probe, Instant at) {
    jdbc.sql(
            """
            insert into risk_finding (upgrade, key, title, detail, proposed_likelihood, proposed_impact, source, state, made_at)
            values (:upgrade, :key, :title, :detail, :likelihood, :impact, :source, 'OPEN', :at)
            on conflict (upgrade, key) do update set title = excluded.title, detail = excluded.detail,
              proposed_likelihood = excluded.proposed_likelihood, proposed_impact = excluded.proposed_impact,
              source = excluded.source
            """)
        .param("upgrade", upgrade.value())
        .param("key", probe.key())
        .param("title", probe.title())
        .param("detail", probe.detail())
        .param("likelihood", probe.likelihood())
        .param("impact", probe.impact())
        .param("source", probe.source().words())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  public void gone(long id, Optional<Instant> at) {
    jdbc.sql("update risk_finding set gone_at = :at where id = :id")
        .param("id", id)
        .param(
            "at",
            at.map(instant -> instant.atOffset(ZoneOffset.UTC)).orElse(null),
            Types.TIMESTAMP_WITH_TIMEZONE)
        .update();
  }

  public void log(long finding, FindingNote note) {
    jdbc.sql(
            """
            insert into risk_finding_log (finding, at, actor_kind, actor, field, before, after)
            values (:finding, :at, :actor_kind, :actor, :field, :before, :after)
            """)
        .param("finding", finding)
        .param("at", note.at().atOffset(ZoneOffset.UTC))
        .param("actor_kind", note.actor().kind().name())
        .param("actor", note.actor().name())
        .param("field", note.field())
        .param("before", note.before().orElse(null), Types.VARCHAR)
        .param("after", note.after().orElse(null), Types.VARCHAR)
        .update();
  }

  /** The oldest first. */
  public List<FindingNote> history(long finding) {
    return jdbc.sql("select * from risk_finding_log where finding = :finding order by id")
        .param("finding", finding)
        .query((rs, n) ->
            new FindingNote(
                rs.getObject("at", OffsetDateTime.class).toInstant(),
                new Actor(Actor.Kind.valueOf(rs.getString("actor_kind")), rs.getString("actor")),
                rs.getString("field"),
                Optional.ofNullable(rs.getString("before")),
                Optional.ofNullable(rs.getString("after"))))
        .list();
  }

  private static Finding findingOf(ResultSet rs, int n) throws SQLException {
    Integer likelihood = rs.getObject("likelihood", Integer.class);
    Integer impact = rs.getObject("impact", Integer.class);
    return new Finding(
        rs.getLong("id"),
        new UpgradeId(rs.getLong("upgrade")),
        Optional.ofNullable(rs.getString("key")),
        rs.getString("title"),
        rs.getString("detail"),
        likelihood == null ? rs.getInt("proposed_likelihood") : likelihood,
        impact == null ? rs.getInt("proposed_impact") : impact,
        likelihood != null || impact != null,
        rs.getString("source"),
        Optional.ofNullable(rs.getString("owner")),
        Optional.ofNullable(rs.getString("mitigation")),
        FindingState.valueOf(rs.getString("state")),
        Optional.ofNullable(rs.getString("accepted_by")),
        rs.getObject("made_at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(rs.getObject("gone_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant),
        rs.getLong("version"));
  }
}
