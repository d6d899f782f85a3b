package dev.evenkeel.server.comms.beat;

import static java.time.ZoneOffset.UTC;

import dev.evenkeel.server.execution.RunId;
import dev.evenkeel.server.plan.UpgradeId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Words while runs were under way. */
@Repository
class BeatStore {
  private final JdbcClient jdbc;

  BeatStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @return false when there is one under this key
   */
  boolean add(String key, RunId run, UpgradeId upgrade, Beat beat) {
    return jdbc.sql(
                """
                insert into comms_beat (key, run, upgrade, kind, at, actor, says)
                values (:key, :run, :upgrade, :kind, :at, :actor, :says) on conflict do nothing
                """)
            .param("key", key)
            .param("run", run.value())
            .param("upgrade", upgrade.value())
            .param("kind", beat.kind().name())
            .param("at", beat.at().atOffset(UTC))
            .param("actor", beat.by())
            .param("says", beat.says())
            .update()
        == 1;
  }

  /** Of a run, the newest first. */
  List<Beat> of(RunId run, UpgradeId upgrade) {
    return jdbc.sql(
            "select * from comms_beat where run = :run and upgrade = :upgrade order by at desc limit 500")
        .param("run", run.value())
        .param("upgrade", upgrade.value())
        .query(BeatStore::beatOf)
        .list();
  }

  /** Of all runs of an upgrade, the newest first. */
  List<Beat> of(UpgradeId upgrade) {
    return jdbc.sql("select * from comms_beat where upgrade = :upgrade order by at desc limit 500")
        .param("upgrade", upgrade.value())
        .query(BeatStore::beatOf)
        .list();
  }

  /** A word with the run it was said of. */
  record Word(String run, Beat.Kind kind, Instant at, String by, String says) {}

  /** All of an upgrade, the oldest first. */
  List<Word> all(UpgradeId upgrade) {
    return jdbc.sql("select * from comms_beat where upgrade = :upgrade order by at, key")
        .param("upgrade", upgrade.value())
        .query((row, n) -> {
          Beat beat = beatOf(row, n);
          return new Word(row.getString("run"), beat.kind(), beat.at(), beat.by(), beat.says());
        })
        .list();
  }

  private static Beat beatOf(ResultSet row, int n) throws SQLException {
    return new Beat(
        Beat.Kind.valueOf(row.getString("kind")),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("actor"),
        row.getString("says"));
  }
}
