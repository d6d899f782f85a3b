package dev.evenkeel.server.database;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Short calls of programs the operating system brings. */
final class SystemProgram {
  private SystemProgram() {}

  /**
   * @param output what it printed, both streams
   */
  record Ended(int code, String output) {
    boolean well() {
      return code == 0;
    }
  }

  static boolean isThere(String name) {
    for (var folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
      if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, name))) {
        return true;
      }
    }
    return false;
  }

  /** Whether it is there and ends well. */
  static boolean runs(String... command) {
    return isThere(command[0]) && run(List.of(command), "").well();
  }

  /** Runs to the end; a program that cannot be started counts as one that ended badly. */
  static Ended run(List<String> command, String input) {
    try {
      var process = new ProcessBuilder(command).redirectErrorStream(true).start();
      try (var stdin = process.getOutputStream()) {
        stdin.write(input.getBytes(StandardCharsets.UTF_8));
      } catch (IOException e) {
        // It ended without reading its input; its exit code and output say why.
      }
      var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Ended(process.waitFor(), output);
    } catch (IOException e) {
      return new Ended(127, e.getMessage() == null ? e.toString() : e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Ended(130, "interrupted");
    }
  }
}
