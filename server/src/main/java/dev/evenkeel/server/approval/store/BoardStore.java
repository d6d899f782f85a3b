package dev.evenkeel.server.approval.store;

import static dev.evenkeel.server.approval.store.ApprovalStore.instant;
import static dev.evenkeel.server.approval.store.ApprovalStore.mayBe;
import static dev.evenkeel.server.approval.store.ApprovalStore.texts;
import static dev.evenkeel.server.approval.store.ApprovalStore.utc;

import dev.evenkeel.server.approval.AgendaItem;
import dev.evenkeel.server.approval.Meeting;
import dev.evenkeel.server.approval.MeetingTerms;
import dev.evenkeel.server.approval.Standing;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.shared.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Meetings of the board, and what was on their agendas. */
@Repository
public class BoardStore {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final JdbcClient jdbc;

  BoardStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public long add(MeetingTerms terms, Actor actor, Instant now) {
    return jdbc.sql(
            """
            insert into approval_meeting (at, zone, title, members, every_weeks, actor_kind, actor, made_at)
            values (:at, :zone, :title, :members, :weeks, :kind, :actor, :now) returning id
            """)
        .param("at", utc(terms.at()))
        .param("zone", terms.zone().getId())
        .param("title", terms.title())
        .param("members", terms.members().toArray(String[]::new))
        .param("weeks", terms.everyWeeks().orElse(null), Types.INTEGER)
        .param("kind", actor.kind().name())
        .param("actor", actor.name())
        .param("now", utc(now))
        .query(Long.class)
        .single();
  }

  /** Writes it over the one that was read; false when it was changed meanwhile. */
  public boolean save(Meeting next) {
    return jdbc.sql(
                """
                update approval_meeting
                set at = :at, zone = :zone, title = :title, members = :members, every_weeks = :weeks, state = :state,
                    opened_at = :opened, closed_at = :closed, present = :present, notes = :notes,
                    version = version + 1
                where id = :id and version = :version
                """)
            .param("at", utc(next.terms().at()))
            .param("zone", next.terms().zone().getId())
            .param("title", next.terms().title())
            .param("members", next.terms().members().toArray(String[]::new))
            .param("weeks", next.terms().everyWeeks().orElse(null), Types.INTEGER)
            .param("state", next.state().name())
            .param("opened", next.opened().map(ApprovalStore::utc).orElse(null))
            .param("closed", next.closed().map(ApprovalStore::utc).orElse(null))
            .param("present", next.present().toArray(String[]::new))
            .param("notes", next.notes())
            .param("id", next.id())
            .param("version", next.version())
            .update()
        == 1;
  }

  public Optional<Meeting> find(long id) {
    return jdbc.sql("select * from approval_meeting where id = :id")
        .param("id", id)
        .query(BoardStore::meeting)
        .optional();
  }

  /** Those that lie ahead or are under way, the next first. */
  public List<Meeting> ahead(Instant after) {
    return jdbc.sql(
            """
            select * from approval_meeting where state = 'OPEN' or state = 'SET' and at > :after
            order by at, id limit 50
            """)
        .param("after", utc(after))
        .query(BoardStore::meeting)
        .list();
  }

  /** The others, the last first. */
  public List<Meeting> before(Instant after) {
    return jdbc.sql(
            """
            select * from approval_meeting where state in ('CLOSED', 'OFF') or state = 'SET' and at <= :after
            order by at desc, id desc limit 100
            """)
        .param("after", utc(after))
        .query(BoardStore::meeting)
        .list();
  }

  public void add(long meeting, Collection<AgendaItem> items) {
    items.forEach(item ->
        jdbc.sql(
                """
                insert into approval_agenda (meeting, position, request, told)
                values (:meeting, :position, :request, :told::jsonb)
                """)
            .param("meeting", meeting)
            .param("position", item.position())
            .param("request", item.request())
            .param("told", JSON.writeValueAsString(item.told()))
            .update());
  }

  public void ended(long meeting, AgendaItem item, Standing.State outcome) {
    jdbc.sql(
            "update approval_agenda set outcome = :outcome where meeting = :meeting and position = :position")
        .param("outcome", outcome.name())
        .param("meeting", meeting)
        .param("position", item.position())
        .update();
  }

  public List<AgendaItem> agenda(long meeting) {
    return jdbc.sql("select * from approval_agenda where meeting = :meeting order by position")
        .param("meeting", meeting)
        .query((rs, n) -> {
          AgendaItem.Told told = JSON.readValue(rs.getString("told"), AgendaItem.Told.class);
          return new AgendaItem(
              rs.getInt("position"),
              rs.getLong("request"),
              new UpgradeId(told.upgrade()),
              told,
              Optional.ofNullable(rs.getString("outcome")).map(Standing.State::valueOf));
        })
        .list();
  }

  /** Those that had a request before them, the first first. */
  public List<Meeting> of(long request) {
    return jdbc.sql(
            """
            select * from approval_meeting
            where id in (select meeting from approval_agenda where request = :request) order by at, id
            """)
        .param("request", request)
        .query(BoardStore::meeting)
        .list();
  }

  private static Meeting meeting(ResultSet rs, int n) throws SQLException {
    int weeks = rs.getInt("every_weeks");
    return new Meeting(
        rs.getLong("id"),
        new MeetingTerms(
            instant(rs, "at"),
            ZoneId.of(rs.getString("zone")),
            rs.getString("title"),
            texts(rs, "members"),
            weeks == 0 ? Optional.empty() : Optional.of(weeks)),
        Meeting.State.valueOf(rs.getString("state")),
        mayBe(rs, "opened_at"),
        mayBe(rs, "closed_at"),
        texts(rs, "present"),
        rs.getString("notes"),
        rs.getLong("version"));
  }
}
