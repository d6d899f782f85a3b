package dev.evenkeel.server.comms.store;

import static java.time.ZoneOffset.UTC;

import dev.evenkeel.server.comms.Channel;
import dev.evenkeel.server.comms.ChannelKind;
import dev.evenkeel.server.comms.ChannelTerms;
import dev.evenkeel.server.comms.ChannelTerms.InDoubt;
import dev.evenkeel.server.comms.ChannelTerms.MailTerms;
import dev.evenkeel.server.comms.ChannelTerms.Security;
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

/** Channels. */
@Repository
public class ChannelStore {
  private final JdbcClient jdbc;

  ChannelStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public List<Channel> all() {
    return jdbc.sql("select * from comms_channel order by name")
        .query(ChannelStore::channelOf)
        .list();
  }

  public Optional<Channel> named(String name) {
    return jdbc.sql("select * from comms_channel where name = :name")
        .param("name", name)
        .query(ChannelStore::channelOf)
        .optional();
  }

  public Optional<Channel> find(long id) {
    return jdbc.sql("select * from comms_channel where id = :id")
        .param("id", id)
        .query(ChannelStore::channelOf)
        .optional();
  }

  public Optional<Channel> forPeople() {
    return jdbc.sql("select * from comms_channel where for_people")
        .query(ChannelStore::channelOf)
        .optional();
  }

  /**
   * @return false when there is one of that name
   */
  public boolean add(ChannelTerms terms, Actor actor, Instant at) {
    return bound(
                jdbc.sql(
                    """
                    insert into comms_channel (name, kind, address, secret, host, port, security, username, sender, language,
                      audience, digest, for_people, in_doubt, changed_at, changed_by)
                    values (:name, :kind, :address, :secret, :host, :port, :security, :username, :sender, :language,
                      :audience, :digest, false, :in_doubt, :at, :by)
                    on conflict (name) do nothing
                    """),
                terms,
                actor,
                at)
            .update()
        == 1;
  }

  /**
   * @return false when the version is another by now
   */
  public boolean edit(String name, ChannelTerms terms, long seen, Actor actor, Instant at) {
    return bound(
                jdbc.sql(
                        """
                        update comms_channel set kind = :kind, address = :address, secret = :secret, host = :host, port = :port,
                          security = :security, username = :username, sender = :sender, language = :language, audience = :audience,
                          digest = :digest, for_people = false, in_doubt = :in_doubt, changed_at = :at, changed_by = :by,
                          unreachable = 0, paused_until = null, version = version + 1
                        where name = :name and version = :seen
                        """)
                    .param("seen", seen),
                terms,
                actor,
                at)
            .update()
        == 1;
  }

  private static StatementSpec bound(
      StatementSpec statement, ChannelTerms terms, Actor actor, Instant at) {
    Optional<MailTerms> mail = terms.mail();
    return statement
        .param("name", terms.name())
        .param("kind", terms.kind().name())
        .param("address", terms.address())
        .param("secret", terms.secret().orElse(null), Types.VARCHAR)
        .param("host", mail.map(MailTerms::host).orElse(null), Types.VARCHAR)
        .param("port", mail.map(MailTerms::port).orElse(null), Types.INTEGER)
        .param("security", mail.map(m -> m.security().name()).orElse(null), Types.VARCHAR)
        .param("username", mail.flatMap(MailTerms::username).orElse(null), Types.VARCHAR)
        .param("sender", mail.map(MailTerms::sender).orElse(null), Types.VARCHAR)
        .param("language", terms.language())
        .param("audience", terms.audience())
        .param("digest", terms.digest())
        .param("in_doubt", terms.inDoubt().name())
        .param("at", at.atOffset(UTC))
        .param("by", actor.name());
  }

  /** E-mail to single persons leaves through this one from now on, and through no other. */
  public void onlyForPeople(String name) {
    jdbc.sql("update comms_channel set for_people = false where for_people and name <> :name")
        .param("name", name)
        .update();
    jdbc.sql("update comms_channel set for_people = true where name = :name")
        .param("name", name)
        .update();
  }

  /**
   * @return false when the version is another by now
   */
  public boolean remove(String name, long seen) {
    return jdbc.sql("delete from comms_channel where name = :name and version = :seen")
            .param("name", name)
            .param("seen", seen)
            .update()
        == 1;
  }

  /** It could not be reached: nothing is tried for a while. */
  public void pause(long id, Instant until) {
    jdbc.sql(
            """
            update comms_channel set unreachable = unreachable + 1, paused_until = greatest(paused_until, :until)
            where id = :id
            """)
        .param("id", id)
        .param("until", until.atOffset(UTC))
        .update();
  }

  /** It answers. */
  public void reached(long id) {
    jdbc.sql(
            """
            update comms_channel set unreachable = 0, paused_until = null
            where id = :id and (unreachable > 0 or paused_until is not null)
            """)
        .param("id", id)
        .update();
  }

  private static Channel channelOf(ResultSet rs, int number) throws SQLException {
    String host = rs.getString("host");
    return new Channel(
        rs.getLong("id"),
        new ChannelTerms(
            rs.getString("name"),
            ChannelKind.valueOf(rs.getString("kind")),
            rs.getString("address"),
            Optional.ofNullable(rs.getString("secret")),
            host == null
                ? Optional.empty()
                : Optional.of(
                    new MailTerms(
                        host,
                        rs.getInt("port"),
                        Security.valueOf(rs.getString("security")),
                        Optional.ofNullable(rs.getString("username")),
                        rs.getString("sender"))),
            rs.getString("language"),
            rs.getString("audience"),
            rs.getBoolean("digest"),
            rs.getBoolean("for_people"),
            InDoubt.valueOf(rs.getString("in_doubt"))),
        rs.getLong("version"),
        rs.getObject("changed_at", OffsetDateTime.class).toInstant(),
        rs.getString("changed_by"),
        rs.getInt("unreachable"),
        Optional.ofNullable(rs.getObject("paused_until", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant));
  }
}
