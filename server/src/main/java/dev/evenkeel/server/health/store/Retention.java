package dev.evenkeel.server.health.store;

import static dev.evenkeel.server.health.store.Times.utc;

import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Keeps the readings from growing without end: after a while one a minute is enough, and after a
 * long while none. The baseline, just before the first change, stays whole as long as its watch.
 */
@Repository
public class Retention {
  /** What is older has been thinned out before, unless the server was away for that long. */
  private static final Duration THINNED_BEFORE = Duration.ofDays(2);

  private final JdbcClient jdbc;

  Retention(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Of readings older than this, leaves the first of each minute, and those that tell what users
   * did or which failures were logged: no other reading tells the same.
   */
  public int thinOut(Duration detailed, Instant now) {
    return jdbc.sql(
            """
            delete from health_reading reading
            using health_watch watch
            where reading.watch = watch.watch
              and reading.at < :until
              and reading.at > :from
              and (watch.change_began is null
                or reading.at > watch.change_began
                or reading.at < watch.change_began - :detailed * interval '1 second')
              and not jsonb_path_exists(reading.facts, '$[*].acts[*]')
              and not jsonb_path_exists(reading.facts, '$[*].logged ? (@.entries > 0)')
              and exists (
                select from health_reading earlier
                where earlier.watch = reading.watch
                  and earlier.source = reading.source
                  and earlier.target = reading.target
                  and earlier.at >= date_trunc('minute', reading.at)
                  and earlier.at < reading.at)
            """)
        .param("until", utc(now.minus(detailed)))
        .param("from", utc(now.minus(detailed).minus(THINNED_BEFORE)))
        .param("detailed", detailed.toSeconds())
        .update();
  }

  /** Removes watches that were not looked at for this long, with all that is theirs. */
  public int forget(Duration keep, Instant now) {
    jdbc.sql(
            """
            delete from health_reading
            where watch in (select watch from health_watch where last_look < :until)
            """)
        .param("until", utc(now.minus(keep)))
        .update();
    return jdbc.sql("delete from health_watch where last_look < :until")
        .param("until", utc(now.minus(keep)))
        .update();
  }
}
