package dev.evenkeel.server.execution.action.exec;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * When a process began, told in the same way as {@code supervise.sh} tells it: on Linux in clock
 * ticks since the machine started, which nobody's setting of the clock changes; elsewhere as {@code
 * ps} prints it.
 *
 * @param boot which start of the machine; {@code -} where that is not needed
 */
record Birth(String time, String boot) {
  private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");

  /** Where the machine does not tell its starts apart. */
  static final String NO_BOOT = "-";

  private static final int BIRTH_FIELD = 19;

  /** Empty when there is no such process, or only a dead one nobody has buried. */
  static Optional<Birth> of(long pid) {
    if (Files.isReadable(Path.of("/proc/self/stat"))) {
      return ProcessStat.of(pid)
          .filter(stat -> !stat.dead())
          .map(stat -> new Birth(stat.field(BIRTH_FIELD), thisBoot()));
    }
    return fromPs(pid).map(text -> new Birth(text, thisBoot()));
  }

  static String thisBoot() {
    try {
      return Files.isReadable(BOOT_ID) ? Files.readString(BOOT_ID).strip() : NO_BOOT;
    } catch (IOException e) {
      return NO_BOOT;
    }
  }

  static Optional<String> fromPs(long pid) {
    try {
      var ps = new ProcessBuilder("ps", "-o", "lstart=", "-p", Long.toString(pid));
      ps.environment().put("LC_ALL", "C");
      var process = ps.redirectErrorStream(true).start();
      var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor() == 0 && !text.isBlank()
          ? Optional.of(text.strip().replaceAll(" +", "_"))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
