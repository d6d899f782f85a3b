package dev.evenkeel.server.shared;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** A temporary folder that goes with what needed it, at the latest with the test run. */
public final class PassingFolder {
  private static final int TRIES = 50;

  private PassingFolder() {}

  /** Is gone when the test run has ended. */
  public static Path untilTheEnd() {
    Path folder = made();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
    return folder;
  }

  /** Whoever asks for it deletes it. */
  public static Path made() {
    try {
      return Files.createTempDirectory("evenkeel-test-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Servers that are just ending take away files of their own: it is tried again then. */
  public static void delete(Path folder) {
    for (int i = 0; i < TRIES && Files.exists(folder); i++) {
      try (var files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      } catch (IOException | UncheckedIOException stillInUse) {
        pause();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
