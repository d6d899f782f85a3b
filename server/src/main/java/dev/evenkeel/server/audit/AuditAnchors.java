package dev.evenkeel.server.audit;

import dev.evenkeel.audit.Anchor;
import dev.evenkeel.audit.Entry;
import dev.evenkeel.server.shared.DataFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Keeps the number and the hash of the newest row elsewhere than the trail, in the data folder and
 * in the log: a chain whose end was cut off is sound, but shorter than its anchors say.
 */
@Component
public class AuditAnchors {
  private static final Logger log = LoggerFactory.getLogger(AuditAnchors.class);
  private static final String FILE = "audit.anchors";

  private final AuditTrail trail;
  private final DataFolder folder;
  private final Clock clock;
  private Optional<Anchor> last = Optional.empty();
  private volatile Optional<String> trouble = Optional.empty();

  AuditAnchors(AuditTrail trail, DataFolder folder, Clock clock) {
    this.trail = trail;
    this.folder = folder;
    this.clock = clock;
    this.last = all().stream().reduce((one, next) -> next);
  }

  /** What does not fit together; empty while all is well. */
  public Optional<String> trouble() {
    return trouble;
  }

  /** The oldest first; each line also tells when. */
  public List<String> lines() {
    Path file = folder.file(FILE);
    try {
      return Files.exists(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Anchor> all() {
    return lines().stream().filter(line -> !line.isBlank()).map(Anchor::of).toList();
  }

  /** Once a minute, if there is something new. */
  @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT2S")
  synchronized void drop() throws IOException {
    Optional<String> found = last.flatMap(this::missing);
    if (found.isPresent()) {
      if (trouble.isEmpty()) {
        log.error(found.get());
      }
      trouble = found;
      return;
    }
    trouble = Optional.empty();
    Optional<Anchor> head = trail.head();
    if (head.isPresent() && !head.equals(last)) {
      write(head.get());
      last = head;
      log.info("The audit trail ends with row {}", head.get());
    }
  }

  private Optional<String> missing(Anchor anchor) {
    Optional<String> there = trail.row(anchor.seq()).map(Entry::hash);
    return there.filter(anchor.hash()::equals).isPresent()
        ? Optional.empty()
        : Optional.of(
            "The audit trail is not the one this server knew: row %s %s. Rows were taken away or written anew, or this is another database. Verify it with `evenkeel audit verify`; if the other database is meant, move %s away and start again."
                .formatted(
                    anchor,
                    there.isPresent() ? "has another hash" : "is missing",
                    folder.file(FILE)));
  }

  private void write(Anchor anchor) throws IOException {
    Path file = folder.file(FILE);
    if (!Files.exists(file)) {
      folder.write(FILE, "");
    }
    Files.writeString(
        file, "%s %s\n".formatted(anchor, clock.instant()), StandardOpenOption.APPEND);
  }
}
