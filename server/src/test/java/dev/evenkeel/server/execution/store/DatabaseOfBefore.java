package dev.evenkeel.server.execution.store;

import dev.evenkeel.server.database.TestDatabase;
import dev.evenkeel.server.execution.RunId;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database as an earlier server left it, with one run, to be upgraded to that of today. */
final class DatabaseOfBefore implements BeforeEachCallback, AfterEachCallback {
  private final TestDatabase database = TestDatabase.empty();
  private final String version;
  private final RunId run;

  /**
   * @param version of the newest migration it has, such as {@code 021}
   */
  DatabaseOfBefore(String version, RunId run) {
    this.version = version;
    this.run = run;
  }

  JdbcClient jdbc() {
    return database.jdbc();
  }

  void upgrade() {
    migrateTo("latest");
  }

  @Override
  public void beforeEach(ExtensionContext test) {
    database.create();
    migrateTo(version);
    jdbc()
        .sql(
            """
            insert into execution_run
              (id, name, title, kind, runbook, digest, inputs, status, state, version, created_at, created_by)
            values (:id, 'r', 'R', 'REHEARSAL', '', '', '{}', 'HELD', '{}', 1, now(), 'ann')
            """)
        .param("id", run.value())
        .update();
  }

  @Override
  public void afterEach(ExtensionContext test) {
    database.close();
  }

  private void migrateTo(String target) {
    Flyway.configure().dataSource(database.dataSource()).target(target).load().migrate();
  }
}
