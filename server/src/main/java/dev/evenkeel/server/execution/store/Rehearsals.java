package dev.evenkeel.server.execution.store;

import dev.evenkeel.server.execution.RunId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What rehearsals have shown: those that went all the way forward and all the way back. */
@Repository
public class Rehearsals {
  private final JdbcClient jdbc;

  Rehearsals(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A rehearsal that went all the way and back.
   *
   * @param back how long the way back took
   * @param byHand whether a person skipped a step or settled it by hand; then it does not count
   * @param clockMoved whether a clock jumped on the way back, so that nobody knows how long it
   *     took; then it does not count either
   */
  public record Rehearsal(Duration back, boolean byHand, boolean clockMoved) {
    boolean counts() {
      return !byHand && !clockMoved;
    }
  }

  /** Those of the runs that were rehearsals all the way and back. */
  public Map<RunId, Rehearsal> of(Collection<RunId> runs) {
    Map<RunId, Rehearsal> found = new HashMap<>();
    jdbc.sql(
            """
            select run.id,
                   (extract(epoch from run.ended_at - turned.at) * 1000)::bigint as millis,
                   exists (
                     select from execution_event by_hand
                     where by_hand.run = run.id
                       and by_hand.what in ('step-skipped', 'revert-skipped')) as by_hand,
                   exists (
                     select from execution_event moved
                     where moved.run = run.id and moved.seq > turned.seq
                       and moved.what = 'clock-moved') as clock_moved
            from execution_run run
            join execution_event turned on turned.run = run.id
            where run.id = any(:runs) and run.kind = 'REHEARSAL' and run.status = 'ROLLED_BACK'
              and turned.what = 'rehearsal-turned'
            """)
        .param("runs", runs.stream().map(RunId::value).toArray(String[]::new))
        .query(rs -> {
          found.put(
              new RunId(rs.getString("id")),
              new Rehearsal(
                  Duration.ofMillis(rs.getLong("millis")),
                  rs.getBoolean("by_hand"),
                  rs.getBoolean("clock_moved")));
        });
    return found;
  }

  /**
   * How long the way back of exactly this text took in its newest rehearsal that went all the way
   * forward and back by itself; empty when there was none. One in which a person skipped anything
   * shows nothing about the part that was skipped, and one in which a clock jumped on the way back
   * nothing about its time. The inputs may have been others.
   */
  public Optional<Duration> wayBack(String digest) {
    List<RunId> newestFirst =
        jdbc.sql(
                """
                select id from execution_run
                where digest = :digest and kind = 'REHEARSAL' and status = 'ROLLED_BACK'
                order by ended_at desc
                """)
            .param("digest", digest)
            .query((rs, n) -> new RunId(rs.getString("id")))
            .list();
    Map<RunId, Rehearsal> found = of(newestFirst);
    return newestFirst.stream()
        .flatMap(run -> Optional.ofNullable(found.get(run)).stream())
        .filter(Rehearsal::counts)
        .map(Rehearsal::back)
        .findFirst();
  }

  /**
   * How long a rehearsal took.
   *
   * @param forward from its start to where it turned
   */
  public record Took(Duration forward, Duration back) {}

  /**
   * How long the newest rehearsal of exactly this text took that counts and in which no clock
   * jumped; empty when there was none.
   */
  public Optional<Took> length(String digest) {
    return jdbc.sql(
            """
            select (extract(epoch from turned.at - run.started_at) * 1000)::bigint as forward,
                   (extract(epoch from run.ended_at - turned.at) * 1000)::bigint as back
            from execution_run run
            join execution_event turned on turned.run = run.id and turned.what = 'rehearsal-turned'
            where run.digest = :digest and run.kind = 'REHEARSAL' and run.status = 'ROLLED_BACK'
              and not exists (
                select from execution_event against
                where against.run = run.id
                  and against.what in ('step-skipped', 'revert-skipped', 'clock-moved'))
            order by run.ended_at desc
            limit 1
            """)
        .param("digest", digest)
        .query((rs, n) -> took(rs))
        .optional();
  }

  /** The same of one rehearsal; empty when it does not count. */
  public Optional<Took> length(RunId run) {
    return jdbc.sql(
            """
            select (extract(epoch from turned.at - run.started_at) * 1000)::bigint as forward,
                   (extract(epoch from run.ended_at - turned.at) * 1000)::bigint as back
            from execution_run run
            join execution_event turned on turned.run = run.id and turned.what = 'rehearsal-turned'
            where run.id = :id and run.kind = 'REHEARSAL' and run.status = 'ROLLED_BACK'
              and not exists (
                select from execution_event against
                where against.run = run.id
                  and against.what in ('step-skipped', 'revert-skipped', 'clock-moved'))
            """)
        .param("id", run.value())
        .query((rs, n) -> took(rs))
        .optional();
  }

  private static Took took(ResultSet rs) throws SQLException {
    return new Took(
        Duration.ofMillis(Math.max(0, rs.getLong("forward"))),
        Duration.ofMillis(Math.max(0, rs.getLong("back"))));
  }

  /** What is rehearsed: a runbook, by its name, with some inputs. */
  public record Kind(String name, String inputs) {}

  /**
   * A rehearsal that is all taken back, whether it counts or not.
   *
   * @param at when it was over
   */
  public record WentBack(RunId run, Kind kind, Instant at) {}

  /** All of them, the newest first. */
  public List<WentBack> wentBack() {
    return jdbc.sql(
            """
            select id, name, inputs::text as inputs, ended_at from execution_run
            where kind = 'REHEARSAL' and status = 'ROLLED_BACK' and ended_at is not null
            order by ended_at desc, id
            """)
        .query((rs, n) ->
            new WentBack(
                new RunId(rs.getString("id")),
                new Kind(rs.getString("name"), rs.getString("inputs")),
                RunStore.instant(rs, "ended_at").orElseThrow()))
        .list();
  }

  /** The same for the text of a run. */
  public Optional<Duration> wayBack(RunId run) {
    return jdbc.sql("select digest from execution_run where id = :id")
        .param("id", run.value())
        .query(String.class)
        .optional()
        .flatMap(this::wayBack);
  }
}
