package dev.evenkeel.server.audit;

import dev.evenkeel.audit.Anchor;
import dev.evenkeel.audit.Deed;
import dev.evenkeel.audit.Entry;
import dev.evenkeel.audit.Facts;
import dev.evenkeel.server.audit.store.EntryStore;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Auditable;
import dev.evenkeel.server.shared.WhoActs;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The trail of who did what. What a transaction tells is collected and appended just before its
 * commit: the lock of the trail is always the last one that is taken, so that it can be part of no
 * deadlock, and whoever fails to get a row changes nothing.
 */
@Service
public class AuditTrail {
  private final EntryStore store;
  private final WhoActs asking;
  private final TransactionTemplate transaction;
  private final Clock clock;

  AuditTrail(
      EntryStore store, WhoActs asking, PlatformTransactionManager transactions, Clock clock) {
    this.store = store;
    this.asking = asking;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /** Takes part in the transaction that is under way; outside of one it has its own. */
  @EventListener
  public void hear(Auditable event) {
    var told = Told.of(event, event.actor().orElseGet(asking::actor));
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      collected().add(told);
    } else {
      transaction.executeWithoutResult(_ -> append(List.of(told)));
    }
  }

  private record Told(Auditable event, Actor actor) {
    /** Who does something himself does it in nobody's name. */
    static Told of(Auditable event, Actor actor) {
      return new Told(
          actor.name().equals(event.facts().get(Auditable.FOR))
              ? event.without(Auditable.FOR)
              : event,
          actor);
    }
  }

  /** Synchronisations are suspended with their transaction, so that each has its own. */
  private Collected collected() {
    for (TransactionSynchronization one : TransactionSynchronizationManager.getSynchronizations()) {
      if (one instanceof Collected collected) {
        return collected;
      }
    }
    var collected = new Collected(this::append);
    TransactionSynchronizationManager.registerSynchronization(collected);
    return collected;
  }

  private static final class Collected implements TransactionSynchronization {
    private final List<Told> all = new ArrayList<>();
    private final Consumer<List<Told>> append;

    Collected(Consumer<List<Told>> append) {
      this.append = append;
    }

    void add(Told told) {
      all.add(told);
    }

    @Override
    public void beforeCommit(boolean readOnly) {
      append.accept(all);
    }

    @Override
    public int getOrder() {
      return Ordered.LOWEST_PRECEDENCE;
    }
  }

  private void append(List<Told> all) {
    Optional<Anchor> head = store.lock();
    long seq = head.map(Anchor::seq).orElse(0L);
    String hash = head.map(Anchor::hash).orElse(Entry.NOTHING);
    Instant now = clock.instant();
    List<Entry> entries = new ArrayList<>(all.size());
    for (Told told : all) {
      Entry entry = Entry.after(seq, hash, deed(told, now));
      entries.add(entry);
      seq = entry.seq();
      hash = entry.hash();
    }
    store.append(entries);
  }

  private static Deed deed(Told told, Instant now) {
    Auditable event = told.event();
    return new Deed(
        now,
        told.actor().kind().name(),
        Facts.storable(told.actor().name()),
        Facts.storable(event.what()),
        Facts.storable(event.subject()),
        Facts.storable(Facts.write(event.facts())));
  }

  /** The newest row; empty when there is none yet. */
  public Optional<Anchor> head() {
    return store.head();
  }

  /** The newest first. */
  public List<Entry> find(AuditQuery query, int limit) {
    return store.find(query, limit);
  }

  /**
   * Rows in their order, some at a time.
   *
   * @param after the number of the last row that is known
   */
  public List<Entry> after(long after, int limit) {
    return store.after(after, limit);
  }

  /** One row. */
  public Optional<Entry> row(long seq) {
    return store.after(seq - 1, 1).stream().filter(entry -> entry.seq() == seq).findFirst();
  }
}
