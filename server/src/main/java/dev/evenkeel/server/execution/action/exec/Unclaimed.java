package dev.evenkeel.server.execution.action.exec;

import java.io.IOException;
import java.util.Optional;

/**
 * What it means that nobody has claimed an attempt this server has started. It never began only
 * where everything that was written since is certain to be there: the mark that was left before,
 * and the machine has not lost its memory in between. A folder that was lost, or brought back from
 * a backup, looks the same otherwise.
 */
sealed interface Unclaimed {

  /** It is certain that nothing of the command has run. */
  record NeverBegan() implements Unclaimed {}

  /**
   * It may have begun.
   *
   * @param over whether it is certain that nothing of it goes on any more
   */
  record Lost(String why, boolean over) implements Unclaimed {}

  static Unclaimed of(AttemptFolder folder) {
    Optional<String> boot;
    try {
      boot = folder.preparedIn();
    } catch (IOException e) {
      return new Lost("its state in %s cannot be read: %s".formatted(folder.path(), e), false);
    }
    if (boot.isEmpty()) {
      return new Lost(
          "the folder %s of the command is gone, so nobody can tell whether it began"
              .formatted(folder.path()),
          false);
    }
    if (boot.get().equals(Birth.NO_BOOT)) {
      return new Lost("the server stopped, perhaps after the command had begun", false);
    }
    return boot.get().equals(Birth.thisBoot())
        ? new NeverBegan()
        : new Lost(
            "the machine of the server was restarted, perhaps after the command had begun", true);
  }
}
