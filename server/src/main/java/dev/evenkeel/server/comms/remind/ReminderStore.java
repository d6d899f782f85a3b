package dev.evenkeel.server.comms.remind;

import static java.time.ZoneOffset.UTC;

import dev.evenkeel.server.comms.draft.Language;
import dev.evenkeel.server.comms.remind.ReminderTerms.Mode;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How people want to be reminded, and of what they were. */
@Repository
class ReminderStore {
  private static final LocalDate NEVER = LocalDate.EPOCH;

  private final JdbcClient jdbc;

  ReminderStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param version 0 while the person said nothing
   */
  record Kept(ReminderTerms terms, long version) {
    static final Kept USUAL = new Kept(ReminderTerms.USUAL, 0);
  }

  /**
   * @param day empty before the first time
   */
  record Last(Optional<LocalDate> day, Digest.Told told) {}

  Map<String, Kept> all() {
    Map<String, Kept> all = new HashMap<>();
    jdbc.sql("select * from comms_reminder")
        .query((row, n) -> Map.entry(row.getString("person"), kept(row)))
        .list()
        .forEach(one -> all.put(one.getKey(), one.getValue()));
    return all;
  }

  Kept of(String person) {
    return jdbc.sql("select * from comms_reminder where person = :person")
        .param("person", person)
        .query((row, n) -> kept(row))
        .optional()
        .orElse(Kept.USUAL);
  }

  private static Kept kept(ResultSet row) throws SQLException {
    return new Kept(
        new ReminderTerms(
            Mode.valueOf(row.getString("mode")),
            row.getTime("at").toLocalTime(),
            Optional.ofNullable(row.getString("zone")).map(ZoneId::of),
            Language.of(row.getString("language")),
            row.getInt("soon_days"),
            row.getBoolean("weekends")),
        row.getLong("version"));
  }

  /**
   * @return false when the version is another by now
   */
  boolean keep(String person, ReminderTerms terms, long seen, Instant at) {
    String sql =
        seen == 0
            ? """
            insert into comms_reminder (person, mode, at, zone, language, soon_days, weekends, changed_at)
            values (:person, :mode, :at, :zone, :language, :soon_days, :weekends, :changed_at)
            on conflict do nothing
            """
            : """
            update comms_reminder set mode = :mode, at = :at, zone = :zone, language = :language, soon_days = :soon_days,
              weekends = :weekends, changed_at = :changed_at, version = version + 1
            where person = :person and version = :seen
            """;
    return jdbc.sql(sql)
            .param("person", person)
            .param("mode", terms.mode().name())
            .param("at", Time.valueOf(terms.at()))
            .param("zone", terms.zone().map(ZoneId::getId).orElse(null), Types.VARCHAR)
            .param("language", terms.language().word())
            .param("soon_days", terms.soonDays())
            .param("weekends", terms.weekends())
            .param("changed_at", at.atOffset(UTC))
            .param("seen", seen)
            .update()
        == 1;
  }

  /** When people were looked at last. */
  Map<String, LocalDate> days() {
    return jdbc
        .sql("select person, day from comms_reminded")
        .query((row, n) -> Map.entry(row.getString("person"), row.getDate("day").toLocalDate()))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  Optional<LocalDate> day(String person) {
    return jdbc.sql("select day from comms_reminded where person = :person")
        .param("person", person)
        .query(LocalDate.class)
        .optional();
  }

  /** Nobody else looks at them before the transaction has ended. */
  Last lock(String person) {
    jdbc.sql(
            "insert into comms_reminded (person, day) values (:person, :never) on conflict do nothing")
        .param("person", person)
        .param("never", Date.valueOf(NEVER))
        .update();
    return jdbc.sql("select * from comms_reminded where person = :person for update")
        .param("person", person)
        .query((row, n) ->
            new Last(
                Optional.of(row.getDate("day").toLocalDate()).filter(NEVER::isBefore),
                new Digest.Told(
                    keys(row, "known", "known_waits"), keys(row, "soon", "soon_waits"))))
        .single();
  }

  void remember(String person, LocalDate day, Digest.Told told) {
    jdbc.sql(
            """
            update comms_reminded set day = :day, known = :known, soon = :soon, known_waits = :known_waits,
              soon_waits = :soon_waits
            where person = :person
            """)
        .param("person", person)
        .param("day", Date.valueOf(day))
        .param("known", tasks(told.known()))
        .param("soon", tasks(told.soon()))
        .param("known_waits", others(told.known()))
        .param("soon_waits", others(told.soon()))
        .update();
  }

  /** Of which tasks somebody was told at once, with the last deadline of each they were told of. */
  Map<Long, Instant> urged(String person) {
    Map<Long, Instant> urged = new HashMap<>();
    jdbc.sql("select task, due from comms_urged where person = :person order by at")
        .param("person", person)
        .query((row, n) ->
            Map.entry(row.getLong("task"), row.getObject("due", OffsetDateTime.class).toInstant()))
        .list()
        .forEach(one -> urged.put(one.getKey(), one.getValue()));
    return urged;
  }

  /**
   * @return false when the person was told of it
   */
  boolean urge(String person, long task, Instant due, Instant at) {
    return jdbc.sql(
                """
                insert into comms_urged (person, task, due, at) values (:person, :task, :due, :at) on conflict do nothing
                """)
            .param("person", person)
            .param("task", task)
            .param("due", due.atOffset(UTC))
            .param("at", at.atOffset(UTC))
            .update()
        == 1;
  }

  private static Long[] tasks(Collection<String> keys) {
    return keys.stream()
        .filter(key -> key.startsWith(Digest.TASK))
        .map(key -> Long.valueOf(key.substring(Digest.TASK.length())))
        .sorted()
        .toArray(Long[]::new);
  }

  private static String[] others(Collection<String> keys) {
    return keys.stream()
        .filter(key -> !key.startsWith(Digest.TASK))
        .sorted()
        .toArray(String[]::new);
  }

  private static Set<String> keys(ResultSet row, String tasks, String others) throws SQLException {
    Set<String> keys = new HashSet<>(List.of((String[]) row.getArray(others).getArray()));
    for (Long task : (Long[]) row.getArray(tasks).getArray()) {
      keys.add(Digest.TASK + task);
    }
    return keys;
  }
}
