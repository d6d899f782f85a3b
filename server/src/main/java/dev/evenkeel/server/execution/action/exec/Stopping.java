package dev.evenkeel.server.execution.action.exec;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Ends a command and everything it has started in its session.
 *
 * <ol>
 *   <li>What has not begun is kept from beginning.
 *   <li>All processes of the session but the supervisor are told to end (SIGTERM).
 *   <li>What is left after the grace is killed (SIGKILL).
 * </ol>
 */
@Component
class Stopping {
  private static final Duration PAUSE = Duration.ofMillis(20);
  private static final Duration UNTIL_KILLED = Duration.ofSeconds(5);

  private final ExecSettings settings;

  Stopping(ExecSettings settings) {
    this.settings = settings;
  }

  /** Why something of the command may still go on; empty when nothing does. */
  Optional<String> stop(AttemptFolder folder) {
    try {
      if (folder.claimForNobody() || !running(folder)) {
        return Optional.empty();
      }
      Set<Long> told = new HashSet<>();
      if (ended(folder, settings.grace(), p -> told.add(p.pid()) && p.destroy())
          || ended(folder, UNTIL_KILLED, ProcessHandle::destroyForcibly)) {
        return Optional.empty();
      }
      return Optional.of(left(folder));
    } catch (IOException e) {
      return Optional.of("the state of the command cannot be read or written: " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of("the server is being stopped itself");
    }
  }

  /** Looks again and again: what is told to end may start others first. */
  private static boolean ended(AttemptFolder folder, Duration within, Predicate<ProcessHandle> tell)
      throws InterruptedException {
    for (long left = within.dividedBy(PAUSE); left >= 0; left--) {
      if (!(folder.progress() instanceof Progress.Running(var claim))) {
        return true;
      }
      new Session(claim.pid()).members().forEach(tell::test);
      Thread.sleep(PAUSE);
    }
    return !running(folder);
  }

  private static boolean running(AttemptFolder folder) {
    return folder.progress() instanceof Progress.Running;
  }

  private static String left(AttemptFolder folder) {
    if (!(folder.progress() instanceof Progress.Running(var claim))) {
      return "";
    }
    var members =
        new Session(claim.pid())
            .members().stream()
                .map(p -> p.pid() + p.info().command().map(c -> " (" + c + ")").orElse(""))
                .collect(Collectors.joining(", "));
    return members.isEmpty()
        ? "its supervisor, process %d, cannot write the exit code into %s"
            .formatted(claim.pid(), folder.path())
        : "these processes do not end, not even when killed: " + members;
  }
}
