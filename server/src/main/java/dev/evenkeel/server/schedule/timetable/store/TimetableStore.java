package dev.evenkeel.server.schedule.timetable.store;

import dev.evenkeel.optimiser.problem.Problem;
import dev.evenkeel.optimiser.timetable.Timetable;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.schedule.timetable.KeptTimetable;
import dev.evenkeel.server.schedule.timetable.Placement;
import dev.evenkeel.server.schedule.timetable.PlanningWish;
import dev.evenkeel.server.schedule.timetable.Solution;
import dev.evenkeel.server.schedule.timetable.Solving;
import dev.evenkeel.server.schedule.timetable.TimetableState;
import dev.evenkeel.server.schedule.timetable.problem.PlanningFinding;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Auditable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Timetables with their places. */
@Repository
public class TimetableStore {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;

  TimetableStore(JdbcClient jdbc, ApplicationEventPublisher events) {
    this.events = events;
    this.jdbc = jdbc;
  }

  @Transactional
  public long add(
      PlanningWish wish, Problem problem, List<PlanningFinding> findings, Actor actor, Instant at) {
    long id =
        jdbc.sql(
                """
                insert into schedule_timetable (name, state, solving, wish, based_on, problem, solution, findings,
                  upgrades, planned, total, bound, seconds, heard, made_by_kind, made_by, made_at)
                values (:name, 'DRAFT', 'WAITING', :wish, :based_on, :problem, :solution, :findings,
                  :upgrades, 0, 0, 0, 0, :at, :actor_kind, :actor, :at)
                returning id
                """)
            .param("name", wish.name())
            .param("wish", JSON.writeValueAsString(wish))
            .param("based_on", wish.basedOn().orElse(null), Types.BIGINT)
            .param("problem", Packed.of(problem))
            .param("solution", Packed.of(new Timetable(List.of())))
            .param("findings", JSON.writeValueAsString(findings))
            .param("upgrades", problem.upgrades().size())
            .param("at", at.atOffset(ZoneOffset.UTC))
            .param("actor_kind", actor.kind().name())
            .param("actor", actor.name())
            .query(Long.class)
            .single();
    events.publishEvent(
        Auditable.by(actor, "timetable made", "/schedule/timetables/" + id)
            .with("name", wish.name())
            .with("days", wish.days()));
    return id;
  }

  /**
   * What is known of the search, while it goes on. What it has found is only told with its places:
   * they may be all that is left of it.
   */
  public void heard(long id, Solving solving, long bound, double seconds, Instant at) {
    jdbc.sql(
            """
            update schedule_timetable set solving = :solving, bound = :bound, seconds = :seconds,
              heard = :at
            where id = :id
            """)
        .param("id", id)
        .param("solving", solving.name())
        .param("bound", bound)
        .param("seconds", seconds)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  public void end(long id, Solving solving, Optional<String> trouble, Instant at) {
    jdbc.sql(
            """
            update schedule_timetable set solving = :solving, trouble = :trouble, heard = :at,
              version = version + 1
            where id = :id
            """)
        .param("id", id)
        .param("solving", solving.name())
        .param("trouble", trouble.orElse(null), Types.VARCHAR)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Puts other places in the place of those there are. */
  public void place(long id, Timetable timetable, long total, List<Placement> placements) {
    jdbc.sql(
            """
            update schedule_timetable set solution = :solution, planned = :planned, total = :total,
              version = version + 1
            where id = :id
            """)
        .param("id", id)
        .param("solution", Packed.of(timetable))
        .param("planned", placements.size())
        .param("total", total)
        .update();
    jdbc.sql("delete from schedule_placement where timetable = :id").param("id", id).update();
    jdbc.sql(
            """
            insert into schedule_placement (timetable, upgrade, starts, ends, mode, pinned)
            select cast(:id as bigint), u, s, e, m, p
            from unnest(cast(:upgrades as bigint[]), cast(:starts as timestamptz[]), cast(:ends as timestamptz[]),
              cast(:modes as text[]), cast(:pinned as boolean[])) as places (u, s, e, m, p)
            """)
        .param("id", id)
        .param("upgrades", of(placements, one -> one.upgrade().value()).toArray(Long[]::new))
        .param("starts", of(placements, one -> one.start().toString()).toArray(String[]::new))
        .param("ends", of(placements, one -> one.end().toString()).toArray(String[]::new))
        .param("modes", of(placements, Placement::mode).toArray(String[]::new))
        .param(
            "pinned", of(placements, one -> Boolean.toString(one.pinned())).toArray(String[]::new))
        .update();
  }

  private static <T> List<T> of(
      List<Placement> placements, java.util.function.Function<Placement, T> what) {
    return placements.stream().map(what).toList();
  }

  public boolean pin(long id, UpgradeId upgrade, boolean pinned) {
    return jdbc.sql(
                """
                update schedule_placement set pinned = :pinned
                where timetable = :id and upgrade = :upgrade
                """)
            .param("id", id)
            .param("upgrade", upgrade.value())
            .param("pinned", pinned)
            .update()
        == 1;
  }

  /**
   * @param despite why, when costs of it are not approved
   * @return false when it is no draft any more
   */
  public boolean agree(long id, Optional<String> despite, Actor actor, Instant at) {
    jdbc.sql(
            """
            update schedule_timetable set state = 'SUPERSEDED', version = version + 1
            where state = 'AGREED'
            """)
        .update();
    return jdbc.sql(
                """
                update schedule_timetable set state = 'AGREED', agreed_by_kind = :actor_kind,
                  agreed_by = :actor, agreed_at = :at, agreed_despite = :despite, version = version + 1
                where id = :id and state = 'DRAFT'
                """)
            .param("id", id)
            .param("actor_kind", actor.kind().name())
            .param("actor", actor.name())
            .param("at", at.atOffset(ZoneOffset.UTC))
            .param("despite", despite.orElse(null))
            .update()
        == 1;
  }

  public boolean remove(long id) {
    jdbc.sql("update schedule_timetable set based_on = null where based_on = :id")
        .param("id", id)
        .update();
    return jdbc.sql("delete from schedule_timetable where id = :id and state = 'DRAFT'")
            .param("id", id)
            .update()
        == 1;
  }

  /** Whoever changes places by what it reads comes after whoever does so now. */
  public void lock(long id) {
    jdbc.sql("select id from schedule_timetable where id = :id for update")
        .param("id", id)
        .query(Long.class)
        .optional();
  }

  public Optional<KeptTimetable> find(long id) {
    return jdbc.sql(COLUMNS + "where id = :id")
        .param("id", id)
        .query(TimetableStore::kept)
        .optional();
  }

  public Optional<KeptTimetable> agreed() {
    return jdbc.sql(COLUMNS + "where state = 'AGREED'").query(TimetableStore::kept).optional();
  }

  /** The newest first. */
  public List<KeptTimetable> list(int limit) {
    return jdbc.sql(COLUMNS + "order by id desc limit :limit")
        .param("limit", limit)
        .query(TimetableStore::kept)
        .list();
  }

  /** Whose server has not been heard of since an instant. */
  public List<Long> silentSince(Instant instant) {
    return jdbc.sql(
            """
            select id from schedule_timetable
            where solving in ('WAITING', 'RUNNING') and heard < :instant
            """)
        .param("instant", instant.atOffset(ZoneOffset.UTC))
        .query((rs, n) -> rs.getLong("id"))
        .list();
  }

  /** Says of those that still wait here that they do. */
  public void stillWaiting(long id, Instant at) {
    jdbc.sql("update schedule_timetable set heard = :at where id = :id and solving = 'WAITING'")
        .param("id", id)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  public Optional<Solution> solution(long id) {
    return jdbc.sql("select problem, solution from schedule_timetable where id = :id")
        .param("id", id)
        .query((rs, n) ->
            new Solution(
                Packed.problem(rs.getBytes("problem")), Packed.timetable(rs.getBytes("solution"))))
        .optional();
  }

  /** What has begun by the plan before stands in the plan after it as well. */
  public void keepWhatHasBegun(List<Placement> before, long id, Instant now) {
    for (Placement one : before) {
      if (one.start().isBefore(now)) {
        jdbc.sql(
                """
                insert into schedule_placement (timetable, upgrade, starts, ends, mode, pinned)
                values (:id, :upgrade, :starts, :ends, :mode, true)
                on conflict do nothing
                """)
            .param("id", id)
            .param("upgrade", one.upgrade().value())
            .param("starts", one.start().atOffset(ZoneOffset.UTC))
            .param("ends", one.end().atOffset(ZoneOffset.UTC))
            .param("mode", one.mode())
            .update();
      }
    }
  }

  /** In the order of their starts. */
  public List<Placement> placements(long id) {
    return jdbc.sql(
            "select * from schedule_placement where timetable = :id order by starts, upgrade")
        .param("id", id)
        .query(TimetableStore::placement)
        .list();
  }

  /** Where an upgrade stands in the timetable that was agreed on. */
  public Optional<Placement> agreed(UpgradeId upgrade) {
    return jdbc.sql(
            """
            select p.* from schedule_placement p join schedule_timetable t on t.id = p.timetable
            where t.state = 'AGREED' and p.upgrade = :upgrade
            """)
        .param("upgrade", upgrade.value())
        .query(TimetableStore::placement)
        .optional();
  }

  private static final String COLUMNS =
      """
      select id, name, state, solving, wish, findings, upgrades, planned, total, bound, seconds, trouble,
        heard, made_by_kind, made_by, made_at, agreed_by_kind, agreed_by, agreed_at, agreed_despite, version
      from schedule_timetable
      """;

  private static Placement placement(ResultSet rs, int n) throws SQLException {
    return new Placement(
        new UpgradeId(rs.getLong("upgrade")),
        instant(rs, "starts"),
        instant(rs, "ends"),
        rs.getString("mode"),
        rs.getBoolean("pinned"));
  }

  private static Instant instant(ResultSet rs, String column) throws SQLException {
    return rs.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static KeptTimetable kept(ResultSet rs, int n) throws SQLException {
    Optional<String> agreedBy = Optional.ofNullable(rs.getString("agreed_by"));
    return new KeptTimetable(
        rs.getLong("id"),
        rs.getString("name"),
        TimetableState.valueOf(rs.getString("state")),
        Solving.valueOf(rs.getString("solving")),
        JSON.readValue(rs.getString("wish"), PlanningWish.class),
        JSON.readValue(rs.getString("findings"), new TypeReference<List<PlanningFinding>>() {}),
        rs.getInt("upgrades"),
        rs.getInt("planned"),
        rs.getLong("total"),
        rs.getLong("bound"),
        rs.getDouble("seconds"),
        Optional.ofNullable(rs.getString("trouble")),
        instant(rs, "heard"),
        new Actor(Actor.Kind.valueOf(rs.getString("made_by_kind")), rs.getString("made_by")),
        instant(rs, "made_at"),
        agreedBy.isPresent()
            ? Optional.of(
                new Actor(
                    Actor.Kind.valueOf(rs.getString("agreed_by_kind")), agreedBy.orElseThrow()))
            : Optional.empty(),
        agreedBy.isPresent() ? Optional.of(instant(rs, "agreed_at")) : Optional.empty(),
        Optional.ofNullable(rs.getString("agreed_despite")),
        rs.getLong("version"));
  }
}
