package dev.evenkeel.server.tasks.store;

import static java.time.ZoneOffset.UTC;

import dev.evenkeel.server.tasks.Launch;
import dev.evenkeel.server.tasks.Task;
import java.sql.Date;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Launches and their tasks as they are now. */
@Repository
public class TaskStore {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final JdbcClient jdbc;

  TaskStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public long add(Launch launch) {
    return jdbc.sql(
            """
            insert into tasks_launch (upgrade, template, template_version, title, launched_at, zone, working_days,
              days_off, go_live, window_start, by_kind, by_name, checked_at)
            values (:upgrade, :template, :template_version, :title, :launched_at, :zone, :working_days,
              :days_off, :go_live, :window_start, :by_kind, :by_name, :checked_at)
            returning id
            """)
        .param("upgrade", launch.upgrade())
        .param("template", launch.template())
        .param("template_version", launch.templateVersion())
        .param("title", launch.title())
        .param("launched_at", launch.launchedAt().atOffset(UTC))
        .param("zone", launch.zone().getId())
        .param("working_days", launch.workdays().only())
        .param(
            "days_off",
            launch.workdays().daysOff().stream().sorted().map(Date::valueOf).toArray(Date[]::new))
        .param("go_live", launch.goLive().orElse(null), Types.DATE)
        .param("window_start", TaskRows.at(launch.windowStart()), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("by_kind", launch.by().kind().name())
        .param("by_name", launch.by().name())
        .param("checked_at", launch.checkedAt().atOffset(UTC))
        .query(Long.class)
        .single();
  }

  public boolean isLaunched(long upgrade, String template) {
    return jdbc.sql(
            "select exists (select from tasks_launch where upgrade = :upgrade and template = :template)")
        .param("upgrade", upgrade)
        .param("template", template)
        .query(Boolean.class)
        .single();
  }

  public List<Launch> launches(long upgrade) {
    return jdbc.sql("select * from tasks_launch where upgrade = :upgrade order by id")
        .param("upgrade", upgrade)
        .query(TaskRows::launch)
        .list();
  }

  public Launch launch(long id) {
    return jdbc.sql("select * from tasks_launch where id = :id")
        .param("id", id)
        .query(TaskRows::launch)
        .single();
  }

  /** Until the end of the transaction nobody else changes what belongs to a launch. */
  public Launch lock(long id) {
    return jdbc.sql("select * from tasks_launch where id = :id for update")
        .param("id", id)
        .query(TaskRows::launch)
        .single();
  }

  /** Upgrades that were looked at longest ago, if that is long enough. */
  public List<Long> unchecked(Instant before, int limit) {
    return jdbc
        .sql(
            """
            select upgrade from tasks_launch
            where checked_at < :before and not dropped
              and exists (select from tasks_task t where t.launch = tasks_launch.id and (t.state = 'OPEN' or t.ended_kind = 'SYSTEM'))
            order by checked_at limit :limit
            """)
        .param("before", before.atOffset(UTC))
        .param("limit", limit)
        .query((row, n) -> row.getLong("upgrade"))
        .list()
        .stream()
        .distinct()
        .toList();
  }

  public void checked(
      long launch, Optional<LocalDate> goLive, Optional<Instant> windowStart, Instant at) {
    jdbc.sql(
            """
            update tasks_launch set go_live = :go_live, window_start = :window_start, checked_at = :at where id = :id
            """)
        .param("go_live", goLive.orElse(null), Types.DATE)
        .param("window_start", TaskRows.at(windowStart), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("at", at.atOffset(UTC))
        .param("id", launch)
        .update();
  }

  /** Whether nobody is asked for the tasks of an upgrade any more. */
  public void drop(long upgrade, boolean dropped) {
    jdbc.sql(
            "update tasks_launch set dropped = :dropped where upgrade = :upgrade and dropped <> :dropped")
        .param("dropped", dropped)
        .param("upgrade", upgrade)
        .update();
  }

  public void changed(long launch) {
    jdbc.sql("update tasks_launch set version = version + 1 where id = :id")
        .param("id", launch)
        .update();
  }

  public long add(Task task) {
    return with(
            jdbc.sql(
                """
                insert into tasks_task (launch, upgrade, position, key, module, title, detail, owner_kind, owner, basis,
                  time_offset, after, moved_to, due, proof, capabilities, body, evidence, state, ended_kind, ended_by, ended_at, ended_says)
                values (:launch, :upgrade, :position, :key, :module, :title, :detail, :owner_kind, :owner, :basis,
                  :offset, :after, :moved_to, :due, :proof, :capabilities, cast(:body as jsonb), :evidence, :state,
                  :ended_kind, :ended_by, :ended_at, :ended_says)
                returning id
                """),
            task)
        .param("launch", task.launch())
        .param("upgrade", task.upgrade())
        .param("key", task.key())
        .param("module", task.module())
        .param("proof", task.proof().name())
        .param("capabilities", task.capabilities().toArray(String[]::new))
        .query(Long.class)
        .single();
  }

  /**
   * Keeps a task in the place of the version it was read as.
   *
   * @return false when it is another by now
   */
  public boolean change(Task task) {
    return with(
                jdbc.sql(
                    """
                    update tasks_task set position = :position, title = :title, detail = :detail, owner_kind = :owner_kind,
                      owner = :owner, basis = :basis, time_offset = :offset, after = :after, moved_to = :moved_to, due = :due,
                      body = cast(:body as jsonb), evidence = :evidence, state = :state, ended_kind = :ended_kind,
                      ended_by = :ended_by, ended_at = :ended_at, ended_says = :ended_says, version = version + 1
                    where id = :id and version = :version
                    """),
                task)
            .param("id", task.id())
            .param("version", task.version())
            .update()
        == 1;
  }

  private static StatementSpec with(StatementSpec sql, Task task) {
    return sql.param("position", task.position())
        .param("title", task.duty().title())
        .param("detail", task.duty().detail())
        .param("owner_kind", task.duty().owner().kind().name())
        .param("owner", task.duty().owner().name())
        .param("basis", task.timing().basis().name())
        .param("offset", task.timing().offset().toString())
        .param("after", task.timing().after().toArray(String[]::new))
        .param("moved_to", TaskRows.at(task.timing().movedTo()), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("due", TaskRows.at(task.due()), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("body", JSON.writeValueAsString(task.work()))
        .param("evidence", task.evidence().orElse(null), Types.VARCHAR)
        .param("state", task.state().name())
        .param(
            "ended_kind", task.end().map(end -> end.by().kind().name()).orElse(null), Types.VARCHAR)
        .param("ended_by", task.end().map(end -> end.by().name()).orElse(null), Types.VARCHAR)
        .param("ended_at", TaskRows.at(task.end().map(Task.End::at)), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("ended_says", task.end().flatMap(Task.End::says).orElse(null), Types.VARCHAR);
  }

  /** Deadlines and places, of those that are others now; all in one statement. */
  public void place(Collection<Task> tasks) {
    if (tasks.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            update tasks_task t set due = given.due, position = given.position
            from unnest(cast(:ids as bigint[]), cast(:dues as timestamptz[]), cast(:positions as int[])) as given(id, due, position)
            where t.id = given.id
            """)
        .param("ids", tasks.stream().map(Task::id).toArray(Long[]::new))
        .param(
            "dues",
            tasks.stream()
                .map(task -> task.due().map(Instant::toString).orElse(null))
                .toArray(String[]::new))
        .param("positions", tasks.stream().map(Task::position).toArray(Integer[]::new))
        .update();
  }

  public List<Task> ofUpgrade(long upgrade) {
    return jdbc.sql("select * from tasks_task where upgrade = :upgrade order by launch, position")
        .param("upgrade", upgrade)
        .query(TaskRows::task)
        .list();
  }

  public List<Task> ofLaunch(long launch) {
    return jdbc.sql("select * from tasks_task where launch = :launch order by position")
        .param("launch", launch)
        .query(TaskRows::task)
        .list();
  }

  public Optional<Task> find(long id) {
    return jdbc.sql("select * from tasks_task where id = :id")
        .param("id", id)
        .query(TaskRows::task)
        .optional();
  }
}
