package dev.evenkeel.server.execution.store;

import static dev.evenkeel.server.execution.store.RunStore.instant;
import static dev.evenkeel.server.execution.store.RunStore.utc;

import dev.evenkeel.judge.Verdict;
import dev.evenkeel.server.execution.RunId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every verdict with its numbers. */
@Repository
public class VerdictStore {

  /** A verdict and when it was given. */
  public record Given(Instant at, Verdict verdict) {}

  private final JdbcClient jdbc;

  VerdictStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public void add(RunId run, Instant at, List<Verdict> verdicts) {
    for (Verdict verdict : verdicts) {
      jdbc.sql(
              """
              insert into execution_verdict
                (run, at, rule, kind, observed, baseline, bound, evidence, says)
              values (:run, :at, :rule, :kind, :observed, :baseline, :bound, :evidence, :says)
              on conflict do nothing
              """)
          .param("run", run.value())
          .param("at", utc(at))
          .param("rule", verdict.rule())
          .param("kind", verdict.kind().name())
          .param("observed", boxed(verdict.observed()))
          .param("baseline", boxed(verdict.baseline()))
          .param("bound", boxed(verdict.limit()))
          .param("evidence", verdict.evidence())
          .param("says", verdict.says())
          .update();
    }
  }

  /** The newest verdict of every rule. */
  public List<Given> newest(RunId run) {
    return jdbc.sql(
            """
            select distinct on (rule) * from execution_verdict
            where run = :run order by rule, at desc
            """)
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
