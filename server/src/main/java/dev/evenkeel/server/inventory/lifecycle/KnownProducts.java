package dev.evenkeel.server.inventory.lifecycle;

import dev.evenkeel.estate.backlog.Weights;
import dev.evenkeel.estate.lifecycle.PathRules;
import dev.evenkeel.estate.lifecycle.Product;
import dev.evenkeel.estate.lifecycle.ProductCatalogue;
import dev.evenkeel.server.inventory.EstateBook;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps what is known of products in memory. Every change of it has a number in the sequence of the
 * estate's changes, so that every server learns of it, whatever its clock says.
 */
@Component
class KnownProducts {
  private final FeedStore store;
  private final OwnRuleStore ownRules;
  private final EstateBook book;
  private final TransactionTemplate atOneMoment;
  private final ReentrantLock reading = new ReentrantLock();
  private volatile @Nullable Known known;

  /**
   * What is known.
   *
   * @param seen the newest change of the estate that was looked at
   * @param edition the newest that was about products
   */
  record Known(long seen, long edition, ProductCatalogue catalogue, Weights weights) {}

  KnownProducts(
      FeedStore store,
      OwnRuleStore ownRules,
      EstateBook book,
      PlatformTransactionManager transactions) {
    this.store = store;
    this.ownRules = ownRules;
    this.book = book;
    this.atOneMoment = new TransactionTemplate(transactions);
    atOneMoment.setReadOnly(true);
    atOneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
  }

  Known now() {
    long newest = book.newest();
    Known there = known;
    if (there != null && there.seen() == newest) {
      return there;
    }
    reading.lock();
    try {
      there = known;
      if (there == null || there.seen() < newest) {
        there = readOn(there, newest);
        known = there;
      }
      return there;
    } finally {
      reading.unlock();
    }
  }

  private Known readOn(@Nullable Known before, long newest) {
    if (before != null && book.newestBeside(before.seen()) == 0) {
      return new Known(newest, before.edition(), before.catalogue(), before.weights());
    }
    return Objects.requireNonNull(atOneMoment.execute(status -> readAll()));
  }

  /** They were well when they were kept; what a later Evenkeel cannot read any more is left out. */
  private PathRules ownRules() {
    return new PathRules(
        ownRules.all().stream()
            .flatMap(rule -> PathRules.read(rule.product(), rule.text()).rules().stream())
            .flatMap(rules -> rules.rules().stream())
            .toList());
  }

  private Known readAll() {
    long newest = book.newest();
    Map<String, Product> products = new LinkedHashMap<>();
    for (Feed feed : store.feeds()) {
      FeedText.read(store.body(feed.id()), feed.product())
          .products()
          .forEach(product -> products.put(product.name(), product));
    }
    return new Known(
        newest,
        book.newestBeside(0),
        ProductCatalogue.of(
            List.copyOf(products.values()),
            store.corrections(),
            PathRules.builtIn().with(ownRules())),
        store.weights());
  }
}
