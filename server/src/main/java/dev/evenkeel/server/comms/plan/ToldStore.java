package dev.evenkeel.server.comms.plan;

import static java.time.ZoneOffset.UTC;

import dev.evenkeel.server.plan.UpgradeId;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** For when people were told that upgrades happen. */
@Repository
class ToldStore {
  private final JdbcClient jdbc;

  ToldStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(UpgradeId upgrade, Told told) {
    jdbc.sql(
            """
            insert into comms_notice (upgrade, at, window_start, window_end, exact)
            values (:upgrade, :at, :start, :end, :exact) on conflict do nothing
            """)
        .param("upgrade", upgrade.value())
        .param("at", told.at().atOffset(UTC))
        .param("start", told.window().start().atOffset(UTC))
        .param("end", told.window().end().atOffset(UTC))
        .param("exact", told.window().exact())
        .update();
  }

  /** Of what was told last. */
  Optional<Told> last(UpgradeId upgrade) {
    return jdbc.sql("select * from comms_notice where upgrade = :upgrade order by at desc limit 1")
        .param("upgrade", upgrade.value())
        .query((row, n) ->
            new Told(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                new Window(
                    row.getObject("window_start", OffsetDateTime.class).toInstant(),
                    row.getObject("window_end", OffsetDateTime.class).toInstant(),
                    row.getBoolean("exact"))))
        .optional();
  }
}
