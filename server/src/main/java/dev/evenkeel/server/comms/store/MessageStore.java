package dev.evenkeel.server.comms.store;

import static java.time.ZoneOffset.UTC;

import dev.evenkeel.server.comms.Channel;
import dev.evenkeel.server.comms.Delivery;
import dev.evenkeel.server.comms.Message;
import dev.evenkeel.server.comms.MessageFilter;
import dev.evenkeel.server.comms.MessageState;
import dev.evenkeel.server.comms.Posted;
import dev.evenkeel.server.comms.Standing;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.StoredText;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Messages, as those who post and read them need them. */
@Repository
public class MessageStore {
  private final JdbcClient jdbc;

  MessageStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param trouble why it cannot be sent at all; it waits when empty
   * @return empty when the key is known already
   */
  public Optional<Long> add(
      Message message, Optional<Channel> channel, String trouble, Instant at, Instant giveUpAt) {
    boolean waits = trouble.isEmpty();
    return jdbc.sql(
            """
            insert into comms_message (key, wire, channel, channel_name, recipient, subject, text, html, invite, about, language,
              actor_kind, actor, state, says, posted_at, due_at, give_up_at, ended_at)
            values (:key, :wire, :channel, :channel_name, :recipient, :subject, :text, :html, :invite, :about, :language,
              :actor_kind, :actor, :state, :says, :at, :at, :give_up_at, :ended_at)
            on conflict (key) do nothing
            returning id
            """)
        .param("key", message.key())
        .param("wire", UUID.randomUUID())
        .param("channel", channel.map(Channel::id).orElse(null), Types.BIGINT)
        .param("channel_name", channel.map(Channel::name).or(message::channel).orElse("people"))
        .param("recipient", message.to().orElse(null), Types.VARCHAR)
        .param("subject", StoredText.of(message.subject()))
        .param("text", StoredText.of(message.text()))
        .param("html", message.html().map(StoredText::of).orElse(null), Types.VARCHAR)
        .param("invite", message.invite().map(StoredText::of).orElse(null), Types.VARCHAR)
        .param("about", message.about())
        .param("language", message.language())
        .param("actor_kind", message.actor().kind().name())
        .param("actor", message.actor().name())
        .param("state", (waits ? MessageState.WAITING : MessageState.FAILED).name())
        .param("says", trouble)
        .param("at", at.atOffset(UTC))
        .param("give_up_at", giveUpAt.atOffset(UTC))
        .param("ended_at", waits ? null : at.atOffset(UTC), Types.TIMESTAMP_WITH_TIMEZONE)
        .query(Long.class)
        .optional();
  }

  public Optional<Posted> find(long id) {
    return jdbc.sql("select * from comms_message where id = :id")
        .param("id", id)
        .query(MessageStore::postedOf)
        .optional();
  }

  /** About a path and what is below it, the newest first. */
  public List<Posted> about(String path) {
    return jdbc.sql(
            """
            select * from comms_message
            where about = :path or about like :below
            order by id desc limit 500
            """)
        .param("path", path)
        .param("below", path.replaceAll("([\\\\%_])", "\\\\$1") + "/%")
        .query(MessageStore::postedOf)
        .list();
  }

  public List<Posted> list(MessageFilter filter) {
    String below = filter.about().replaceAll("([\\\\%_])", "\\\\$1") + "/%";
    return jdbc.sql(
            """
            select * from comms_message
            where (:state = '' or state = :state) and (:channel = '' or channel_name = :channel)
              and (:about = '' or about = :about or about like :below) and id < :before
            order by id desc limit :limit
            """)
        .param("state", filter.state().map(Enum::name).orElse(""))
        .param("channel", filter.channel())
        .param("about", filter.about())
        .param("below", below)
        .param("before", filter.before())
        .param("limit", filter.limit())
        .query(MessageStore::postedOf)
        .list();
  }

  public Standing standing() {
    return jdbc.sql(
            """
            select count(*) filter (where state <> 'FAILED') as waiting, count(*) filter (where state = 'FAILED') as failed,
              min(posted_at) filter (where state <> 'FAILED') as oldest
            from comms_message where state in ('WAITING', 'SENDING', 'FAILED')
            """)
        .query((rs, n) ->
            new Standing(rs.getLong("waiting"), rs.getLong("failed"), time(rs, "oldest")))
        .single();
  }

  public long unfinishedOf(long channel) {
    return jdbc.sql(
            "select count(*) from comms_message where channel = :channel and state in ('HELD', 'WAITING', 'SENDING')")
        .param("channel", channel)
        .query(Long.class)
        .single();
  }

  public List<Delivery> deliveries(long id) {
    return jdbc.sql("select * from comms_delivery where message = :id order by number")
        .param("id", id)
        .query((rs, n) ->
            new Delivery(
                rs.getInt("number"),
                rs.getObject("started_at", OffsetDateTime.class).toInstant(),
                time(rs, "handed_over_at"),
                time(rs, "ended_at"),
                Optional.ofNullable(rs.getString("outcome")).map(Delivery.Outcome::valueOf),
                rs.getString("says")))
        .list();
  }

  /**
   * @return false when the version is another by now
   */
  public boolean again(long id, long seen, Channel channel, Instant at, Instant giveUpAt) {
    return jdbc.sql(
                """
                update comms_message set state = 'WAITING', channel = :channel, channel_name = :channel_name, due_at = :at,
                  give_up_at = :give_up_at, ended_at = null, remaining = nullif(remaining || refused, '{}'), refused = null,
                  version = version + 1
                where id = :id and version = :seen
                """)
            .param("channel", channel.id())
            .param("channel_name", channel.name())
            .param("at", at.atOffset(UTC))
            .param("give_up_at", giveUpAt.atOffset(UTC))
            .param("id", id)
            .param("seen", seen)
            .update()
        == 1;
  }

  /**
   * @return false when the version is another by now
   */
  public boolean withdraw(long id, long seen, String says, Instant at) {
    boolean withdrawn =
        jdbc.sql(
                    """
                    update comms_message set state = 'WITHDRAWN', says = :says, ended_at = :at, version = version + 1
                    where id = :id and version = :seen and state in ('HELD', 'WAITING', 'FAILED')
                    """)
                .param("says", says)
                .param("at", at.atOffset(UTC))
                .param("id", id)
                .param("seen", seen)
                .update()
            == 1;
    if (withdrawn) {
      jdbc.sql(
              """
              update comms_message set state = 'WITHDRAWN', says = :says, ended_at = :at, version = version + 1
              where digest = :id and state = 'GATHERED'
              """)
          .param("says", says)
          .param("at", at.atOffset(UTC))
          .param("id", id)
          .update();
    }
    return withdrawn;
  }

  /**
   * Holds one that was just posted for the digest of its channel: the one that is next, if there is
   * one.
   */
  public void hold(long id, long channel, Instant now, Instant due) {
    jdbc.sql(
            """
            update comms_message set state = 'HELD', due_at = coalesce(
              (select min(due_at) from comms_message where channel = :channel and state = 'HELD' and due_at > :now), :due)
            where id = :id
            """)
        .param("id", id)
        .param("channel", channel)
        .param("now", now.atOffset(UTC))
        .param("due", due.atOffset(UTC))
        .update();
  }

  static Posted postedOf(ResultSet rs, int number) throws SQLException {
    String channelName = rs.getString("channel_name");
    Optional<String> recipient = Optional.ofNullable(rs.getString("recipient"));
    long channel = rs.getLong("channel");
    Optional<Long> leaves = rs.wasNull() ? Optional.empty() : Optional.of(channel);
    return new Posted(
        rs.getLong("id"),
        new Message(
            rs.getString("key"),
            recipient.isPresent() ? Optional.empty() : Optional.of(channelName),
            recipient,
            rs.getString("subject"),
            rs.getString("text"),
            Optional.ofNullable(rs.getString("html")),
            Optional.ofNullable(rs.getString("invite")),
            rs.getString("about"),
            rs.getString("language"),
            new Actor(Actor.Kind.valueOf(rs.getString("actor_kind")), rs.getString("actor"))),
        rs.getObject("wire", UUID.class),
        leaves,
        channelName,
        names(rs.getArray("remaining")),
        names(rs.getArray("refused")),
        MessageState.valueOf(rs.getString("state")),
        rs.getString("says"),
        time(rs, "posted_at").orElseThrow(),
        time(rs, "due_at").orElseThrow(),
        time(rs, "give_up_at").orElseThrow(),
        rs.getInt("tries"),
        time(rs, "ended_at"),
        rs.getLong("version"),
        Optional.ofNullable(rs.getObject("digest", Long.class)));
  }

  private static List<String> names(@Nullable Array some) throws SQLException {
    return some == null ? List.of() : List.of((String[]) some.getArray());
  }

  private static Optional<Instant> time(ResultSet rs, String column) throws SQLException {
    return Optional.ofNullable(rs.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
