package dev.evenkeel.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Has the program prepare its quick starts before the first journey: once, though journeys run in
 * two processes, and without the time of any of them. A journey that nobody prepared for does it
 * itself.
 */
public final class PreparedStart implements LauncherSessionListener {
  @Override
  public void launcherSessionOpened(LauncherSession session) {
    // Whoever only looks for tests does so from elsewhere, or before anything is packaged.
    if (!Archive.isThere()) {
      return;
    }
    Path target = Path.of("target").toAbsolutePath();
    try {
      Files.createDirectories(target);
      try (var turn =
              FileChannel.open(
                  target.resolve("prepare.lock"),
                  StandardOpenOption.CREATE,
                  StandardOpenOption.WRITE);
          var _ = turn.lock()) {
        Archive.call(Map.of(), List.of("prepare"))
            .redirectErrorStream(true)
            .redirectOutput(
                ProcessBuilder.Redirect.appendTo(target.resolve("prepare.log").toFile()))
            .start()
            .waitFor();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Quick starts could not be prepared", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
