package dev.evenkeel.server.execution.action.exec;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Begins an attempt at a command and waits a moment, so that quick ones are over at once. */
@Component
class Beginning {
  private static final Duration MOMENT = Duration.ofMillis(300);
  private static final Duration SLICE = Duration.ofMillis(50);
  // How the JDK words the system's E2BIG, EAGAIN and ENOMEM.
  private static final Pattern TOO_LONG = Pattern.compile("error[=:] ?7\\b");
  private static final Pattern NO_ROOM = Pattern.compile("error[=:] ?1[12]\\b");
  private static final int SLICES_UNTIL_CLAIMED = 600;

  private final Supervisor supervisor;
  private final Optional<Detached> detached;

  Beginning(Supervisor supervisor) {
    this.supervisor = supervisor;
    this.detached = Detached.on(System.getenv().getOrDefault("PATH", ""));
  }

  /** Why nothing of the command has begun nor will; empty when it has, now or before. */
  Optional<String> begin(CommandLine command, AttemptFolder folder) {
    if (detached.isEmpty()) {
      return Optional.of(
          "Commands need a session of their own, and this machine has neither setsid nor perl to make one. Install util-linux or perl where the server runs.");
    }
    try {
      var before = folder.progress();
      if (before instanceof Progress.Unreadable(var why)) {
        return Optional.of(cannotBegin(command, folder, new IOException(why)));
      }
      if (!(before instanceof Progress.NotBegun)) {
        return Optional.empty();
      }
      folder.prepare();
      var process = supervisor.launch(detached.get(), command, folder);
      process.waitFor(MOMENT.toMillis(), TimeUnit.MILLISECONDS);
      return claimed(process, folder);
    } catch (IOException e) {
      return Optional.of(cannotBegin(command, folder, e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static Optional<String> claimed(Process process, AttemptFolder folder)
      throws IOException, InterruptedException {
    for (int i = 0; i < SLICES_UNTIL_CLAIMED && process.isAlive(); i++) {
      if (!(folder.progress() instanceof Progress.NotBegun)) {
        return Optional.empty();
      }
      process.waitFor(SLICE.toMillis(), TimeUnit.MILLISECONDS);
    }
    if (!folder.claimForNobody()) {
      return Optional.empty();
    }
    return Optional.of(
        process.isAlive()
            ? "The machine of the server is so busy that a process did not come to life within 30 s. Nothing was begun."
            : "The supervisor of the command could not write into %s (exit code %d). Make room on that disk and see that user %s may write there. Nothing was begun."
                .formatted(folder.path(), process.exitValue(), System.getProperty("user.name")));
  }

  private static String cannotBegin(CommandLine command, AttemptFolder folder, IOException e) {
    var says = String.valueOf(e.getMessage());
    if (TOO_LONG.matcher(says).find()) {
      return "The command is longer than the system takes. Put the text into a file and hand over its name.";
    }
    if (NO_ROOM.matcher(says).find()) {
      return "The machine of the server has no room for another process (%s). Free memory or raise the limit of processes (ulimit -u)."
          .formatted(says);
    }
    return "`%s` could not be started: %s. The server keeps its state in %s; see that there is room on that disk and that user %s may write there."
        .formatted(command.spoken(), says, folder.path(), System.getProperty("user.name"));
  }
}
