package dev.evenkeel.server.inventory.lifecycle;

import dev.evenkeel.estate.backlog.Ranking;
import dev.evenkeel.estate.backlog.Standings;
import dev.evenkeel.server.inventory.Aside;
import dev.evenkeel.server.inventory.EstateBook;
import dev.evenkeel.server.inventory.EstateChanged;
import dev.evenkeel.server.inventory.Snapshot;
import dev.evenkeel.server.inventory.advisory.AdvisoryWatch;
import dev.evenkeel.server.inventory.advisory.KnownExposures;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Has the backlog ranked before somebody asks.
 *
 * <ol>
 *   <li>After each change of the estate or of what is known of products or advisories, by whichever
 *       server, and on each new day it is ranked again aside; many quick changes become one.
 *   <li>Whoever asks meanwhile gets what was ranked last, and hears since when that is.
 *   <li>A small estate is ranked while the reader waits, which takes no time.
 * </ol>
 */
@Component
public class Rankings {
  /** So many systems and changed documents are ranked while a reader waits. */
  static final int AT_ONCE = 2_000;

  private final EstateBook book;
  private final KnownProducts products;
  private final AdvisoryWatch advisories;
  private final Clock clock;
  private final Aside aside;
  private final ReentrantLock making = new ReentrantLock();
  private volatile @Nullable Made made;
  private volatile @Nullable Standings standings;

  /** A ranking, and of what it was made. */
  private record Made(long seen, long change, long edition, Instant at, Ranking ranking) {}

  /**
   * What a reader gets.
   *
   * @param at as of when
   * @param isFresh whether nothing was changed since; otherwise a new one is being made
   */
  public record View(Ranking ranking, Instant at, boolean isFresh) {}

  Rankings(EstateBook book, KnownProducts products, AdvisoryWatch advisories, Clock clock) {
    this.book = book;
    this.products = products;
    this.advisories = advisories;
    this.clock = clock;
    this.aside = new Aside("backlog", this::make);
  }

  @EventListener(ApplicationReadyEvent.class)
  void started() {
    aside.ask();
  }

  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
  void changed(EstateChanged changed) {
    aside.ask();
  }

  /** What other servers changed, and a new day. */
  @Scheduled(fixedDelayString = "PT2S")
  void look() {
    try {
      if (!aside.isBusy() && !isFresh(made)) {
        aside.ask();
      }
    } catch (DataAccessException | CannotCreateTransactionException notNow) {
      // the database is away; the next look is in two seconds
    }
  }

  /** Empty while the first one of a large estate is being made. Never waits for a large one. */
  public Optional<View> now() {
    Made there = made;
    if (there != null && isFresh(there)) {
      return Optional.of(view(there, true));
    }
    if (isSmall(there)) {
      make();
      return Optional.ofNullable(made).map(now -> view(now, true));
    }
    aside.ask();
    return Optional.ofNullable(there).map(old -> view(old, false));
  }

  /** By what is known of products, and today's date. */
  public Standings standings() {
    KnownProducts.Known known = products.now();
    LocalDate today = LocalDate.now(clock);
    Standings there = standings;
    if (there == null || there.known() != known.catalogue() || !there.today().equals(today)) {
      there = new Standings(known.catalogue(), today);
      standings = there;
    }
    return there;
  }

  private static View view(Made made, boolean fresh) {
    return new View(made.ranking(), made.at(), fresh);
  }

  private boolean isFresh(@Nullable Made there) {
    return there != null
        && there.seen() == book.newest()
        && there.ranking().exposures() == advisories.exposures()
        && there.ranking().standings().today().equals(LocalDate.now(clock));
  }

  private boolean isSmall(@Nullable Made there) {
    long systems = there == null ? 0 : there.ranking().map().size();
    long since = there == null ? 0 : there.change();
    return systems <= AT_ONCE && systems + book.changedSince(since) <= AT_ONCE;
  }

  private void make() {
    making.lock();
    try {
      Made before = made;
      if (isFresh(before)) {
        return;
      }
      Instant now = clock.instant();
      // Asked for first: what is changed while it is made is not in it, and it is made again.
      long seen = book.newest();
      Snapshot snapshot = book.snapshot();
      KnownProducts.Known known = products.now();
      Standings today = standings();
      KnownExposures exposures = advisories.exposures();
      Ranking ranking =
          before != null
                  && before.change() == snapshot.change()
                  && before.edition() == known.edition()
                  && before.ranking().standings() == today
                  && before.ranking().exposures() == exposures
              ? before.ranking()
              : Ranking.of(
                  snapshot.map(),
                  today,
                  exposures,
                  known.weights(),
                  Optional.ofNullable(before).map(Made::ranking));
      made = new Made(seen, snapshot.change(), known.edition(), now, ranking);
    } finally {
      making.unlock();
    }
  }
}
