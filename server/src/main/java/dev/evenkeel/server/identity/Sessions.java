package dev.evenkeel.server.identity;

import static java.time.ZoneOffset.UTC;

import dev.evenkeel.server.shared.Actor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Signed-in browsers. They are in the database, so that every server of a cluster knows them and
 * signing out counts everywhere at once.
 */
@Service
public class Sessions {
  /** Without a request for so long, somebody is signed out. */
  static final Duration IDLE = Duration.ofHours(12);

  /** After so long everybody signs in again. */
  static final Duration LONGEST = Duration.ofDays(7);

  /** Requests closer together than this are not written down one by one. */
  private static final Duration SEEN_EVERY = Duration.ofMinutes(1);

  private final JdbcClient jdbc;
  private final Clock clock;

  Sessions(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * @return what the browser keeps in its cookie
   */
  public String open(Person person) {
    var code = Code.random("");
    var now = clock.instant();
    jdbc.sql("delete from identity_session where expires_at < :now or seen_at < :idle")
        .param("now", now.atOffset(UTC))
        .param("idle", now.minus(IDLE).atOffset(UTC))
        .update();
    jdbc.sql(
            """
            insert into identity_session (sha256, person, created_at, seen_at, expires_at)
            values (:sha256, :person, :now, :now, :expires)
            """)
        .param("sha256", code.digest())
        .param("person", person.name())
        .param("now", now.atOffset(UTC))
        .param("expires", now.plus(LONGEST).atOffset(UTC))
        .update();
    return code.text();
  }

  Optional<SignedIn> find(String cookie) {
    record Found(SignedIn who, Instant seenAt) {}
    var digest = new Code(cookie).digest();
    var now = clock.instant();
    var found =
        jdbc.sql(
                """
                select p.name, s.seen_at,
                  array(select role || coalesce(' ' || team, '') from identity_grant where person = p.name) as grants
                from identity_session s join identity_person p on p.name = s.person
                where s.sha256 = :sha256 and not p.disabled and s.expires_at >= :now and s.seen_at >= :idle
                """)
            .param("sha256", digest)
            .param("now", now.atOffset(UTC))
            .param("idle", now.minus(IDLE).atOffset(UTC))
            .query((row, number) ->
                new Found(
                    new SignedIn(
                        Actor.person(row.getString("name")), Grants.read(row.getArray("grants"))),
                    row.getObject("seen_at", OffsetDateTime.class).toInstant()))
            .optional();
    if (found.isPresent() && found.get().seenAt().isBefore(now.minus(SEEN_EVERY))) {
      jdbc.sql("update identity_session set seen_at = :now where sha256 = :sha256")
          .param("now", now.atOffset(UTC))
          .param("sha256", digest)
          .update();
    }
    return found.map(Found::who);
  }

  public void close(String cookie) {
    jdbc.sql("delete from identity_session where sha256 = :sha256")
        .param("sha256", new Code(cookie).digest())
        .update();
  }

  void closeAllOf(String person) {
    jdbc.sql("delete from identity_session where person = :person")
        .param("person", person)
        .update();
  }
}
