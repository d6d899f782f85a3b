package dev.evenkeel.server.inventory.advisory;

import dev.evenkeel.estate.advisory.Advisory;
import dev.evenkeel.estate.advisory.AdvisoryReader;
import dev.evenkeel.estate.advisory.AdvisoryReading;
import dev.evenkeel.estate.advisory.UnreadableFile;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
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
  private final TransactionTemplate transaction;
  private final Clock clock;

  AdvisoryDesk(
      AdvisoryStore store,
      ApplicationEventPublisher events,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.store = store;
    this.events = events;
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
    Path kept = Files.createTempFile("advisories", null);
    try {
      try (var out = Files.newOutputStream(kept)) {
        in.transferTo(out);
      }
      return Objects.requireNonNull(
          transaction.execute(status -> {
            store.lock();
            AdvisoryImport result = read(file, kept, preview, actor);
            if (preview || result.added() + result.changed() == 0) {
              status.setRollbackOnly();
            } else {
              events.publishEvent(new AdvisoriesChanged(result.added() + result.changed()));
            }
            return result;
          }));
    } finally {
      Files.delete(kept);
    }
  }

  private AdvisoryImport read(String file, Path kept, boolean preview, Actor actor) {
    Batches batches = new Batches(store.begin(file, actor, clock.instant()));
    try (InputStream in = Files.newInputStream(kept)) {
      AdvisoryReading reading = AdvisoryReader.read(file, Files.size(kept), in, batches::add);
      batches.write();
      store.finish(batches.id, batches.written);
      int news = batches.written.added() + batches.written.changed();
      return new AdvisoryImport(
          preview,
          file,
          reading.taken(),
          batches.advisories,
          batches.written.added(),
          batches.written.changed(),
          batches.advisories - news,
          reading.rejections(),
          reading.rejected(),
          reading.remarks());
    } catch (UnreadableFile e) {
      throw new Refused(Refused.Kind.INVALID, e.why() + " Nothing was changed.");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes what is read, some at a time. */
  private final class Batches {
    private final long id;
    private final Map<String, Advisory> waiting = new LinkedHashMap<>();
    private AdvisoryStore.Written written = new AdvisoryStore.Written(0, 0);
    private int advisories;

    Batches(long id) {
      this.id = id;
    }

    void add(Advisory advisory) {
      advisories++;
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
