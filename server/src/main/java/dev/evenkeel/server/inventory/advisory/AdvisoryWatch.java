package dev.evenkeel.server.inventory.advisory;

import dev.evenkeel.estate.Document;
import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.estate.EstateSystem;
import dev.evenkeel.estate.advisory.Advisory;
import dev.evenkeel.estate.advisory.AdvisoryIndex;
import dev.evenkeel.estate.advisory.Hit;
import dev.evenkeel.estate.advisory.Subject;
import dev.evenkeel.server.inventory.Aside;
import dev.evenkeel.server.inventory.EstateBook;
import dev.evenkeel.server.inventory.EstateChanged;
import dev.evenkeel.server.inventory.Snapshot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Knows which systems have which vulnerabilities. Computed aside, once for all changes that came
 * meanwhile; whoever asks gets what was computed last, and hears when there is something newer.
 */
@Component
public class AdvisoryWatch {
  /** What is computed of advisories alone. */
  private record Known(long imports, AdvisoryIndex index) {}

  private final AdvisoryStore store;
  private final EstateBook book;
  private final Aside aside = new Aside("advisories", this::catchUp);

  /** Touched only by the one that computes. */
  private final Map<String, Advisory> advisories = new HashMap<>();

  private volatile Known known = new Known(-1, AdvisoryIndex.of(List.of()));
  private volatile Standing standing = Standing.NONE;
  private volatile KnownExposures exposures = KnownExposures.NONE;

  AdvisoryWatch(AdvisoryStore store, EstateBook book) {
    this.store = store;
    this.book = book;
  }

  /**
   * What was computed last.
   *
   * @param fresh whether nothing was changed since
   */
  public record View(Standing standing, boolean fresh) {}

  public View now() {
    Standing last = standing;
    boolean fresh = !isBehind(last);
    if (!fresh) {
      aside.ask();
    }
    return new View(last, fresh);
  }

  /** For ranking: what was computed last, and begins what is newer. */
  public KnownExposures exposures() {
    now();
    return exposures;
  }

  /** All that is said of a system, also what does not affect it; empty until it is first known. */
  public Optional<List<Hit>> of(EstateSystem system) {
    Known last = known;
    if (last.imports() != store.newest()) {
      aside.ask();
    }
    return last.imports() < 0 ? Optional.empty() : Optional.of(last.index().of(Subject.of(system)));
  }

  @EventListener(ApplicationReadyEvent.class)
  void started() {
    aside.ask();
  }

  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
  void estateChanged(EstateChanged changed) {
    aside.ask();
  }

  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
  void advisoriesChanged(AdvisoriesChanged changed) {
    aside.ask();
  }

  private void catchUp() {
    if (isBehind(standing)) {
      compute();
    }
  }

  private boolean isBehind(Standing last) {
    return last.imports() != store.newest() || last.estate() != book.snapshot().change();
  }

  private void compute() {
    long newest = store.newest();
    if (newest != known.imports()) {
      // What is committed between both questions is read too, and once more next time.
      store.since(known.imports()).forEach(one -> advisories.put(one.id(), one));
      known = new Known(newest, AdvisoryIndex.of(advisories.values()));
    }
    Snapshot snapshot = book.snapshot();
    AdvisoryIndex index = known.index();
    Collection<Document> systems = snapshot.estate().all(EntryKind.SYSTEM).values();
    List<Hit> hits = new ArrayList<>();
    for (Document document : systems) {
      if (document.entry() instanceof EstateSystem system) {
        index.of(Subject.of(system)).stream()
            .filter(hit -> hit.answer() != Hit.Answer.NOT_AFFECTED)
            .forEach(hits::add);
      }
    }
    exposures = KnownExposures.of(hits, index);
    standing = Standing.of(snapshot.change(), newest, index.size(), systems.size(), hits);
  }
}
