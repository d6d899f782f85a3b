package dev.evenkeel.server.inventory.lifecycle;

import dev.evenkeel.estate.EstateSystem;
import dev.evenkeel.estate.backlog.Backlog;
import dev.evenkeel.estate.backlog.BacklogItem;
import dev.evenkeel.estate.backlog.Standing;
import dev.evenkeel.estate.backlog.Weights;
import dev.evenkeel.estate.lifecycle.LifecycleFeed;
import dev.evenkeel.estate.lifecycle.LifecycleReader;
import dev.evenkeel.estate.lifecycle.PathRules;
import dev.evenkeel.estate.lifecycle.Product;
import dev.evenkeel.estate.lifecycle.ProductCatalogue;
import dev.evenkeel.estate.lifecycle.UnreadableFeed;
import dev.evenkeel.estate.lifecycle.match.Correction;
import dev.evenkeel.server.inventory.EstateBook;
import dev.evenkeel.server.inventory.Snapshot;
import dev.evenkeel.server.inventory.advisory.AdvisoryWatch;
import dev.evenkeel.server.inventory.advisory.KnownExposures;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Refused;
import dev.evenkeel.server.shared.Sha256;
import dev.evenkeel.server.shared.StoredText;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Loads lifecycle data, takes corrections, and knows the backlog. */
@Service
public class LifecycleDesk {
  private static final int GZIP_MAGIC = 0x1f8b;

  /** What is known of products, as of an edition of the store. */
  private record Known(String edition, ProductCatalogue catalogue, Weights weights) {}

  /** The backlog, and of what it was made. */
  private record Made(
      long change,
      String edition,
      KnownExposures exposures,
      LocalDate day,
      List<BacklogItem> items) {
    boolean isOf(Snapshot snapshot, Known known, KnownExposures now, LocalDate today) {
      return change == snapshot.change()
          && edition.equals(known.edition())
          && exposures == now
          && day.equals(today);
    }
  }

  /**
   * What loading a feed has brought.
   *
   * @param isNew false when exactly this was loaded before
   */
  public record Loaded(Feed feed, boolean isNew, List<LifecycleFeed.Rejected> rejected) {}

  private final FeedStore store;
  private final EstateBook book;
  private final AdvisoryWatch advisories;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final ReentrantLock reading = new ReentrantLock();
  private final ReentrantLock making = new ReentrantLock();
  private volatile @Nullable Known known;
  private volatile @Nullable Made made;

  LifecycleDesk(
      FeedStore store,
      EstateBook book,
      AdvisoryWatch advisories,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.store = store;
    this.book = book;
    this.advisories = advisories;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  public LocalDate today() {
    return LocalDate.now(clock);
  }

  public List<Feed> feeds() {
    return store.feeds();
  }

  public ProductCatalogue catalogue() {
    return known().catalogue();
  }

  public Weights weights() {
    return known().weights();
  }

  /**
   * Loads lifecycle data in a shape of endoflife.date's API, packed with gzip or not.
   *
   * @param product the name of the only product, for a list of release lines
   * @throws Refused when it cannot be read; nothing is changed then
   */
  public Loaded load(byte[] body, String origin, Optional<String> product, Actor actor) {
    LifecycleFeed feed = read(body, product);
    if (feed.products().isEmpty()) {
      throw new Refused(
          Refused.Kind.INVALID,
          "Nothing of %s could be taken; the first reason: %s: %s. Nothing was changed."
              .formatted(
                  origin, feed.rejected().getFirst().what(), feed.rejected().getFirst().reason()));
    }
    String digest =
        HexFormat.of().formatHex(Sha256.of(body)) + product.map(p -> "/" + p).orElse("");
    Optional<Feed> newest = store.newest().filter(last -> store.digest(last.id()).equals(digest));
    if (newest.isPresent()) {
      return new Loaded(newest.get(), false, feed.rejected());
    }
    Set<String> names = names(feed);
    List<Long> covered =
        store.feeds().stream()
            .filter(old -> names.containsAll(names(read(store.body(old.id()), old.product()))))
            .map(Feed::id)
            .toList();
    Feed added =
        Objects.requireNonNull(
            transaction.execute(status -> {
              Feed kept =
                  store.add(
                      origin,
                      product,
                      digest,
                      feed.products().size(),
                      feed.rejected().size(),
                      packed(body),
                      actor,
                      clock.instant());
              covered.forEach(store::remove);
              return kept;
            }));
    return new Loaded(added, true, feed.rejected());
  }

  /** Forgets lifecycle data; what older data says of its products counts again. */
  public void forgetFeed(long id) {
    if (store.remove(id) == 0) {
      throw new Refused(Refused.Kind.NOT_FOUND, "There is no lifecycle data %d.".formatted(id));
    }
  }

  private static Set<String> names(LifecycleFeed feed) {
    return feed.products().stream().map(Product::name).collect(Collectors.toSet());
  }

  /** Says which product something is. */
  public void correct(Correction correction, Actor actor) {
    if (correction.said().isBlank()) {
      throw new Refused(
          Refused.Kind.INVALID, "A correction needs the words that systems use. Give `said`.");
    }
    correction
        .product()
        .filter(name -> catalogue().product(name).isEmpty())
        .ifPresent(name -> {
          throw new Refused(
              Refused.Kind.INVALID,
              "No product '%s' is known. Give the name of one at endoflife.date, or none."
                  .formatted(name));
        });
    store.correct(
        new Correction(StoredText.of(correction.said()), correction.product()),
        actor,
        clock.instant());
  }

  public void forget(String said) {
    if (store.forget(said) == 0) {
      throw new Refused(Refused.Kind.NOT_FOUND, "There is no correction of '%s'.".formatted(said));
    }
  }

  public void weigh(Weights weights) {
    transaction.executeWithoutResult(status -> store.weigh(weights));
  }

  /** Where a system stands today. */
  public Standing standing(EstateSystem system) {
    return Standing.of(system, catalogue(), today());
  }

  /** All that could move, the first first. */
  public List<BacklogItem> backlog() {
    Snapshot snapshot = book.snapshot();
    Known now = known();
    KnownExposures exposures = advisories.exposures();
    LocalDate day = today();
    Made there = made;
    if (there != null && there.isOf(snapshot, now, exposures, day)) {
      return there.items();
    }
    making.lock();
    try {
      there = made;
      if (there == null || !there.isOf(snapshot, now, exposures, day)) {
        there =
            new Made(
                snapshot.change(),
                now.edition(),
                exposures,
                day,
                Backlog.of(snapshot.map(), now.catalogue(), exposures, now.weights(), day));
        made = there;
      }
      return there.items();
    } finally {
      making.unlock();
    }
  }

  private Known known() {
    String edition = store.edition();
    Known there = known;
    if (there != null && there.edition().equals(edition)) {
      return there;
    }
    reading.lock();
    try {
      there = known;
      if (there == null || !there.edition().equals(edition)) {
        there = readAll(edition);
        known = there;
      }
      return there;
    } finally {
      reading.unlock();
    }
  }

  private Known readAll(String edition) {
    Map<String, Product> products = new LinkedHashMap<>();
    for (Feed feed : store.feeds()) {
      read(store.body(feed.id()), feed.product())
          .products()
          .forEach(product -> products.put(product.name(), product));
    }
    return new Known(
        edition,
        ProductCatalogue.of(
            List.copyOf(products.values()), store.corrections(), PathRules.builtIn()),
        store.weights());
  }

  private static LifecycleFeed read(byte[] body, Optional<String> product) {
    try (InputStream text = unpacked(body)) {
      return LifecycleReader.read(text, product);
    } catch (UnreadableFeed | IOException why) {
      throw new Refused(
          Refused.Kind.INVALID,
          "This is no lifecycle data of endoflife.date (API v0 or v1): %s. Nothing was changed."
              .formatted(why.getMessage()));
    }
  }

  private static InputStream unpacked(byte[] body) throws IOException {
    boolean packed = body.length > 2 && ((body[0] & 0xff) << 8 | body[1] & 0xff) == GZIP_MAGIC;
    return packed
        ? new GZIPInputStream(new ByteArrayInputStream(body))
        : new ByteArrayInputStream(body);
  }

  private static byte[] packed(byte[] body) {
    var packed = new ByteArrayOutputStream();
    try (var in = unpacked(body);
        var out = new GZIPOutputStream(packed)) {
      in.transferTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }
}
