package dev.evenkeel.server.web;

import dev.evenkeel.server.shared.DataFolder;
import dev.evenkeel.server.shared.Trouble;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sees in time that the disk of the data folder fills up, and says so in the log, on every page and
 * in {@code /health}: on a full disk runs wait, because nothing can be written down before it
 * happens.
 */
@Component("disk")
class DiskWatch implements HealthIndicator, Trouble {
  private static final Logger log = LoggerFactory.getLogger(DiskWatch.class);
  private static final long MEGABYTE = 1024 * 1024;

  /** A run's own writing fits in here many times over, and a person has time to act. */
  private static final long LITTLE = 200 * MEGABYTE;

  private final Path folder;
  private volatile Optional<String> trouble = Optional.empty();

  DiskWatch(DataFolder data) {
    this.folder = data.root();
  }

  /** What is wrong with the disk and what to do; empty while there is room. */
  @Override
  public Optional<String> trouble() {
    return trouble;
  }

  @Override
  public Health health() {
    return trouble
        .map(says -> Health.down().withDetail("says", says).build())
        .orElseGet(() -> Health.up().build());
  }

  @Scheduled(fixedDelayString = "PT5S")
  void look() {
    Optional<String> before = trouble;
    trouble = lookAt(folder);
    if (before.isEmpty()) {
      trouble.ifPresent(log::warn);
    } else if (trouble.isEmpty()) {
      log.warn("The disk of {} has room again", folder);
    }
  }

  static Optional<String> lookAt(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Optional.of(
          "The data folder %s is not there any more. See that its disk is.".formatted(folder));
    }
    // Not asked of the file store: Java finds none in a chroot, where no mount point is listed.
    return judge(folder, folder.toFile().getUsableSpace());
  }

  /**
   * @param free bytes
   */
  static Optional<String> judge(Path folder, long free) {
    if (free >= LITTLE) {
      return Optional.empty();
    }
    return Optional.of(
        free < MEGABYTE
            ? "The disk of %s is full, so runs wait. Make room there; they go on by themselves."
                .formatted(folder)
            : "The disk of %s has only %d MB left; when it is full, runs wait. Make room there."
                .formatted(folder, free / MEGABYTE));
  }
}
