package dev.evenkeel.server.tasks.store;

import static java.time.ZoneOffset.UTC;

import dev.evenkeel.server.shared.Artefacts;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The files of tasks that are over. Name, size and digest stay, so that a copy that is kept
 * elsewhere is known again.
 */
@Repository
class FileArtefacts implements Artefacts {
  private static final String DUE =
      """
      from tasks_attachment f
      join tasks_task t on t.id = f.task
      join tasks_launch l on l.id = t.launch
      where f.at < :moment and f.cleared_at is null and t.state <> 'OPEN' and l.upgrade <> all (:held)
      """;

  private final JdbcClient jdbc;

  FileArtefacts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String kind() {
    return "task-files";
  }

  @Override
  public String title() {
    return "Files of tasks";
  }

  @Override
  public String says() {
    return "What was attached to tasks that are done or skipped. Name, size and digest stay, with who attached it.";
  }

  @Override
  public List<Batch> olderThan(Instant moment, Set<Long> held, int limit) {
    return jdbc.sql(
            """
            select t.id, t.title, l.upgrade, max(f.at) as newest, count(*) as pieces, sum(f.size) as characters
            %s
            group by t.id, t.title, l.upgrade order by max(f.at), t.id limit :limit
            """
                .formatted(DUE))
        .param("moment", moment.atOffset(UTC))
        .param("held", held.toArray(Long[]::new), Types.ARRAY)
        .param("limit", limit)
        .query((row, n) ->
            new Batch(
                "/tasks/" + row.getLong("id"),
                row.getString("title"),
                Optional.of(row.getLong("upgrade")),
                row.getObject("newest", OffsetDateTime.class).toInstant(),
                row.getLong("pieces"),
                row.getLong("characters")))
        .list();
  }

  @Override
  public Tally tally(Instant moment, Set<Long> held) {
    return jdbc.sql(
            """
            select count(distinct t.id) as pages, count(*) as pieces, coalesce(sum(f.size), 0) as characters
            %s
            """
                .formatted(DUE))
        .param("moment", moment.atOffset(UTC))
        .param("held", held.toArray(Long[]::new), Types.ARRAY)
        .query((row, n) ->
            new Tally(row.getLong("pages"), row.getLong("pieces"), row.getLong("characters")))
        .single();
  }

  @Override
  public void delete(Instant moment, Set<String> paths) {
    Set<Long> tasks =
        paths.stream()
            .map(path -> Long.valueOf(path.substring("/tasks/".length())))
            .collect(Collectors.toSet());
    if (!tasks.isEmpty()) {
      jdbc.sql(
              """
              update tasks_attachment f set bytes = ''::bytea, cleared_at = now()
              from tasks_task t
              where t.id = f.task and t.state <> 'OPEN' and t.id in (:tasks) and f.at < :moment and f.cleared_at is null
              """)
          .param("tasks", tasks)
          .param("moment", moment.atOffset(UTC))
          .update();
    }
  }
}
