package dev.evenkeel.server.execution.store;

import static dev.evenkeel.server.execution.store.RunStore.instant;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The servers on this database and when each was last heard of, by the clock of the database: those
 * of the servers need not agree.
 */
@Repository
public class ServerStore {
  /** After so long without a word a server is missing. */
  static final Duration SILENCE = Duration.ofMinutes(1);

  private final JdbcClient jdbc;

  ServerStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A server that is not heard of any more. */
  public record Missing(String host, Instant since) {}

  public void isThere(String name, String host) {
    jdbc.sql(
            """
            insert into execution_server (name, host, seen_at) values (:name, :host, now())
            on conflict (name) do update set host = excluded.host, seen_at = excluded.seen_at
            """)
        .param("name", name)
        .param("host", host)
        .update();
  }

  /** Empty also when it was never heard of at all. */
  public Optional<Missing> missing(String name) {
    return jdbc.sql(
            """
            select host, seen_at from execution_server
            where name = :name and seen_at < now() - make_interval(secs => :silence)
            """)
        .param("name", name)
        .param("silence", SILENCE.toSeconds())
        .query((rs, n) -> new Missing(rs.getString("host"), instant(rs, "seen_at").orElseThrow()))
        .optional();
  }
}
