package dev.evenkeel.server.comms.outside;

import static java.time.ZoneOffset.UTC;

import dev.evenkeel.server.shared.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Places. */
@Repository
class PlaceStore {
  private final JdbcClient jdbc;

  PlaceStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Place> all() {
    return jdbc.sql("select * from comms_place order by name").query(PlaceStore::placeOf).list();
  }

  Optional<Place> named(String name) {
    return jdbc.sql("select * from comms_place where name = :name")
        .param("name", name)
        .query(PlaceStore::placeOf)
        .optional();
  }

  Optional<Place> find(long id) {
    return jdbc.sql("select * from comms_place where id = :id")
        .param("id", id)
        .query(PlaceStore::placeOf)
        .optional();
  }

  /**
   * @return false when there is one of that name
   */
  boolean add(PlaceTerms terms, Actor actor, Instant at) {
    return bound(
                jdbc.sql(
                    """
                    insert into comms_place (name, kind, address, username, secret, labels, minutes, changed_at, changed_by)
                    values (:name, :kind, :address, :username, :secret, :labels, :minutes, :at, :by)
                    on conflict (name) do nothing
                    """),
                terms,
                actor,
                at)
            .param("kind", terms.kind().name())
            .update()
        == 1;
  }

  /**
   * The kind stays: what is open there is of that kind.
   *
   * @return false when the version is another by now
   */
  boolean edit(PlaceTerms terms, long seen, Actor actor, Instant at) {
    return bound(
                jdbc.sql(
                    """
                    update comms_place set address = :address, username = :username, secret = :secret, labels = :labels,
                      minutes = :minutes, changed_at = :at, changed_by = :by, version = version + 1
                    where name = :name and version = :seen
                    """),
                terms,
                actor,
                at)
            .param("seen", seen)
            .update()
        == 1;
  }

  private static StatementSpec bound(
      StatementSpec statement, PlaceTerms terms, Actor actor, Instant at) {
    return statement
        .param("name", terms.name())
        .param("address", terms.address())
        .param("username", terms.username().orElse(null), Types.VARCHAR)
        .param("secret", terms.secret().orElse(null), Types.VARCHAR)
        .param("labels", terms.labels())
        .param("minutes", terms.minutes())
        .param("at", at.atOffset(UTC))
        .param("by", actor.name());
  }

  /**
   * @return false when the version is another by now
   */
  boolean remove(String name, long seen) {
    return jdbc.sql("delete from comms_place where name = :name and version = :seen")
            .param("name", name)
            .param("seen", seen)
            .update()
        == 1;
  }

  private static Place placeOf(ResultSet rs, int number) throws SQLException {
    return new Place(
        rs.getLong("id"),
        new PlaceTerms(
            rs.getString("name"),
            PlaceKind.valueOf(rs.getString("kind")),
            rs.getString("address"),
            Optional.ofNullable(rs.getString("username")),
            Optional.ofNullable(rs.getString("secret")),
            rs.getString("labels"),
            rs.getInt("minutes")),
        rs.getLong("version"),
        rs.getObject("changed_at", OffsetDateTime.class).toInstant(),
        rs.getString("changed_by"));
  }
}
