package dev.evenkeel.server.comms.store;

import static java.time.ZoneOffset.UTC;

import dev.evenkeel.server.comms.Delivery.Outcome;
import dev.evenkeel.server.comms.MessageState;
import dev.evenkeel.server.comms.Posted;
import dev.evenkeel.server.shared.StoredText;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Messages, as those who deliver them need them. */
@Repository
public class LaneStore {
  /** Waits on a channel that is there and not paused. */
  private static final String DUE =
      """
      from comms_message m join comms_channel c on c.id = m.channel
      where m.state = 'WAITING' and m.due_at <= :now and (c.paused_until is null or c.paused_until <= :now)
        and (select count(*) from comms_message s where s.state = 'SENDING' and s.channel = c.id) < :most
      """;

  /** Held for a digest that is to be told by now. */
  private static final String HELD =
      "from comms_message h join comms_channel k on k.id = h.channel where h.state = 'HELD' and h.due_at <= :now";

  private final JdbcClient jdbc;

  LaneStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The one that waits longest and that nobody else takes just now.
   *
   * @param most how many of one channel may be in hand
   */
  public Optional<Posted> next(int most, Instant now) {
    return jdbc.sql(
            "select m.* " + DUE + " order by m.due_at, m.id limit 1 for update of m skip locked")
        .param("now", now.atOffset(UTC))
        .param("most", most)
        .query(MessageStore::postedOf)
        .optional();
  }

  public boolean isDue(int most, Instant now) {
    return jdbc.sql("select exists (select 1 " + DUE + ") or exists (select 1 " + HELD + ")")
        .param("now", now.atOffset(UTC))
        .param("most", most)
        .query(Boolean.class)
        .single();
  }

  /** When something is due next. */
  public Optional<Instant> nextDue() {
    return jdbc.sql(
            """
            select min(case m.state when 'HELD' then m.due_at else greatest(m.due_at, c.paused_until) end)
            from comms_message m join comms_channel c on c.id = m.channel
            where m.state in ('WAITING', 'HELD')
            """)
        .query((rs, n) -> Optional.ofNullable(rs.getObject(1, OffsetDateTime.class)))
        .single()
        .map(OffsetDateTime::toInstant);
  }

  /**
   * Writes down that it is about to be tried.
   *
   * @return the id of the attempt
   */
  public long begin(long message, int lane, Instant now) {
    int number =
        jdbc.sql(
                """
                update comms_message set state = 'SENDING', lane = :lane, tries = tries + 1, version = version + 1
                where id = :id
                returning tries
                """)
            .param("lane", lane)
            .param("id", message)
            .query(Integer.class)
            .single();
    return jdbc.sql(
            "insert into comms_delivery (message, number, started_at) values (:message, :number, :now) returning id")
        .param("message", message)
        .param("number", number)
        .param("now", now.atOffset(UTC))
        .query(Long.class)
        .single();
  }

  /**
   * From now on it may have arrived.
   *
   * @return false when somebody else has ended the attempt meanwhile
   */
  public boolean handingOver(long delivery, Instant now) {
    return jdbc.sql(
                "update comms_delivery set handed_over_at = :now where id = :id and ended_at is null")
            .param("now", now.atOffset(UTC))
            .param("id", delivery)
            .update()
        == 1;
  }

  /**
   * @return false when somebody else has ended it meanwhile
   */
  public boolean end(long delivery, Outcome outcome, String says, Instant now) {
    return jdbc.sql(
                """
                update comms_delivery set outcome = :outcome, says = :says, ended_at = :now
                where id = :id and ended_at is null
                """)
            .param("outcome", outcome.name())
            .param("says", StoredText.of(says))
            .param("now", now.atOffset(UTC))
            .param("id", delivery)
            .update()
        == 1;
  }

  public void lay(
      long message,
      MessageState state,
      String says,
      Instant due,
      List<String> remaining,
      List<String> refused,
      Instant now) {
    boolean over = state != MessageState.WAITING;
    jdbc.sql(
            """
            update comms_message set state = :state, says = :says, due_at = :due, remaining = :remaining, refused = :refused, ended_at = :ended_at,
              lane = null, version = version + 1
            where id = :id and state = 'SENDING'
            """)
        .param("state", state.name())
        .param("says", StoredText.of(says))
        .param("due", due.atOffset(UTC))
        .param(
            "remaining", remaining.isEmpty() ? null : remaining.toArray(String[]::new), Types.ARRAY)
        .param("refused", refused.isEmpty() ? null : refused.toArray(String[]::new), Types.ARRAY)
        .param("ended_at", over ? now.atOffset(UTC) : null, Types.TIMESTAMP_WITH_TIMEZONE)
        .param("id", message)
        .update();
    if (state == MessageState.SENT) {
      jdbc.sql(
              """
              update comms_message set state = 'SENT', ended_at = :now, version = version + 1
              where digest = :id and state = 'GATHERED'
              """)
          .param("now", now.atOffset(UTC))
          .param("id", message)
          .update();
    }
  }

  /** A channel whose digest is due, kept from all others until the transaction is over. */
  public Optional<Long> gathering(Instant now) {
    return jdbc.sql(
            "select c.id from comms_channel c where c.id in (select h.channel "
                + HELD
                + ") order by c.id limit 1 for no key update of c skip locked")
        .param("now", now.atOffset(UTC))
        .query(Long.class)
        .optional();
  }

  /** What is held on a channel, the oldest first. */
  public List<Posted> held(long channel, int most) {
    return jdbc.sql(
            "select * from comms_message where channel = :channel and state = 'HELD' order by id limit :most for update")
        .param("channel", channel)
        .param("most", most)
        .query(MessageStore::postedOf)
        .list();
  }

  public void gather(List<Long> held, long digest) {
    jdbc.sql(
            """
            update comms_message set state = 'GATHERED', digest = :digest, says = :says, version = version + 1
            where id in (:held) and state = 'HELD'
            """)
        .param("digest", digest)
        .param("says", "Told in the digest, message %d.".formatted(digest))
        .param("held", held)
        .update();
  }

  /** What a lane had in hand when it ended without a word. */
  public record Left(Posted posted, long delivery, boolean handedOver) {}

  public List<Left> left(int lane) {
    return jdbc.sql(
            """
            select m.*, d.id as delivery_id, d.handed_over_at is not null as handed_over
            from comms_message m join comms_delivery d on d.message = m.id and d.number = m.tries
            where m.state = 'SENDING' and m.lane = :lane
            """)
        .param("lane", lane)
        .query((rs, n) ->
            new Left(
                MessageStore.postedOf(rs, n),
                rs.getLong("delivery_id"),
                rs.getBoolean("handed_over")))
        .list();
  }
}
