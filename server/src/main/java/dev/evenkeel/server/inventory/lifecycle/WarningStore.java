package dev.evenkeel.server.inventory.lifecycle;

import dev.evenkeel.estate.backlog.Standing;
import dev.evenkeel.server.shared.StoredText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps warnings, each once: for a system, what ends, the day, and the distance. */
@Repository
class WarningStore {
  /** How many are written by one statement. */
  static final int AT_ONCE = 5_000;

  private final JdbcClient jdbc;

  WarningStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Writes down what is not there yet. Several servers may do so at the same time.
   *
   * @return what was not told before
   */
  List<SupportWarning> tell(List<SupportWarning> due) {
    // What is there already is left out before: a conflict would use up a number each time.
    return jdbc.sql(
            """
            insert into inventory_warning (at, system, what, ends, days, says)
            select :at, due.* from unnest(:systems::text[], :whats::text[], :ends::date[], :days::int[], :says::text[])
              as due (system, what, ends, days, says)
            where not exists (
              select from inventory_warning told
              where told.system = due.system and told.what = due.what and told.days = due.days
                and (told.ends = due.ends or due.says like '%' || :undated))
            on conflict (system, what, ends, days) do nothing
            returning *
            """)
        .param("at", due.getFirst().at().atOffset(ZoneOffset.UTC))
        .param("systems", due.stream().map(SupportWarning::system).toArray(String[]::new))
        .param("whats", due.stream().map(one -> one.what().name()).toArray(String[]::new))
        .param("ends", due.stream().map(one -> one.ends().toString()).toArray(String[]::new))
        .param("days", due.stream().map(SupportWarning::days).toArray(Integer[]::new))
        .param("says", due.stream().map(SupportWarning::says).toArray(String[]::new))
        .param("undated", Standing.End.UNDATED)
        .query(WarningStore::warning)
        .list();
  }

  List<SupportWarning> newest(WarningFilter wanted) {
    return jdbc.sql(
            """
            select * from inventory_warning
            where id < :before and (:days::int is null or days = :days)
              and (:q = '' or position(lower(:q) in lower(system || ' ' || says)) > 0)
            order by id desc limit :limit
            """)
        .param("before", wanted.before())
        .param("days", wanted.days().orElse(null), Types.INTEGER)
        .param("q", StoredText.of(wanted.q().strip()))
        .param("limit", wanted.limit())
        .query(WarningStore::warning)
        .list();
  }

  private static SupportWarning warning(ResultSet rs, int n) throws SQLException {
    return new SupportWarning(
        rs.getLong("id"),
        rs.getObject("at", OffsetDateTime.class).toInstant(),
        rs.getString("system"),
        Standing.What.valueOf(rs.getString("what")),
        rs.getObject("ends", LocalDate.class),
        rs.getInt("days"),
        rs.getString("says"));
  }
}
