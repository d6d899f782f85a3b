package dev.evenkeel.server.comms.outside;

import static java.time.ZoneOffset.UTC;

import dev.evenkeel.server.execution.RunReport;
import dev.evenkeel.server.shared.StoredText;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Signs: what places are told of runs. */
@Repository
class SignStore {
  private final JdbcClient jdbc;

  SignStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Wants one, unless there is one that is not laid down, or somebody took it away there.
   *
   * @return false when none is wanted
   */
  boolean want(Place place, RunReport run, Instant now) {
    return jdbc.sql(
                """
                insert into comms_sign (place, place_name, kind, run, number, run_title, systems, began, state, due_at)
                select :place, :name, :kind, :run, coalesce(max(number), 0) + 1, :title, :systems, :began, 'WANTED', :now
                from comms_sign
                where place_name = :name and run = :run
                having not coalesce(bool_or(place = :place and state in ('WANTED', 'OPEN', 'GONE')), false)
                on conflict do nothing
                """)
            .param("place", place.id())
            .param("name", place.terms().name())
            .param("kind", place.terms().kind().name())
            .param("run", run.id().value())
            .param("title", StoredText.of(run.title()))
            .param("systems", run.systems().stream().sorted().toArray(String[]::new), Types.ARRAY)
            .param("began", run.began().orElse(run.since()).atOffset(UTC))
            .param("now", now.atOffset(UTC))
            .update()
        == 1;
  }

  /** Not laid down, and due. */
  List<Sign> due(Instant now) {
    return jdbc.sql(
            "select * from comms_sign where state in ('WANTED', 'OPEN') and due_at <= :now order by"
                + " due_at, id limit 200")
        .param("now", now.atOffset(UTC))
        .query(SignStore::signOf)
        .list();
  }

  boolean isAnyOpen() {
    return jdbc.sql("select exists (select 1 from comms_sign where state in ('WANTED', 'OPEN'))")
        .query(Boolean.class)
        .single();
  }

  List<Sign> of(String run) {
    return jdbc.sql("select * from comms_sign where run = :run order by id")
        .param("run", run)
        .query(SignStore::signOf)
        .list();
  }

  List<Sign> newest(String place) {
    return jdbc.sql("select * from comms_sign where place_name = :place order by id desc limit 20")
        .param("place", place)
        .query(SignStore::signOf)
        .list();
  }

  /** How many are tried in vain. */
  long inVain() {
    return jdbc.sql(
            "select count(*) from comms_sign where state in ('WANTED', 'OPEN') and tries >= 3 and"
                + " says <> ''")
        .query(Long.class)
        .single();
  }

  /**
   * Writes down that it is about to be tried.
   *
   * @return false when somebody else has changed it meanwhile
   */
  boolean begin(Sign sign, Instant now, Instant again) {
    return jdbc.sql(
                """
                update comms_sign set attempt_at = :now, tries = tries + 1, due_at = :again, version = version + 1
                where id = :id and version = :version
                """)
            .param("now", now.atOffset(UTC))
            .param("again", again.atOffset(UTC))
            .param("id", sign.id())
            .param("version", sign.version())
            .update()
        == 1;
  }

  /** What came of an attempt that was begun. */
  boolean end(Sign sign, Told told, Instant due, Instant now) {
    return jdbc.sql(
                """
                update comms_sign set state = :state, remote = :remote, until = :until, says = :says, tries = 0, due_at = :due,
                  laid_at = :laid_at, version = version + 1
                where id = :id and version = :version + 1
                """)
            .param("state", told.state().name())
            .param("remote", told.remote().orElse(null), Types.VARCHAR)
            .param(
                "until",
                told.until().map(at -> at.atOffset(UTC)).orElse(null),
                Types.TIMESTAMP_WITH_TIMEZONE)
            .param("says", StoredText.of(told.says()))
            .param("due", due.atOffset(UTC))
            .param(
                "laid_at",
                told.state().isLaid() ? now.atOffset(UTC) : null,
                Types.TIMESTAMP_WITH_TIMEZONE)
            .param("id", sign.id())
            .param("version", sign.version())
            .update()
        == 1;
  }

  /** It did not work; it is tried again when it is due. */
  void failed(Sign sign, String says) {
    jdbc.sql("update comms_sign set says = :says where id = :id and version = :version + 1")
        .param("says", StoredText.of(says))
        .param("id", sign.id())
        .param("version", sign.version())
        .update();
  }

  /** There is nothing to be tried just now. */
  void rest(Sign sign, Instant due) {
    jdbc.sql("update comms_sign set due_at = :due where id = :id and version = :version")
        .param("due", due.atOffset(UTC))
        .param("id", sign.id())
        .param("version", sign.version())
        .update();
  }

  /** The place is given up: what is open there ends by itself, or stays. */
  int abandon(long place, String says, Instant now) {
    return jdbc.sql(
            """
            update comms_sign set state = 'GONE', says = :says, laid_at = :now, version = version + 1
            where place = :place and state in ('WANTED', 'OPEN')
            """)
        .param("says", StoredText.of(says))
        .param("now", now.atOffset(UTC))
        .param("place", place)
        .update();
  }

  private static Sign signOf(ResultSet rs, int row) throws SQLException {
    long place = rs.getLong("place");
    Optional<Long> there = rs.wasNull() ? Optional.empty() : Optional.of(place);
    Array systems = rs.getArray("systems");
    return new Sign(
        rs.getLong("id"),
        there,
        rs.getString("place_name"),
        PlaceKind.valueOf(rs.getString("kind")),
        rs.getString("run"),
        rs.getInt("number"),
        rs.getString("run_title"),
        Set.of((String[]) systems.getArray()),
        time(rs, "began").orElseThrow(),
        Sign.State.valueOf(rs.getString("state")),
        Optional.ofNullable(rs.getString("remote")),
        time(rs, "until"),
        rs.getInt("tries"),
        time(rs, "due_at").orElseThrow(),
        rs.getString("says"),
        time(rs, "laid_at"),
        rs.getLong("version"));
  }

  private static Optional<Instant> time(ResultSet rs, String column) throws SQLException {
    return Optional.ofNullable(rs.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
