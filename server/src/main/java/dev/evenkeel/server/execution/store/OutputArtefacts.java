package dev.evenkeel.server.execution.store;

import static dev.evenkeel.server.execution.store.RunStore.utc;

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

/** What the commands of runs printed. The run itself, its steps and its log are never deleted. */
@Repository
class OutputArtefacts implements Artefacts {
  /** What is not held: of no known upgrade only while none is held. */
  private static final String DUE =
      """
      from execution_run r
      join execution_attempt a on a.run = r.id
      join execution_output o on o.attempt = a.id
      where r.ended_at < :moment
      and case when r.upgrade is null then cardinality(:held) = 0 else r.upgrade <> all (:held) end
      """;

  private final JdbcClient jdbc;

  OutputArtefacts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String kind() {
    return "run-output";
  }

  @Override
  public String title() {
    return "What commands printed";
  }

  @Override
  public String says() {
    return "What the commands of runs printed. The run, its steps, its log and its verdicts stay.";
  }

  @Override
  public List<Batch> olderThan(Instant moment, Set<Long> held, int limit) {
    return jdbc.sql(
            """
            select r.id, r.title, r.upgrade, r.ended_at, count(*) as pieces, sum(length(o.text)) as characters
            %s
            group by r.id, r.title, r.upgrade, r.ended_at
            order by r.ended_at, r.id limit :limit
            """
                .formatted(DUE))
        .param("moment", utc(moment))
        .param("held", held.toArray(Long[]::new), Types.ARRAY)
        .param("limit", limit)
        .query((row, n) ->
            new Batch(
                "/runs/" + row.getString("id"),
                row.getString("title"),
                Optional.ofNullable(row.getObject("upgrade", Long.class)),
                row.getObject("ended_at", OffsetDateTime.class).toInstant(),
                row.getLong("pieces"),
                row.getLong("characters")))
        .list();
  }

  @Override
  public Tally tally(Instant moment, Set<Long> held) {
    return jdbc.sql(
            """
            select count(distinct r.id) as pages, count(*) as pieces, coalesce(sum(length(o.text)), 0) as characters
            %s
            """
                .formatted(DUE))
        .param("moment", utc(moment))
        .param("held", held.toArray(Long[]::new), Types.ARRAY)
        .query((row, n) ->
            new Tally(row.getLong("pages"), row.getLong("pieces"), row.getLong("characters")))
        .single();
  }

  @Override
  public void delete(Instant moment, Set<String> paths) {
    Set<String> runs =
        paths.stream().map(path -> path.substring("/runs/".length())).collect(Collectors.toSet());
    if (!runs.isEmpty()) {
      jdbc.sql(
              """
              delete from execution_output where attempt in (
                select a.id from execution_attempt a join execution_run r on r.id = a.run
                where r.id in (:runs) and r.ended_at < :moment)
              """)
          .param("runs", runs)
          .param("moment", utc(moment))
          .update();
    }
  }
}
