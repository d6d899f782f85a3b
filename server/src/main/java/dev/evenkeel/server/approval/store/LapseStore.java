package dev.evenkeel.server.approval.store;

import static dev.evenkeel.server.approval.store.ApprovalStore.instant;
import static dev.evenkeel.server.approval.store.ApprovalStore.texts;
import static dev.evenkeel.server.approval.store.ApprovalStore.utc;

import dev.evenkeel.server.approval.Lapse;
import dev.evenkeel.server.approval.Request;
import java.time.Duration;
import java.time.Instant;
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

  /** The newest requests of upgrades that somebody made, and that are void for what changed. */
  public List<Request> lapsed(String person, Instant now) {
    return jdbc.sql(
            """
            select * from approval_request request
            where :person = any(people) and until_at > :now
              and id = (select max(id) from approval_request other where other.upgrade = request.upgrade)
              and upgrade not in (select upgrade from plan_over)
              and (select lapsed from approval_lapse lapse where lapse.request = request.id order by number desc limit 1)
              and not exists (select from approval_step step where step.request = request.id
                and (step.verdict = 'REJECTED' or step.verdict = 'WITHDRAWN' and step.person = any(request.people)))
            order by until_at, id limit 100
            """)
        .param("person", person)
        .param("now", utc(now))
        .query(ApprovalStore::request)
        .list();
  }

  /**
   * The newest requests of upgrades whose windows end soon, and of whose end nobody was told.
   *
   * @param ahead so long before the end; those that were made later than that are left out
   */
  public List<Long> ending(Instant now, Duration ahead) {
    return jdbc.sql(
            """
            select id from approval_request request
            where until_at > :now and until_at <= :soon and at < until_at - make_interval(secs => :ahead)
              and id = (select max(id) from approval_request other where other.upgrade = request.upgrade)
              and upgrade not in (select upgrade from plan_over)
              and not exists (select from approval_ending ending where ending.request = request.id)
            order by until_at limit 100
            """)
        .param("now", utc(now))
        .param("soon", utc(now.plus(ahead)))
        .param("ahead", ahead.toSeconds())
        .query((rs, n) -> rs.getLong("id"))
        .list();
  }

  /**
   * @return false when somebody else told it already
   */
  public boolean told(long request, Instant now) {
    return jdbc.sql(
                "insert into approval_ending (request, at) values (:request, :now) on conflict do nothing")
            .param("request", request)
            .param("now", utc(now))
            .update()
        == 1;
  }
}
