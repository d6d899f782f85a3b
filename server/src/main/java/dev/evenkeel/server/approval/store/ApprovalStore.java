package dev.evenkeel.server.approval.store;

import dev.evenkeel.server.approval.Request;
import dev.evenkeel.server.approval.Step;
import dev.evenkeel.server.approval.binding.Content;
import dev.evenkeel.server.approval.binding.Quorum;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.tasks.Owner;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Requests for agreement and what people did with them; both are only added. */
@Repository
public class ApprovalStore {
  private final JdbcClient jdbc;

  ApprovalStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Until the transaction ends nobody else asks or decides about this upgrade. */
  public void lock(UpgradeId upgrade) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended('evenkeel approval ' || :upgrade, 0))")
        .param("upgrade", upgrade.toString())
        .query((rs, n) -> n)
        .single();
  }

  public long add(Request request) {
    return jdbc.sql(
            """
            insert into approval_request
              (upgrade, kind, why, quorum, content, digest, from_at, until_at, standing, waiver, waived_kind, waived_by,
               actor_kind, actor, people, at)
            values
              (:upgrade, :kind, :why, :quorum, :content, :digest, :from, :until, :standing, :waiver, :waivedKind, :waivedBy,
               :actorKind, :actor, :people, :at)
            returning id
            """)
        .param("upgrade", request.upgrade().value())
        .param("kind", request.kind().name())
        .param("why", request.why())
        .param("quorum", request.quorum().text())
        .param("content", request.content().canonical())
        .param("digest", request.content().digest())
        .param("from", utc(request.from()))
        .param("until", utc(request.until()))
        .param("standing", request.standing().orElse(null), java.sql.Types.BIGINT)
        .param("waiver", request.waiver().orElse(null), java.sql.Types.VARCHAR)
        .param(
            "waivedKind",
            request.waivedBy().map(one -> one.kind().name()).orElse(null),
            java.sql.Types.VARCHAR)
        .param("waivedBy", request.waivedBy().map(Actor::name).orElse(null), java.sql.Types.VARCHAR)
        .param("actorKind", request.by().kind().name())
        .param("actor", request.by().name())
        .param("people", request.people().toArray(String[]::new))
        .param("at", utc(request.at()))
        .query(Long.class)
        .single();
  }

  public Optional<Request> find(long id) {
    return jdbc.sql("select * from approval_request where id = :id")
        .param("id", id)
        .query(ApprovalStore::request)
        .optional();
  }

  /** The newest first. */
  public List<Request> of(UpgradeId upgrade) {
    return jdbc.sql(
            "select * from approval_request where upgrade = :upgrade order by id desc limit 100")
        .param("upgrade", upgrade.value())
        .query(ApprovalStore::request)
        .list();
  }

  /** The newest of each upgrade that is not over, those whose window ends first. */
  public List<Request> newest(int limit) {
    return jdbc.sql(
            """
            select * from (
              select distinct on (upgrade) * from approval_request order by upgrade, id desc) newest
            where upgrade not in (select upgrade from plan_over)
            order by until_at, id limit :limit
            """)
        .param("limit", limit)
        .query(ApprovalStore::request)
        .list();
  }

  /**
   * Those whose decision is not taken by what people did; for a count that is asked on each page.
   */
  public List<Request> undecided(Instant now) {
    return jdbc.sql(
            """
            select * from approval_request request
            where until_at > :now and kind <> 'STANDARD'
              and id = (select max(id) from approval_request other where other.upgrade = request.upgrade)
              and upgrade not in (select upgrade from plan_over)
              and not exists (select from approval_step step where step.request = request.id
                and (step.verdict = 'REJECTED' or step.verdict = 'WITHDRAWN' and step.person = any(request.people)))
            order by until_at, id limit 200
            """)
        .param("now", utc(now))
        .query(ApprovalStore::request)
        .list();
  }

  /** The oldest first. */
  public List<Step> steps(long request) {
    return steps(List.of(request)).getOrDefault(request, List.of());
  }

  public Map<Long, List<Step>> steps(Collection<Long> requests) {
    if (requests.isEmpty()) {
      return new HashMap<>();
    }
    return jdbc
        .sql("select * from approval_step where request in (:requests) order by request, number")
        .param("requests", requests)
        .query(ApprovalStore::step)
        .list()
        .stream()
        .collect(Collectors.groupingBy(Step::request));
  }

  /**
   * @return false when another came in between
   */
  public boolean add(Step step) {
    return jdbc.sql(
                """
                insert into approval_step
                  (request, number, verdict, actor_kind, actor, person, instead_of, hats, digest, comment, at)
                values
                  (:request, :number, :verdict, :actorKind, :actor, :person, :insteadOf, :hats, :digest, :comment, :at)
                on conflict do nothing
                """)
            .param("request", step.request())
            .param("number", step.number())
            .param("verdict", step.verdict().name())
            .param("actorKind", step.by().kind().name())
            .param("actor", step.by().name())
            .param("person", step.person())
            .param("insteadOf", step.insteadOf().orElse(null), java.sql.Types.VARCHAR)
            .param("hats", step.hats().stream().map(Owner::typed).sorted().toArray(String[]::new))
            .param("digest", step.digest())
            .param("comment", step.comment().orElse(null), java.sql.Types.VARCHAR)
            .param("at", utc(step.at()))
            .update()
        == 1;
  }

  static Request request(ResultSet rs, int n) throws SQLException {
    long standing = rs.getLong("standing");
    Optional<Long> bySanding = rs.wasNull() ? Optional.empty() : Optional.of(standing);
    Optional<String> waivedBy = Optional.ofNullable(rs.getString("waived_by"));
    Optional<Actor> waiver =
        waivedBy.isPresent()
            ? Optional.of(
                new Actor(Actor.Kind.valueOf(rs.getString("waived_kind")), waivedBy.get()))
            : Optional.empty();
    return new Request(
        rs.getLong("id"),
        new UpgradeId(rs.getLong("upgrade")),
        Request.Kind.valueOf(rs.getString("kind")),
        rs.getString("why"),
        Quorum.parse(rs.getString("quorum"))
            .orElseThrow(() -> new IllegalStateException("A quorum that nobody can read")),
        Content.read(rs.getString("content")),
        instant(rs, "from_at"),
        instant(rs, "until_at"),
        bySanding,
        Optional.ofNullable(rs.getString("waiver")),
        waiver,
        actor(rs),
        Set.copyOf(texts(rs, "people")),
        instant(rs, "at"));
  }

  private static Step step(ResultSet rs, int n) throws SQLException {
    Set<Owner> hats = new LinkedHashSet<>();
    texts(rs, "hats").forEach(text -> Owner.parse(text).ifPresent(hats::add));
    return new Step(
        rs.getLong("request"),
        rs.getInt("number"),
        Step.Verdict.valueOf(rs.getString("verdict")),
        actor(rs),
        rs.getString("person"),
        Optional.ofNullable(rs.getString("instead_of")),
        hats,
        rs.getString("digest"),
        Optional.ofNullable(rs.getString("comment")),
        instant(rs, "at"));
  }

  static Actor actor(ResultSet rs) throws SQLException {
    return new Actor(Actor.Kind.valueOf(rs.getString("actor_kind")), rs.getString("actor"));
  }

  static List<String> texts(ResultSet rs, String column) throws SQLException {
    return Arrays.asList((String[]) rs.getArray(column).getArray());
  }

  static Instant instant(ResultSet rs, String column) throws SQLException {
    return rs.getObject(column, OffsetDateTime.class).toInstant();
  }

  static Optional<Instant> mayBe(ResultSet rs, String column) throws SQLException {
    return Optional.ofNullable(rs.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
