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
      if (folder.claimForNobody()) {
        return Optional.empty();
      }
      return switch (folder.progress()) {
        case Progress.Running(var claim) -> end(folder, new Session(claim.pid()));
        case Progress.Unreadable(var why) -> Optional.of(why);
        default -> Optional.empty();
      };
    } catch (IOException e) {
      return Optional.of(
          "the state of the command in %s cannot be written: %s".formatted(folder.path(), e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of("the server is being stopped itself");
    }
  }

  private Optional<String> end(AttemptFolder folder, Session session) throws InterruptedException {
    Set<Long> told = new HashSet<>();
    if (ended(folder, session, settings.grace(), p -> told.add(p.pid()) && p.destroy())
        || ended(folder, session, UNTIL_KILLED, ProcessHandle::destroyForcibly)) {
      return Optional.empty();
    }
    var left = session.members();
    return left.isEmpty()
        ? Optional.empty()
        : Optional.of(
            left.stream()
                .map(p -> p.pid() + p.info().command().map(" (%s)"::formatted).orElse(""))
                .collect(
                    Collectors.joining(
                        ", ", "these processes do not end, even when killed: ", "")));
  }

  /** Looks again and again: what is told to end may have started others a moment before. */
  private static boolean ended(
      AttemptFolder folder, Session session, Duration within, Predicate<ProcessHandle> tell)
      throws InterruptedException {
    for (long left = within.dividedBy(PAUSE); left >= 0; left--) {
      var members = session.members();
      if (members.isEmpty() && !(folder.progress() instanceof Progress.Running)) {
        return true;
      }
      members.forEach(tell::test);
      Thread.sleep(PAUSE);
    }
    return false;
  }
}
