package dev.evenkeel.server.schedule.feed;

import static java.time.ZoneOffset.UTC;

import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Auditable;
import dev.evenkeel.server.shared.Refused;
import dev.evenkeel.server.shared.Sha256;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives out and takes back secret addresses of feeds. A calendar program cannot send who it is, so
 * whoever has the address may read; it opens nothing else. Only its digest is kept.
 */
@Service
class FeedDesk {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 32;
  private static final int MOST = 1_000;
  private static final Duration READ_EVERY = Duration.ofMinutes(1);

  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  FeedDesk(JdbcClient jdbc, Clock clock, ApplicationEventPublisher events) {
    this.events = events;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Those of teams and systems; what a person has is theirs alone. */
  List<Feed> list() {
    return jdbc.sql(
            "select * from schedule_feed where kind <> 'people' order by kind, name, made_at")
        .query(FeedDesk::feed)
        .list();
  }

  /**
   * @return the secret; shown now and never again
   */
  @Transactional
  String make(String kind, String name, Actor actor) {
    if (list().size() >= MOST) {
      throw new Refused(
          Refused.Kind.TOO_LARGE,
          "There are %d feeds already. Take back those nobody reads.".formatted(MOST));
    }
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    jdbc.sql(
            """
            insert into schedule_feed (id, sha256, kind, name, made_by, made_at)
            values (:id, :sha256, :kind, :name, :by, :at)
            """)
        .param("id", UUID.randomUUID())
        .param("sha256", Sha256.of(secret))
        .param("kind", kind)
        .param("name", name)
        .param("by", actor.name())
        .param("at", clock.instant().atOffset(UTC))
        .update();
    events.publishEvent(
        Auditable.by(actor, "feed made", "/schedule/feeds").with("kind", kind).with("name", name));
    return secret;
  }

  @Transactional
  void revoke(UUID id) {
    if (jdbc.sql("delete from schedule_feed where id = :id").param("id", id).update() == 0) {
      throw new Refused(Refused.Kind.NOT_FOUND, "There is no feed %s.".formatted(id));
    }
    events.publishEvent(Auditable.now("feed taken back", "/schedule/feeds").with("id", id));
  }

  Optional<Feed> of(String kind, String name) {
    return jdbc.sql("select * from schedule_feed where kind = :kind and name = :name")
        .param("kind", kind)
        .param("name", name)
        .query(FeedDesk::feed)
        .optional();
  }

  /** In the place of the one there was. */
  @Transactional
  String renew(String kind, String name, Actor actor) {
    delete(kind, name);
    return make(kind, name, actor);
  }

  @Transactional
  void withdraw(String kind, String name, Actor actor) {
    if (delete(kind, name) > 0) {
      events.publishEvent(
          Auditable.by(actor, "feed taken back", "/schedule/feeds")
              .with("kind", kind)
              .with("name", name));
    }
  }

  private int delete(String kind, String name) {
    // Two that renew at once must not leave two.
    jdbc.sql("select pg_advisory_xact_lock(hashtext(:key))")
        .param("key", "schedule_feed/" + kind + "/" + name)
        .query((row, n) -> n)
        .list();
    return jdbc.sql("delete from schedule_feed where kind = :kind and name = :name")
        .param("kind", kind)
        .param("name", name)
        .update();
  }

  /** The feed of a secret, if it is for this team, system or person. */
  Optional<Feed> find(String secret, String kind, String name) {
    Instant now = clock.instant();
    Optional<Feed> found =
        jdbc.sql(
                """
                select * from schedule_feed
                where sha256 = :sha256 and kind = :kind and name = :name
                """)
            .param("sha256", Sha256.of(secret))
            .param("kind", kind)
            .param("name", name)
            .query(FeedDesk::feed)
            .optional();
    found
        .filter(feed -> feed.lastReadAt().filter(at -> at.isAfter(now.minus(READ_EVERY))).isEmpty())
        .ifPresent(feed ->
            jdbc.sql("update schedule_feed set last_read_at = :now where id = :id")
                .param("now", now.atOffset(UTC))
                .param("id", feed.id())
                .update());
    return found;
  }

  private static Feed feed(ResultSet row, int number) throws SQLException {
    return new Feed(
        row.getObject("id", UUID.class),
        row.getString("kind"),
        row.getString("name"),
        row.getString("made_by"),
        row.getObject("made_at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getObject("last_read_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant));
  }
}
