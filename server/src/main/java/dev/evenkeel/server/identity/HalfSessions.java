package dev.evenkeel.server.identity;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Browsers of people whose password was right and whose code is awaited. Nothing but the page of
 * the code asks for them.
 */
@Repository
class HalfSessions {
  static final Duration VALID_FOR = Duration.ofMinutes(5);

  private final JdbcClient jdbc;
  private final Clock clock;

  HalfSessions(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * @param provider whether it was the provider that told who it is, and no password
   * @return what the browser keeps in its cookie
   */
  String open(Person person, boolean provider) {
    var code = Code.random("");
    var now = clock.instant();
    jdbc.sql("delete from identity_half_session where expires_at < :now")
        .param("now", now.atOffset(UTC))
        .update();
    jdbc.sql(
            """
            insert into identity_half_session (sha256, person, expires_at, provider)
            values (:sha256, :person, :expires, :provider)
            """)
        .param("sha256", code.digest())
        .param("person", person.name())
        .param("provider", provider)
        .param("expires", now.plus(VALID_FOR).atOffset(UTC))
        .update();
    return code.text();
  }

  /** The name of the person. */
  Optional<String> find(String cookie) {
    return jdbc.sql(
            """
            select p.name from identity_half_session h join identity_person p on p.name = h.person
            where h.sha256 = :sha256 and not p.disabled and h.expires_at >= :now
            """)
        .param("sha256", new Code(cookie).digest())
        .param("now", clock.instant().atOffset(UTC))
        .query(String.class)
        .optional();
  }

  boolean byProvider(String cookie) {
    return jdbc.sql("select provider from identity_half_session where sha256 = :sha256")
        .param("sha256", new Code(cookie).digest())
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  void close(String cookie) {
    jdbc.sql("delete from identity_half_session where sha256 = :sha256")
        .param("sha256", new Code(cookie).digest())
        .update();
  }
}
