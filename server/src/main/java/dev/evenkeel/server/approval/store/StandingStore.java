package dev.evenkeel.server.approval.store;

import static dev.evenkeel.server.approval.store.ApprovalStore.actor;
import static dev.evenkeel.server.approval.store.ApprovalStore.instant;
import static dev.evenkeel.server.approval.store.ApprovalStore.mayBe;
import static dev.evenkeel.server.approval.store.ApprovalStore.texts;
import static dev.evenkeel.server.approval.store.ApprovalStore.utc;

import dev.evenkeel.server.approval.ProcessEdition;
import dev.evenkeel.server.approval.StandingApproval;
import dev.evenkeel.server.plan.UpgradeClass;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Changes that are agreed to beforehand. */
@Repository
public class StandingStore {
  private final JdbcClient jdbc;

  StandingStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public long add(StandingApproval one) {
    return jdbc.sql(
            """
            insert into approval_standing
              (title, template, template_version, template_digest, runbook, systems, most_class, most_risk, until_at, why, actor_kind, actor, at)
            values (:title, :template, :version, :digest, :runbook, :systems, :class, :risk, :until, :why, :kind, :actor, :at) returning id
            """)
        .param("title", one.title())
        .param("template", one.process().map(ProcessEdition::template).orElse(null), Types.VARCHAR)
        .param("version", one.process().map(ProcessEdition::version).orElse(null), Types.INTEGER)
        .param("digest", one.process().map(ProcessEdition::digest).orElse(null), Types.VARCHAR)
        .param("runbook", one.runbook())
        .param("systems", one.systems().toArray(String[]::new))
        .param("class", one.mostClass().name())
        .param("risk", one.mostRisk())
        .param("until", utc(one.until()))
        .param("why", one.why())
        .param("kind", one.by().kind().name())
        .param("actor", one.by().name())
        .param("at", utc(one.at()))
        .query(Long.class)
        .single();
  }

  /**
   * @return false when it had ended already
   */
  public boolean end(long id, String by, Instant now) {
    return jdbc.sql(
                "update approval_standing set ended_at = :now, ended_by = :by where id = :id and ended_at is null")
            .param("now", utc(now))
            .param("by", by)
            .param("id", id)
            .update()
        == 1;
  }

  public Optional<StandingApproval> find(long id) {
    return jdbc.sql("select * from approval_standing where id = :id")
        .param("id", id)
        .query(StandingStore::row)
        .optional();
  }

  /** The newest first. */
  public List<StandingApproval> all() {
    return jdbc.sql("select * from approval_standing order by id desc limit 200")
        .query(StandingStore::row)
        .list();
  }

  private static StandingApproval row(ResultSet rs, int n) throws SQLException {
    return new StandingApproval(
        rs.getLong("id"),
        rs.getString("title"),
        process(rs),
        rs.getString("runbook"),
        texts(rs, "systems"),
        UpgradeClass.valueOf(rs.getString("most_class")),
        rs.getInt("most_risk"),
        instant(rs, "until_at"),
        rs.getString("why"),
        actor(rs),
        instant(rs, "at"),
        mayBe(rs, "ended_at"));
  }

  private static Optional<ProcessEdition> process(ResultSet rs) throws SQLException {
    String template = rs.getString("template");
    return template == null
        ? Optional.empty()
        : Optional.of(
            new ProcessEdition(
                template, rs.getInt("template_version"), rs.getString("template_digest")));
  }
}
