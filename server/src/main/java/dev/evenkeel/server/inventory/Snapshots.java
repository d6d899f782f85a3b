package dev.evenkeel.server.inventory;

import dev.evenkeel.server.inventory.store.RevisionStore;
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
  private final AtomicReference<Snapshot> latest = new AtomicReference<>(Snapshot.NONE);

  Snapshots(RevisionStore revisions) {
    this.revisions = revisions;
  }

  Snapshot now() {
    Snapshot known = latest.get();
    long newest = revisions.newest();
    return newest == known.change() ? known : readOn(newest);
  }

  /** One thread reads; the others wait for what it has read. */
  private synchronized Snapshot readOn(long newest) {
    Snapshot known = latest.get();
    if (known.change() >= newest) {
      return known;
    }
    // A change that is committed between both questions is read too, and once more next time.
    var read = new Snapshot(newest, known.estate().after(revisions.since(known.change())));
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      latest.set(read);
    }
    return read;
  }
}
