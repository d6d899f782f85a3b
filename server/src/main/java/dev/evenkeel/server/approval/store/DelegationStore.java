package dev.evenkeel.server.approval.store;

import static dev.evenkeel.server.approval.store.ApprovalStore.actor;
import static dev.evenkeel.server.approval.store.ApprovalStore.instant;
import static dev.evenkeel.server.approval.store.ApprovalStore.mayBe;
import static dev.evenkeel.server.approval.store.ApprovalStore.utc;

import dev.evenkeel.server.approval.Delegation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who agrees for whom. */
@Repository
public class DelegationStore {
  private final JdbcClient jdbc;

  DelegationStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public long add(Delegation one) {
    return jdbc.sql(
            """
            insert into approval_delegation (of_person, to_person, from_at, until_at, reason, actor_kind, actor, at)
            values (:of, :to, :from, :until, :reason, :kind, :actor, :at) returning id
            """)
        .param("of", one.of())
        .param("to", one.to())
        .param("from", utc(one.from()))
        .param("until", utc(one.until()))
        .param("reason", one.reason())
        .param("kind", one.by().kind().name())
        .param("actor", one.by().name())
        .param("at", utc(one.at()))
        .query(Long.class)
        .single();
  }

  /**
   * @return false when it had ended already
   */
  public boolean end(long id, Instant now) {
    return jdbc.sql(
                "update approval_delegation set ended_at = :now where id = :id and ended_at is null and until_at > :now")
            .param("now", utc(now))
            .param("id", id)
            .update()
        == 1;
  }

  public Optional<Delegation> find(long id) {
    return jdbc.sql("select * from approval_delegation where id = :id")
        .param("id", id)
        .query(DelegationStore::row)
        .optional();
  }

  /** Those that have not ended, of all people. */
  public List<Delegation> open(Instant now) {
    return jdbc.sql(
            """
            select * from approval_delegation where ended_at is null and until_at > :now
            order by from_at, id limit 200
            """)
        .param("now", utc(now))
        .query(DelegationStore::row)
        .list();
  }

  private static Delegation row(ResultSet rs, int n) throws SQLException {
    return new Delegation(
        rs.getLong("id"),
        rs.getString("of_person"),
        rs.getString("to_person"),
        instant(rs, "from_at"),
        instant(rs, "until_at"),
        rs.getString("reason"),
        actor(rs),
        instant(rs, "at"),
        mayBe(rs, "ended_at"));
  }
}
