package dev.evenkeel.server.execution.action.exec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Removes the folders of attempts that have ended long ago. Begins some minutes after the start of
 * the server, so that interrupted runs have found their attempts before.
 */
@Component
class Sweeper {
  private static final Logger log = LoggerFactory.getLogger(Sweeper.class);

  private final AttemptFolders folders;
  private final ExecSettings settings;
  private final Clock clock;

  Sweeper(AttemptFolders folders, ExecSettings settings, Clock clock) {
    this.folders = folders;
    this.settings = settings;
    this.clock = clock;
  }

  @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT1H")
  void sweep() {
    Instant before = clock.instant().minus(settings.keep());
    try {
      for (var folder : folders.all()) {
        if (lastChange(folder).isBefore(before) && over(folder)) {
          delete(folder.path());
        }
      }
    } catch (IOException e) {
      log.warn("Folders of old attempts in {} could not be removed: {}", folders.root(), e);
    }
  }

  private static boolean over(AttemptFolder folder) {
    return !(folder.progress() instanceof Progress.Running);
  }

  /** The newest change of the folder or anything in it. */
  private static Instant lastChange(AttemptFolder folder) throws IOException {
    Instant newest = Files.getLastModifiedTime(folder.path()).toInstant();
    try (var files = Files.list(folder.path())) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Instant changed = Files.getLastModifiedTime(file).toInstant();
        newest = changed.isAfter(newest) ? changed : newest;
      }
    }
    return newest;
  }

  private static void delete(Path folder) throws IOException {
    try (var paths = Files.walk(folder)) {
      for (Path path : (Iterable<Path>) paths.sorted(Comparator.reverseOrder())::iterator) {
        Files.deleteIfExists(path);
      }
    }
  }
}
