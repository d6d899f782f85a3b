package dev.evenkeel.server.execution.store;

import static dev.evenkeel.server.execution.store.RunStore.instant;
import static dev.evenkeel.server.execution.store.RunStore.utc;

import dev.evenkeel.server.execution.HoursOverride;
import dev.evenkeel.server.execution.RunId;
import dev.evenkeel.server.execution.machine.RunCommand;
import dev.evenkeel.server.shared.Auditable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Who let which run go forward outside of its window or inside of a freeze; append-only. */
@Repository
public class OverrideStore {
  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;
  private final JsonMapper json;

  OverrideStore(JdbcClient jdbc, JsonMapper json, ApplicationEventPublisher events) {
    this.events = events;
    this.jdbc = jdbc;
    this.json = json;
  }

  /**
   * One that stands on record.
   *
   * @param role the roles they had then
   * @param against what spoke against it then
   */
  public record Kept(
      long seq,
      RunId run,
      String name,
      Instant at,
      String actor,
      String role,
      RunCommand command,
      List<String> against,
      String reason) {}

  @Transactional
  public void add(
      RunId run,
      Instant at,
      String actor,
      RunCommand command,
      List<String> against,
      HoursOverride override) {
    jdbc.sql(
            """
            insert into execution_override (run, at, actor, role, command, against, reason)
            values (:run, :at, :actor, :role, :command, :against::jsonb, :reason)
            """)
        .param("run", run.value())
        .param("at", utc(at))
        .param("actor", actor)
        .param("role", override.rights().words())
        .param("command", command.name())
        .param("against", json.writeValueAsString(against))
        .param("reason", override.reason())
        .update();
    events.publishEvent(
        Auditable.now("run overridden", "/runs/" + run)
            .with(Auditable.FOR, actor)
            .with("order", command)
            .with("roles", override.rights().words())
            .with("against", String.join(" ", against))
            .with("reason", override.reason()));
  }

  /** Those of a run, the oldest first. */
  public List<Kept> of(RunId run) {
    return jdbc.sql(
            """
            select override.*, run.name
            from execution_override override join execution_run run on run.id = override.run
            where override.run = :run order by override.seq
            """)
        .param("run", run.value())
        .query(this::row)
        .list();
  }

  /** All of them, the newest first. */
  public List<Kept> newest(int limit) {
    return jdbc.sql(
            """
            select override.*, run.name
            from execution_override override join execution_run run on run.id = override.run
            order by override.seq desc limit :limit
            """)
        .param("limit", limit)
        .query(this::row)
        .list();
  }

  private Kept row(ResultSet rs, int n) throws SQLException {
    List<String> against = json.readValue(rs.getString("against"), new TypeReference<>() {});
    return new Kept(
        rs.getLong("seq"),
        new RunId(rs.getString("run")),
        rs.getString("name"),
        instant(rs, "at").orElseThrow(),
        rs.getString("actor"),
        rs.getString("role").toLowerCase(Locale.ROOT),
        RunCommand.valueOf(rs.getString("command")),
        against,
        rs.getString("reason"));
  }
}
