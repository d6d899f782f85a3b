package dev.evenkeel.server.execution.action.exec;

import dev.evenkeel.runbook.words.Exec;
import dev.evenkeel.server.execution.action.Action;
import dev.evenkeel.server.shared.DataFolder;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Words of commands, and the action with a data folder of its own. */
public final class Commands {
  private Commands() {}

  public static Exec command(String... words) {
    return new Exec(
        List.of(words), Optional.empty(), Optional.empty(), Map.of(), Optional.empty(), 0, 1);
  }

  public static Exec script(String script) {
    return new Exec(
        List.of(), Optional.of("sh"), Optional.of(script), Map.of(), Optional.empty(), 0, 1);
  }

  /** Enough to look; it has no folder to start anything in. */
  public static Action<Exec> lookingOnly(Path data) {
    return actionWith(data);
  }

  /** As a server with this data folder carries commands out. */
  public static Action<Exec> keptIn(DataFolder folder) {
    return actionWith(folder, Duration.ofSeconds(10));
  }

  static ExecAction actionWith(Path data) {
    return actionWith(data, Duration.ofSeconds(10));
  }

  static ExecAction actionWith(Path data, Duration grace) {
    return actionWith(new DataFolder(data), grace);
  }

  private static ExecAction actionWith(DataFolder data, Duration grace) {
    var folders = new AttemptFolders(data);
    return new ExecAction(
        folders,
        new Beginning(new Supervisor(folders)),
        new Stopping(new ExecSettings(Duration.ofDays(30), grace)),
        new Look(),
        Clock.systemUTC());
  }
}
