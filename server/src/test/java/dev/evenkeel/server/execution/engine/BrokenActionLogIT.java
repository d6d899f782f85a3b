package dev.evenkeel.server.execution.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.database.TestDatabase;
import dev.evenkeel.server.execution.RunId;
import dev.evenkeel.server.execution.machine.RunStatus;
import dev.evenkeel.server.execution.store.RunLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/**
 * What the server's own log says of a real command that breaks with an exception, and of what looks
 * after it: Java refuses an environment with the character NUL, and repeats it in the message.
 */
@ExtendWith(OutputCaptureExtension.class)
class BrokenActionLogIT {
  @RegisterExtension static final TestDatabase database = TestDatabase.migrated();

  private static final String RUNBOOK =
      """
      apiVersion: evenkeel/v1
      kind: Runbook
      name: broken
      title: Something broken
      targets: [{name: n1}]
      rollout: {waves: [{targets: 100%, soak: 0s}]}
      steps:
        target:
          - id: change
            timeout: 5s
            run: {exec: {command: ["true"], env: {PASSWORD: "${secrets.db}\\0"}}}
            observe: {exec: {command: ["true"], env: {TOKEN: "${secrets.other}\\0"}}}
            revert: {exec: {command: ["true"]}}
      """;

  @AfterEach
  void everything_is_at_rest() {
    EngineUnderTest.putToRest(database);
  }

  @Test
  void names_what_broke_and_no_secret(CapturedOutput log) {
    var world = new EngineUnderTest.World();
    world.realCommands = true;
    world.secrets.put("other", "an0ther-w0rd");
    try (var engine = EngineUnderTest.on(database, world, true)) {
      RunId id = engine.start(RUNBOOK);
      String reason = engine.until(id, RunStatus.HELD).reason();
      assertThat(reason)
          .contains("Invalid environment variable value: \"•••")
          .contains("looking did not tell either: looking broke: Invalid environment variable")
          .doesNotContain("another server");
      assertThat(log.getAll())
          .contains("Attempt " + id + "-w1.n1.change-f1 broke: Invalid environment variable value")
          .contains("java.lang.IllegalArgumentException at ");
      assertThat(log.getAll() + reason + engine.bean(RunLog.class).after(id, 0, 100))
          .doesNotContain("s3cr3t", "an0ther-w0rd");
    }
  }
}
