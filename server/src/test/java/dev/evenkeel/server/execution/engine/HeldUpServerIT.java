package dev.evenkeel.server.execution.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.runbook.words.Exec;
import dev.evenkeel.server.database.TestDatabase;
import dev.evenkeel.server.execution.RunId;
import dev.evenkeel.server.execution.action.Action;
import dev.evenkeel.server.execution.action.Actions;
import dev.evenkeel.server.execution.action.Attempt;
import dev.evenkeel.server.execution.action.Attempts;
import dev.evenkeel.server.execution.action.Outcome;
import dev.evenkeel.server.execution.action.Playing;
import dev.evenkeel.server.execution.machine.RunState;
import dev.evenkeel.server.execution.machine.RunStatus;
import dev.evenkeel.server.shared.DataFolder;
import dev.evenkeel.server.shared.PassingFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * One of two servers stops after it has begun a command and before it has written that down; the
 * command, a real one, goes on. The other server takes the attempt up. Nothing is done twice.
 */
@Tag("C85")
class HeldUpServerIT {
  @RegisterExtension static final TestDatabase database = TestDatabase.migrated();

  private static final String WORK =
      "cd %s; echo begun >> log; while [ ! -e go ] && [ -d . ]; do sleep 0.05; done; echo done >> log; touch done";

  private final EngineUnderTest.World world = new EngineUnderTest.World();
  private final Path place = PassingFolder.made();

  @BeforeEach
  void commands_are_real() {
    world.realCommands = true;
  }

  /** A command that has done its work still writes how it ended. */
  @AfterEach
  void nothing_stays() {
    PassingFolder.delete(place);
  }

  @Test
  void the_other_waits_for_what_goes_on_where_it_was_begun() throws Exception {
    try (var one = EngineUnderTest.on(database, world, false)) {
      RunId id = one.start(runbook("60s"));
      begunAndNotWrittenDown(one, id);
      try (var other = EngineUnderTest.on(database, world, true)) {
        Playing.until(
            "the other server has taken it up",
            () ->
                other
                    .attempts()
                    .find(attempt(id))
                    .orElseThrow()
                    .waitingFor()
                    .contains("where another server began it"));
        Files.createFile(place.resolve("go"));
        one.work();
        other.until(id, RunStatus.SUCCEEDED);
        assertThat(log()).containsExactly("begun", "done");
      }
    }
  }

  @Test
  void when_the_first_does_not_come_back_the_run_holds() throws Exception {
    try (var one = EngineUnderTest.on(database, world, false)) {
      RunId id = one.start(runbook("2s"));
      begunAndNotWrittenDown(one, id);
      try (var other = EngineUnderTest.on(database, world, true)) {
        RunState held = other.until(id, RunStatus.HELD);
        assertThat(held.reason()).contains("only that one can stop it");
        assertThat(log()).containsExactly("begun");
      } finally {
        Files.createFile(place.resolve("go"));
        Playing.until("the command has ended", () -> log().contains("done"));
      }
    }
  }

  @Test
  void while_it_waits_the_run_says_which_server_is_missing_and_since_when() throws Exception {
    try (var one = EngineUnderTest.on(database, world, false)) {
      RunId id = one.start(runbook("62s"));
      begunAndNotWrittenDown(one, id);
      one.bean(SignOfLife.class).give();
      try (var other = EngineUnderTest.on(database, world, true)) {
        other.bean(SignOfLife.class).give();
        Playing.until("it waits", () -> waitingFor(other, id).contains("another server began it"));
        assertThat(waitingFor(other, id)).doesNotContain("last heard of");
        database
            .jdbc()
            .sql(
                "update execution_server set host = 'web7', seen_at = '2026-03-01 22:13:05Z' where name = :name")
            .param("name", one.bean(ServerIdentity.class).name())
            .update();
        Playing.until(
            "it says who is missing",
            () ->
                waitingFor(other, id)
                    .endsWith("that server, on web7, was last heard of at 2026-03-01T22:13:05Z"));
        Files.createFile(place.resolve("go"));
        one.work();
        other.until(id, RunStatus.SUCCEEDED);
      }
    }
  }

  private static String waitingFor(EngineUnderTest server, RunId id) {
    return server.attempts().find(attempt(id)).orElseThrow().waitingFor();
  }

  @Test
  void a_server_whose_data_folder_is_an_older_copy_begins_nothing_again() throws Exception {
    try (var one = EngineUnderTest.on(database, world, false)) {
      RunId id = one.start(runbook("61s"));
      begunAndNotWrittenDown(one, id);
      var attempts = one.bean(DataFolder.class).file("attempts");
      Files.move(attempts, place.resolve("lost"));
      one.work();
      RunState held = one.until(id, RunStatus.HELD);
      assertThat(held.reason()).contains("is gone", "it may still go on");
      assertThat(log()).containsExactly("begun");
    } finally {
      Files.createFile(place.resolve("go"));
      Playing.until("the command has ended", () -> log().contains("done"));
    }
  }

  private void begunAndNotWrittenDown(EngineUnderTest server, RunId id) {
    assertThat(
            server
                .attempts()
                .claim(attempt(id), server.bean(ServerIdentity.class).name(), Instant.now()))
        .isTrue();
    @SuppressWarnings("unchecked")
    var exec = (Action<Exec>) server.bean(Actions.class).of("exec");
    var words =
        new Exec(
            List.of("sh", "-c", WORK.formatted(place)),
            Optional.empty(),
            Optional.empty(),
            java.util.Map.of(),
            Optional.empty(),
            0,
            1);
    var begun =
        exec.start(
            words,
            new Attempt(
                attempt(id),
                id.value(),
                "w1/n1/change",
                "n1",
                true,
                Duration.ofMinutes(1),
                "",
                new Attempts.Printout()));
    assertThat(begun).isInstanceOf(Outcome.NotYet.class);
    Playing.until("begun in the log", () -> log().contains("begun"));
  }

  private String runbook(String timeout) {
    return """
    apiVersion: evenkeel/v1
    kind: Runbook
    name: waits-%1$s
    title: One thing
    targets: [{name: n1}]
    rollout: {waves: [{targets: 100%%, soak: 0s}]}
    steps:
      target:
        - id: change
          timeout: %1$s
          run: {exec: {command: [sh, -c, "%2$s"]}}
          observe: {exec: {command: [test, -e, %3$s/done]}}
          revert: {exec: {command: [rm, %3$s/done]}}
    """
        .formatted(timeout, WORK.formatted(place), place);
  }

  private static String attempt(RunId id) {
    return id + "-w1.n1.change-f1";
  }

  private List<String> log() {
    try {
      Path log = place.resolve("log");
      return Files.exists(log) ? Files.readAllLines(log) : List.of();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
