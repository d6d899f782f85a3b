package dev.evenkeel.server.inventory.advisory;

import dev.evenkeel.estate.advisory.Advisory;
import dev.evenkeel.estate.advisory.AdvisoryReader;
import dev.evenkeel.estate.advisory.AdvisoryReading;
import dev.evenkeel.estate.advisory.AdvisoryText;
import dev.evenkeel.estate.advisory.UnreadableFile;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.PassingFiles;
import dev.evenkeel.server.shared.PassingFiles.PassingFile;
import dev.evenkeel.server.shared.Refused;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes files of advisories: whole, or nothing of them. */
@Service
public class AdvisoryDesk {
  /** How many are written by one statement. */
  private static final int AT_ONCE = 500;

  private final AdvisoryStore store;
  private final ApplicationEventPublisher events;
  private final PassingFiles passing;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final ReentrantLock storing = new ReentrantLock();

  AdvisoryDesk(
      AdvisoryStore store,
      ApplicationEventPublisher events,
      PassingFiles passing,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.store = store;
    this.events = events;
    this.passing = passing;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /**
   * Takes what a file says of advisories that is new.
   *
   * @param file its name, for people
   * @param in is read to its end first, however slowly it comes
   * @param preview whether to say only what would change
   * @throws Refused when nothing of the file can be taken
   */
  public AdvisoryImport take(String file, InputStream in, boolean preview, Actor actor)
      throws IOException {
    try (PassingFile kept = passing.make("advisories")) {
      try (var out = Files.newOutputStream(kept.place())) {
        in.transferTo(out);
      }
      return take(file, kept.place(), preview, actor);
    }
  }

  /**
   * The same of a file that is there already. It is read before the database is asked for anything:
   * reading may take minutes, and nobody shall wait for a connection meanwhile.
   */
  AdvisoryImport take(String file, Path kept, boolean preview, Actor actor) throws IOException {
    try (PassingFile lines = passing.make("advisories-read")) {
      Read read = read(file, kept, lines.place());
      return store(file, read, lines.place(), preview, actor);
    }
  }

  /** What was read, and how many advisories there are. */
  private record Read(AdvisoryReading reading, int advisories) {}

  private static Read read(String file, Path kept, Path lines) throws IOException {
    try (InputStream in = Files.newInputStream(kept);
        BufferedWriter out = Files.newBufferedWriter(lines)) {
      int[] count = {0};
      AdvisoryReading reading =
          AdvisoryReader.read(
              file,
              Files.size(kept),
              in,
              advisory -> {
                count[0]++;
                line(out, AdvisoryText.of(advisory));
              });
      return new Read(reading, count[0]);
    } catch (UnreadableFile e) {
      throw new Refused(Refused.Kind.INVALID, e.why() + " Nothing was changed.");
    }
  }

  private static void line(BufferedWriter out, String text) {
    try {
      out.write(text);
      out.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One at a time, also of those that only wait: each would hold a connection. */
  private AdvisoryImport store(String file, Read read, Path lines, boolean preview, Actor actor) {
    storing.lock();
    try {
      return Objects.requireNonNull(
          transaction.execute(status -> {
            store.lock();
            AdvisoryStore.Written written = write(file, lines, actor);
            int news = written.added() + written.changed();
            if (preview || news == 0) {
              status.setRollbackOnly();
            } else {
              events.publishEvent(new AdvisoriesChanged(news));
            }
            return result(file, read, written, preview);
          }));
    } finally {
      storing.unlock();
    }
  }

  private AdvisoryStore.Written write(String file, Path lines, Actor actor) {
    Batches batches = new Batches(store.begin(file, actor, clock.instant()));
    try (BufferedReader in = Files.newBufferedReader(lines)) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        batches.add(AdvisoryText.read(line));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    batches.write();
    store.finish(batches.id, batches.written);
    return batches.written;
  }

  private static AdvisoryImport result(
      String file, Read read, AdvisoryStore.Written written, boolean preview) {
    AdvisoryReading reading = read.reading();
    return new AdvisoryImport(
        preview,
        file,
        reading.taken(),
        read.advisories(),
        written.added(),
        written.changed(),
        read.advisories() - written.added() - written.changed(),
        reading.rejections(),
        reading.rejected(),
        reading.remarks());
  }

  /** Writes what is read, some at a time. */
  private final class Batches {
    private final long id;
    private final Map<String, Advisory> waiting = new LinkedHashMap<>();
    private AdvisoryStore.Written written = new AdvisoryStore.Written(0, 0);

    Batches(long id) {
      this.id = id;
    }

    void add(Advisory advisory) {
      waiting.put(advisory.id(), advisory);
      if (waiting.size() == AT_ONCE) {
        write();
      }
    }

    void write() {
      if (!waiting.isEmpty()) {
        written = written.and(store.write(id, waiting.values()));
        waiting.clear();
      }
    }
  }
}
