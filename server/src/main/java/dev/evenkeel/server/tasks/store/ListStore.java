package dev.evenkeel.server.tasks.store;

import static java.time.ZoneOffset.UTC;

import dev.evenkeel.server.tasks.Hats;
import dev.evenkeel.server.tasks.Task;
import dev.evenkeel.server.tasks.TaskStanding;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tasks over all upgrades: those of somebody's hats, and how upgrades stand. */
@Repository
public class ListStore {
  private final JdbcClient jdbc;

  ListStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What is open for any of these, the most urgent first: of each its first, as the index has them.
   */
  public List<Task> open(Hats hats, int limit) {
    // Two kinds of hats apart, so that each finds its first in the order of an index.
    return worn(
            hats,
            """
            select mine.* from
            """
                + WORN
                + """
                , lateral (
                  (select * from tasks_task t where one.upgrade is null
                    and t.state = 'OPEN' and t.owner_kind = one.kind and t.owner = one.name and
                """
                + ASKED
                + """
                   order by t.due nulls last limit :limit)
                  union all
                  (select * from tasks_task t where t.upgrade = one.upgrade
                    and t.state = 'OPEN' and t.owner_kind = one.kind and t.owner = one.name and
                """
                + ASKED
                + """
                   order by t.due nulls last limit :limit)) as mine
                order by mine.due nulls last, mine.id limit :limit
                """)
        .param("limit", limit)
        .query(TaskRows::task)
        .list();
  }

  /** How many are open for any of these, and how many of them are late. */
  public Map<String, Long> counts(Hats hats, Instant now) {
    return worn(
            hats,
            """
            select count(*) as open, count(*) filter (where t.due < :now) as overdue from
            """
                + WORN
                + """
                join tasks_task t on t.state = 'OPEN' and t.owner_kind = one.kind and t.owner = one.name
                  and (one.upgrade is null or t.upgrade = one.upgrade)
                where
                """
                + ASKED)
        .param("now", now.atOffset(UTC))
        .query((row, n) -> Map.of("open", row.getLong("open"), "overdue", row.getLong("overdue")))
        .single();
  }

  /**
   * Nobody is asked for what was dropped. The few launches that were are gathered once for a query;
   * looked up for each task they cost more than all the rest of it.
   */
  private static final String ASKED = "launch not in (select id from tasks_launch where dropped)";

  /** Each hat, with the upgrade it is worn in; of one that is worn everywhere that is null. */
  private static final String WORN =
      "unnest(cast(:kinds as text[]), cast(:names as text[]), cast(:upgrades as bigint[])) as one(kind, name, upgrade)";

  private JdbcClient.StatementSpec worn(Hats hats, String sql) {
    List<String> kinds = new ArrayList<>();
    List<String> names = new ArrayList<>();
    List<@Nullable Long> upgrades = new ArrayList<>();
    hats.everywhere()
        .forEach(owner -> {
          kinds.add(owner.kind().name());
          names.add(owner.name());
          upgrades.add(null);
        });
    hats.within()
        .forEach((upgrade, owners) ->
            owners.forEach(owner -> {
              kinds.add(owner.kind().name());
              names.add(owner.name());
              upgrades.add(upgrade);
            }));
    return jdbc.sql(sql)
        .param("kinds", kinds.toArray(String[]::new))
        .param("names", names.toArray(String[]::new))
        .param("upgrades", upgrades.toArray(Long[]::new));
  }

  /** People to whom open tasks are written by name, in the order of their names. */
  public List<String> owners() {
    return jdbc.sql(
            """
            select distinct owner from tasks_task where state = 'OPEN' and owner_kind = 'PERSON' and
            """
                + ASKED
                + " order by owner")
        .query((row, n) -> row.getString("owner"))
        .list();
  }

  /** How each upgrade stands, the most overdue first. */
  public List<TaskStanding> standings(Instant now, int from, int limit) {
    return jdbc.sql(
            STANDINGS
                + " where "
                + ASKED
                + " group by upgrade order by overdue desc, next nulls last, upgrade offset :from limit :limit")
        .param("now", now.atOffset(UTC))
        .param("from", from)
        .param("limit", limit)
        .query(ListStore::standingOf)
        .list();
  }

  public Optional<TaskStanding> standing(long upgrade, Instant now) {
    return jdbc.sql(STANDINGS + " where upgrade = :upgrade group by upgrade")
        .param("now", now.atOffset(UTC))
        .param("upgrade", upgrade)
        .query(ListStore::standingOf)
        .optional();
  }

  private static final String STANDINGS =
      """
      select upgrade, count(*) filter (where state = 'OPEN') as open,
        count(*) filter (where state = 'OPEN' and due < :now) as overdue,
        count(*) filter (where state = 'DONE') as done,
        count(*) filter (where state = 'SKIPPED') as skipped,
        min(due) filter (where state = 'OPEN') as next
      from tasks_task
      """;

  private static TaskStanding standingOf(ResultSet row, int n) throws SQLException {
    return new TaskStanding(
        row.getLong("upgrade"),
        row.getInt("open"),
        row.getInt("overdue"),
        row.getInt("done"),
        row.getInt("skipped"),
        TaskRows.instant(row, "next"));
  }
}
