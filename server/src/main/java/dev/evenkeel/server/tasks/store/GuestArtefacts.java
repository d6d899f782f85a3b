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
 * Links of guests that open nothing any more, counted from when they expired or were taken back.
 * One that is open is never among them.
 */
@Repository
class GuestArtefacts implements Artefacts {
  private static final String DUE =
      """
      from tasks_guest g
      join tasks_task t on t.id = g.task
      join tasks_launch l on l.id = t.launch
      where least(g.expires_at, g.revoked_at) < :moment and l.upgrade <> all (:held)
      """;

  private final JdbcClient jdbc;

  GuestArtefacts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String kind() {
    return "guest-links";
  }

  @Override
  public String title() {
    return "Links of guests";
  }

  @Override
  public String says() {
    return "Links that expired or were taken back, counted from that day: who got them, from whom and when. The history of the task stays, with who was invited and what guests did.";
  }

  @Override
  public List<Batch> olderThan(Instant moment, Set<Long> held, int limit) {
    return jdbc.sql(
            """
            select t.id, t.title, l.upgrade, max(least(g.expires_at, g.revoked_at)) as newest,
              count(*) as pieces, sum(length(g.name)) as characters
            %s
            group by t.id, t.title, l.upgrade order by newest, t.id limit :limit
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
            select count(distinct t.id) as pages, count(*) as pieces,
              coalesce(sum(length(g.name)), 0) as characters
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
              "delete from tasks_guest where task in (:tasks) and least(expires_at, revoked_at) < :moment")
          .param("tasks", tasks)
          .param("moment", moment.atOffset(UTC))
          .update();
    }
  }
}
