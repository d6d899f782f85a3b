package dev.evenkeel.server.execution.action.exec;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What Linux tells about a process in {@code /proc/PID/stat}.
 *
 * @param fields those after the name, which may hold anything; the first is the state
 */
record ProcessStat(List<String> fields) {
  private static final int SESSION = 3;

  static Optional<ProcessStat> of(long pid) {
    try {
      var text =
          Files.readString(
              Path.of("/proc", Long.toString(pid), "stat"), StandardCharsets.ISO_8859_1);
      return Optional.of(
          new ProcessStat(List.of(text.substring(text.lastIndexOf(')') + 2).split(" "))));
    } catch (IOException gone) {
      return Optional.empty();
    }
  }

  String field(int index) {
    return fields.get(index);
  }

  /** Ended, but its parent has not taken notice yet. */
  boolean dead() {
    return fields.getFirst().equals("Z") || fields.getFirst().equals("X");
  }

  long session() {
    return Long.parseLong(fields.get(SESSION));
  }
}
