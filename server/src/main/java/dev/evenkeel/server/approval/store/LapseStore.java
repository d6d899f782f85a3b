package dev.evenkeel.server.approval.store;

import static dev.evenkeel.server.approval.store.ApprovalStore.instant;
import static dev.evenkeel.server.approval.store.ApprovalStore.texts;
import static dev.evenkeel.server.approval.store.ApprovalStore.utc;

import dev.evenkeel.server.approval.Lapse;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When approvals lapsed, and held again; only added. */
@Repository
public class LapseStore {
  private final JdbcClient jdbc;

  LapseStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The oldest first. */
  public List<Lapse> of(long request) {
    return jdbc.sql("select * from approval_lapse where request = :request order by number")
        .param("request", request)
        .query((rs, n) ->
            new Lapse(
                rs.getLong("request"),
                rs.getInt("number"),
                rs.getBoolean("lapsed"),
                texts(rs, "differences"),
                Optional.ofNullable(rs.getString("changed_by")),
                instant(rs, "at")))
        .list();
  }

  public void add(Lapse lapse) {
    jdbc.sql(
            """
            insert into approval_lapse (request, number, lapsed, differences, changed_by, at)
            values (:request, :number, :lapsed, :differences, :by, :at)
            """)
        .param("request", lapse.request())
        .param("number", lapse.number())
        .param("lapsed", lapse.lapsed())
        .param("differences", lapse.differences().toArray(String[]::new))
        .param("by", lapse.by().orElse(null), java.sql.Types.VARCHAR)
        .param("at", utc(lapse.at()))
        .update();
  }
}
