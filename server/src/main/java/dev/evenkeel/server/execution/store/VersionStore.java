package dev.evenkeel.server.execution.store;

import static dev.evenkeel.server.execution.store.RunStore.utc;

import dev.evenkeel.server.execution.RunId;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The versions targets were seen to have. Which was seen first is told by the order in which they
 * were written down, as the clock may have been set between.
 */
@Repository
public class VersionStore {
  private final JdbcClient jdbc;

  VersionStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public void seen(RunId run, String target, String version, Instant at) {
    jdbc.sql(
            """
            insert into execution_version (run, target, at, version)
            values (:run, :target, :at, :version)
            """)
        .param("run", run.value())
        .param("target", target)
        .param("at", utc(at))
        .param("version", version)
        .update();
  }

  /** The version each target was last seen to have. */
  public Map<String, String> newest(RunId run) {
    Map<String, String> versions = new TreeMap<>();
    jdbc.sql(
            """
            select distinct on (target) target, version from execution_version
            where run = :run order by target, seq desc
            """)
        .param("run", run.value())
        .query(rs -> {
          versions.put(rs.getString("target"), rs.getString("version"));
        });
    return versions;
  }

  /** The version each target was first seen to have, before the first change. */
  public Map<String, String> oldest(RunId run) {
    Map<String, String> versions = new TreeMap<>();
    jdbc.sql(
            """
            select distinct on (target) target, version from execution_version
            where run = :run order by target, seq
            """)
        .param("run", run.value())
        .query(rs -> {
          versions.put(rs.getString("target"), rs.getString("version"));
        });
    return versions;
  }
}
