package dev.evenkeel.server.execution.web;

import com.github.kagkarlsson.scheduler.Scheduler;
import dev.evenkeel.server.execution.RunKind;
import dev.evenkeel.server.execution.machine.RunCommand;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The server the test classes share, its workers standing still: runs are where a test puts them.
 * When it is closed the workers go on, without any of these runs.
 */
final class StillServer implements AutoCloseable {
  private final ListableBeanFactory server;

  StillServer(ListableBeanFactory server) {
    this.server = server;
    server.getBean(Scheduler.class).pause();
  }

  SampleRun ready(String runbook, RunKind kind) {
    return SampleRun.of(server, runbook, kind, now().minusSeconds(600));
  }

  SampleRun started(String runbook) {
    return SampleRun.of(
            server,
            runbook,
            RunKind.PRODUCTION,
            now().minusSeconds(600),
            Optional.of("the rehearsal fleet is being rebuilt"))
        .order(RunCommand.START);
  }

  Instant now() {
    return server.getBean(Clock.class).instant().truncatedTo(ChronoUnit.SECONDS);
  }

  /** No run is in the way of the next, whatever other tests left under way. */
  void clearTheWay() {
    JdbcClient jdbc = server.getBean(JdbcClient.class);
    jdbc.sql("delete from scheduled_tasks where task_name in ('attempt', 'pulse')").update();
    jdbc.sql("update execution_run set status = 'ABORTED' where ended_at is null").update();
  }

  @Override
  public void close() {
    clearTheWay();
    server.getBean(Scheduler.class).resume();
  }
}
