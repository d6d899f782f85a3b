package dev.evenkeel.server.execution.action.exec;

import static dev.evenkeel.server.execution.action.exec.Commands.script;

import dev.evenkeel.runbook.words.Exec;
import dev.evenkeel.server.execution.action.Action;
import dev.evenkeel.server.execution.action.ActionContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The contract, kept by commands that make and remove a file. */
class ExecActionTest extends ActionContract<Exec> {
  @TempDir Path data;
  @TempDir Path world;

  @Override
  protected Action<Exec> restarted() {
    return Commands.actionWith(data);
  }

  @Override
  protected Exec work() {
    return script(
        "cd %s && echo >> changes && touch half && sleep 0.4 && mv half done".formatted(world));
  }

  @Override
  protected Exec look() {
    return script("test -e %s/done".formatted(world));
  }

  @Override
  protected Exec undo() {
    return script("cd %s && rm -f done half".formatted(world));
  }

  @Override
  protected Exec hopeless() {
    return Commands.command("no-such-program-anywhere", "x");
  }

  @Override
  protected boolean worked() {
    return Files.exists(world.resolve("done"));
  }

  @Override
  protected int changes() {
    try {
      var changes = world.resolve("changes");
      return Files.exists(changes) ? Files.readAllLines(changes).size() : 0;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Override
  protected void leaveHalfDone() {
    try {
      Files.writeString(world.resolve("half"), "");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
