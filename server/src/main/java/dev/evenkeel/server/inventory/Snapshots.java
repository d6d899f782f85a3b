package dev.evenkeel.server.inventory;

import dev.evenkeel.estate.Change;
import dev.evenkeel.server.inventory.store.RevisionStore;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Keeps the estate in memory. Every look asks the database for the newest change, one row, and
 * reads what was changed since: whichever server changed it.
 */
@Component
class Snapshots {
  private final RevisionStore revisions;
  private final AtomicReference<Latest> latest =
      new AtomicReference<>(new Latest(0, Snapshot.NONE));

  /**
   * What is known.
   *
   * @param seen the newest change that was looked at; later than the one in the snapshot when it
   *     changed no document
   */
  private record Latest(long seen, Snapshot snapshot) {}

  Snapshots(RevisionStore revisions) {
    this.revisions = revisions;
  }

  Snapshot now() {
    Latest known = latest.get();
    long newest = revisions.newest();
    return newest == known.seen() ? known.snapshot() : readOn(newest);
  }

  /** Whether there are changes that were not read yet. */
  boolean isBehind() {
    return latest.get().seen() != revisions.newest();
  }

  /** Whether nothing was read yet of an estate with more documents than so many. */
  boolean isAwaited(int many) {
    return latest.get().seen() == 0 && revisions.documentsSince(0) > many;
  }

  /** One thread reads; the others wait for what it has read. */
  private synchronized Snapshot readOn(long newest) {
    Latest known = latest.get();
    if (known.seen() >= newest) {
      return known.snapshot();
    }
    // A change that is committed between both questions is read too, and once more next time.
    List<Change> changes = revisions.since(known.seen());
    Snapshot read =
        changes.isEmpty()
            ? known.snapshot()
            : new Snapshot(newest, known.snapshot().estate().after(changes));
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      latest.set(new Latest(newest, read));
    }
    return read;
  }
}
