package dev.evenkeel.server.execution.store;

import dev.evenkeel.server.execution.RunId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Tells with one cheap statement how far runs are: pages that are watched ask it twice a second.
 */
@Repository
public class RunMarks {
  private final JdbcClient jdbc;

  RunMarks(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The marks of those of the runs that are there. */
  public Map<RunId, RunMark> of(Collection<RunId> runs) {
    Map<RunId, RunMark> marks = new HashMap<>();
    jdbc.sql(
            """
            select run.id, run.version, log.seq, watch.judged, work.waiting, work.printed
            from execution_run run
            cross join lateral (
              select coalesce(max(seq), 0) as seq from execution_event where run = run.id) log
            cross join lateral (
              select coalesce((extract(epoch from max(at)) * 1000000)::bigint, 0) as judged
              from execution_newest_verdict where run = run.id) watch
            cross join lateral (
              select coalesce(sum(hashtext(id || state || waiting_for)), 0) as waiting,
                     coalesce(sum(printed), 0) as printed
              from execution_attempt where run = run.id and state <> 'ENDED') work
            where run.id = any(:runs)
            """)
        .param("runs", runs.stream().map(RunId::value).toArray(String[]::new))
        .query(rs -> {
          marks.put(
              new RunId(rs.getString("id")),
              new RunMark(
                  rs.getLong("version"),
                  rs.getLong("seq"),
                  rs.getLong("judged"),
                  rs.getLong("waiting"),
                  rs.getLong("printed")));
        });
    return marks;
  }

  public RunMark of(RunId run) {
    return of(java.util.List.of(run)).getOrDefault(run, RunMark.NONE);
  }
}
