package dev.evenkeel.server.tasks.store;

import static java.time.ZoneOffset.UTC;

import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.tasks.Launch;
import dev.evenkeel.server.tasks.Owner;
import dev.evenkeel.server.tasks.ProofKind;
import dev.evenkeel.server.tasks.Task;
import dev.evenkeel.server.tasks.TaskState;
import dev.evenkeel.server.tasks.Work;
import dev.evenkeel.server.tasks.deadline.Basis;
import dev.evenkeel.server.tasks.deadline.Offset;
import dev.evenkeel.server.tasks.deadline.Workdays;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Rows of launches and tasks as what they are. */
final class TaskRows {
  private static final JsonMapper JSON = JsonMapper.shared();

  private TaskRows() {}

  static Launch launch(ResultSet row, int n) throws SQLException {
    return new Launch(
        row.getLong("id"),
        row.getLong("upgrade"),
        row.getString("template"),
        row.getInt("template_version"),
        row.getString("title"),
        instant(row, "launched_at").orElseThrow(),
        ZoneId.of(row.getString("zone")),
        new Workdays(
            row.getBoolean("working_days"),
            Arrays.stream((Date[]) row.getArray("days_off").getArray())
                .map(Date::toLocalDate)
                .collect(Collectors.toSet())),
        Optional.ofNullable(row.getObject("go_live", LocalDate.class)),
        instant(row, "window_start"),
        new Actor(Actor.Kind.valueOf(row.getString("by_kind")), row.getString("by_name")),
        instant(row, "checked_at").orElseThrow(),
        row.getLong("version"));
  }

  static Task task(ResultSet row, int n) throws SQLException {
    String endedBy = row.getString("ended_by");
    return new Task(
        row.getLong("id"),
        row.getLong("launch"),
        row.getLong("upgrade"),
        row.getInt("position"),
        row.getString("key"),
        row.getString("module"),
        new Task.Duty(
            row.getString("title"),
            row.getString("detail"),
            new Owner(Owner.Kind.valueOf(row.getString("owner_kind")), row.getString("owner"))),
        new Task.Timing(
            Basis.valueOf(row.getString("basis")),
            Offset.parse(row.getString("time_offset")).orElseThrow(),
            List.of((String[]) row.getArray("after").getArray()),
            instant(row, "moved_to")),
        instant(row, "due"),
        ProofKind.valueOf(row.getString("proof")),
        List.of((String[]) row.getArray("capabilities").getArray()),
        JSON.readValue(row.getString("body"), Work.class),
        Optional.ofNullable(row.getString("evidence")),
        TaskState.valueOf(row.getString("state")),
        endedBy == null
            ? Optional.empty()
            : Optional.of(
                new Task.End(
                    new Actor(Actor.Kind.valueOf(row.getString("ended_kind")), endedBy),
                    instant(row, "ended_at").orElseThrow(),
                    Optional.ofNullable(row.getString("ended_says")))),
        row.getLong("version"));
  }

  static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  static @Nullable OffsetDateTime at(Optional<Instant> instant) {
    return instant.map(one -> one.atOffset(UTC)).orElse(null);
  }
}
