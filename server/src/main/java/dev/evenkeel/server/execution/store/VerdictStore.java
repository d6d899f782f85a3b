package dev.evenkeel.server.execution.store;

import static dev.evenkeel.server.execution.store.RunStore.instant;
import static dev.evenkeel.server.execution.store.RunStore.utc;

import dev.evenkeel.judge.Verdict;
import dev.evenkeel.server.execution.RunId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the watch rules said, with the numbers. */
@Repository
public class VerdictStore {

  /** A verdict and when it was given. */
  public record Given(Instant at, Verdict verdict) {}

  private final JdbcClient jdbc;

  VerdictStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Keeps what the rules say now. The history grows only where a rule says something else than
   * before, and otherwise by one verdict a minute.
   */
  public void add(RunId run, Instant at, List<Verdict> verdicts) {
    for (Verdict verdict : verdicts) {
      jdbc.sql(
              """
              with before as (
                select kind, kept_at from execution_newest_verdict where run = :run and rule = :rule),
              history as (
                insert into execution_verdict
                  (run, at, rule, kind, observed, baseline, bound, evidence, says)
                select :run, :at, :rule, :kind, :observed, :baseline, :bound, :evidence, :says
                where not exists (
                  select from before
                  where kind = :kind and kept_at > :at::timestamptz - interval '1 minute')
                on conflict do nothing
                returning at)
              insert into execution_newest_verdict as newest
                (run, at, rule, kind, observed, baseline, bound, evidence, says, kept_at)
              values
                (:run, :at, :rule, :kind, :observed, :baseline, :bound, :evidence, :says,
                 coalesce((select at from history), (select kept_at from before), :at))
              on conflict (run, rule) do update
              set at = excluded.at, kind = excluded.kind, observed = excluded.observed,
                  baseline = excluded.baseline, bound = excluded.bound,
                  evidence = excluded.evidence, says = excluded.says, kept_at = excluded.kept_at
              """)
          .param("run", run.value())
          .param("at", utc(at))
          .param("rule", verdict.rule())
          .param("kind", verdict.kind().name())
          .param("observed", boxed(verdict.observed()), Types.DOUBLE)
          .param("baseline", boxed(verdict.baseline()), Types.DOUBLE)
          .param("bound", boxed(verdict.limit()), Types.DOUBLE)
          .param("evidence", verdict.evidence())
          .param("says", verdict.says())
          .update();
    }
  }

  /** The newest verdict of every rule. */
  public List<Given> newest(RunId run) {
    return jdbc.sql("select * from execution_newest_verdict where run = :run order by rule")
        .param("run", run.value())
        .query(VerdictStore::row)
        .list();
  }

  private static @org.jspecify.annotations.Nullable Double boxed(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }

  private static OptionalDouble optional(ResultSet rs, String column) throws SQLException {
    double value = rs.getDouble(column);
    return rs.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  private static Given row(ResultSet rs, int n) throws SQLException {
    return new Given(
        instant(rs, "at").orElseThrow(),
        new Verdict(
            rs.getString("rule"),
            Verdict.Kind.valueOf(rs.getString("kind")),
            optional(rs, "observed"),
            optional(rs, "baseline"),
            optional(rs, "bound"),
            rs.getLong("evidence"),
            rs.getString("says")));
  }
}
