package dev.evenkeel.server.execution.store;

import static dev.evenkeel.server.execution.store.RunStore.instant;
import static dev.evenkeel.server.execution.store.RunStore.utc;

import dev.evenkeel.server.execution.RunId;
import dev.evenkeel.server.execution.machine.Appointment;
import dev.evenkeel.server.shared.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * When runs shall start by themselves, at most one row a run. Whoever writes has locked the run.
 */
@Repository
public class AppointmentStore {
  private final JdbcClient jdbc;
  private final JsonMapper json;

  AppointmentStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  public Optional<Appointment> find(RunId run) {
    return jdbc.sql("select * from execution_appointment where run = :run")
        .param("run", run.value())
        .query(this::row)
        .optional();
  }

  public Map<RunId, Appointment> of(Collection<RunId> runs) {
    Map<RunId, Appointment> found = new HashMap<>();
    jdbc.sql("select * from execution_appointment where run = any(:runs)")
        .param("runs", runs.stream().map(RunId::value).toArray(String[]::new))
        .query(rs -> {
          found.put(new RunId(rs.getString("run")), row(rs, 0));
        });
    return found;
  }

  /** Those that are kept without a person, with their time. */
  public Map<RunId, Instant> waiting() {
    Map<RunId, Instant> found = new HashMap<>();
    jdbc.sql(
            "select run, starts_at from execution_appointment where state = 'WAITING' and doubt is null")
        .query(rs -> {
          found.put(new RunId(rs.getString("run")), instant(rs, "starts_at").orElseThrow());
        });
    return found;
  }

  /** Writes it over the one that was read under the lock, or as the first. */
  public void save(RunId run, Appointment next) {
    jdbc.sql(
            """
            insert into execution_appointment
              (run, starts_at, latest, made_at, made_by, made_by_kind, override, state, reasons, doubt, version)
            values (:run, :at, :latest, :madeAt, :madeBy, :kind, :override, :state, :reasons::jsonb, :doubt, :version)
            on conflict (run) do update
            set starts_at = excluded.starts_at, latest = excluded.latest, made_at = excluded.made_at,
                made_by = excluded.made_by, made_by_kind = excluded.made_by_kind,
                override = excluded.override, state = excluded.state, reasons = excluded.reasons,
                doubt = excluded.doubt, version = excluded.version
            """)
        .param("run", run.value())
        .param("at", utc(next.startsAt()))
        .param("latest", utc(next.latest()))
        .param("madeAt", utc(next.madeAt()))
        .param("madeBy", next.madeBy().name())
        .param("kind", next.madeBy().kind().name())
        .param("override", next.override().orElse(null))
        .param("state", next.state().name())
        .param("reasons", json.writeValueAsString(next.reasons()))
        .param("doubt", next.doubt().orElse(null))
        .param("version", next.version())
        .update();
  }

  private Appointment row(ResultSet rs, int n) throws SQLException {
    List<String> reasons = json.readValue(rs.getString("reasons"), new TypeReference<>() {});
    return new Appointment(
        instant(rs, "starts_at").orElseThrow(),
        instant(rs, "latest").orElseThrow(),
        instant(rs, "made_at").orElseThrow(),
        new Actor(Actor.Kind.valueOf(rs.getString("made_by_kind")), rs.getString("made_by")),
        Optional.ofNullable(rs.getString("override")),
        Appointment.State.valueOf(rs.getString("state")),
        reasons,
        Optional.ofNullable(rs.getString("doubt")),
        rs.getLong("version"));
  }
}
