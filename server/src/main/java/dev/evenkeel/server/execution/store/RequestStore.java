package dev.evenkeel.server.execution.store;

import dev.evenkeel.server.execution.NewRun;
import dev.evenkeel.server.execution.RequestKey;
import dev.evenkeel.server.execution.RunId;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Sha256;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Requests that were answered with a run. A request is the same when who asks, the key and all that
 * is asked for are the same, so a key that is used again for something else does no harm.
 */
@Repository
public class RequestStore {
  private final JdbcClient jdbc;

  RequestStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The run of the same request, if it came before; one that is just being taken is waited for. */
  public Optional<RunId> runOf(NewRun asked, RequestKey key, Actor actor) {
    byte[] digest = digest(asked, key, actor);
    jdbc.sql(
            "select pg_advisory_xact_lock(('x' || encode(substring(:key from 1 for 8), 'hex'))::bit(64)::bigint)")
        .param("key", digest)
        .query((rs, n) -> n)
        .single();
    return jdbc.sql("select run from execution_request where key = :key")
        .param("key", digest)
        .query((rs, n) -> new RunId(rs.getString("run")))
        .optional();
  }

  public void add(NewRun asked, RequestKey key, Actor actor, RunId run) {
    jdbc.sql("insert into execution_request (key, run) values (:key, :run)")
        .param("key", digest(asked, key, actor))
        .param("run", run.value())
        .update();
  }

  private static byte[] digest(NewRun asked, RequestKey key, Actor actor) {
    return Sha256.of(
        Stream.concat(
                Stream.of(
                    key.value(),
                    actor.name(),
                    asked.kind(),
                    asked.waiver(),
                    new TreeMap<>(asked.inputs()),
                    asked.runbook()),
                // Last, so that requests from before this could be said are known again.
                asked.upgrade().stream())
            .map(part -> part + "\0")
            .collect(Collectors.joining()));
  }
}
