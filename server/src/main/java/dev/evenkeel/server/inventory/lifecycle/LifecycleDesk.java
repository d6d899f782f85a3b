package dev.evenkeel.server.inventory.lifecycle;

import dev.evenkeel.estate.EstateSystem;
import dev.evenkeel.estate.backlog.Factor.Weight;
import dev.evenkeel.estate.backlog.Standing;
import dev.evenkeel.estate.backlog.Standings;
import dev.evenkeel.estate.backlog.Weights;
import dev.evenkeel.estate.lifecycle.LifecycleFeed;
import dev.evenkeel.estate.lifecycle.Product;
import dev.evenkeel.estate.lifecycle.ProductCatalogue;
import dev.evenkeel.estate.lifecycle.match.Correction;
import dev.evenkeel.server.inventory.EstateBook;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Refused;
import dev.evenkeel.server.shared.Sha256;
import dev.evenkeel.server.shared.StoredText;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Loads lifecycle data, takes corrections, and knows the backlog. */
@Service
public class LifecycleDesk {
  /**
   * What loading a feed has brought.
   *
   * @param isNew false when exactly this was loaded before
   */
  public record Loaded(Feed feed, boolean isNew, List<LifecycleFeed.Unfit> rejected) {}

  /** How many loads of the same products are kept below the newest. */
  private static final int KEPT_BELOW = 2;

  private final FeedStore store;
  private final KnownProducts products;
  private final Rankings rankings;
  private final EstateBook book;
  private final Clock clock;

  LifecycleDesk(
      FeedStore store, KnownProducts products, Rankings rankings, EstateBook book, Clock clock) {
    this.store = store;
    this.products = products;
    this.rankings = rankings;
    this.book = book;
    this.clock = clock;
  }

  public LocalDate today() {
    return LocalDate.now(clock);
  }

  public List<Feed> feeds() {
    return store.feeds();
  }

  public ProductCatalogue catalogue() {
    return products.now().catalogue();
  }

  public Weights weights() {
    return products.now().weights();
  }

  /**
   * Loads lifecycle data in a shape of endoflife.date's API, packed with gzip or not.
   *
   * @param product the name of the only product, for a list of release lines
   * @throws Refused when it cannot be read; nothing is changed then
   */
  public Loaded load(byte[] body, String origin, Optional<String> product, Actor actor) {
    LifecycleFeed feed = FeedText.read(body, product);
    if (feed.products().isEmpty()) {
      throw new Refused(
          Refused.Kind.INVALID,
          "Nothing of %s could be taken; the first reason: %s: %s. Nothing was changed."
              .formatted(
                  origin, feed.rejected().getFirst().what(), feed.rejected().getFirst().reason()));
    }
    String digest =
        HexFormat.of().formatHex(Sha256.of(body)) + product.map(p -> "/" + p).orElse("");
    Set<String> names = names(feed);
    Optional<Feed> same = known(digest, names);
    if (same.isPresent()) {
      return new Loaded(same.get(), false, feed.rejected());
    }
    byte[] packed = FeedText.packed(body);
    try {
      Feed added =
          book.beside(
              "lifecycle data of %d products from %s".formatted(feed.products().size(), origin),
              actor,
              () -> {
                // Asked again: while this waited for its turn the same may have been loaded.
                known(digest, names)
                    .ifPresent(there -> {
                      throw new KnownAlready(there);
                    });
                covered(digest, names).forEach(store::remove);
                return store.add(
                    origin,
                    product,
                    digest,
                    feed.products().size(),
                    feed.rejected().size(),
                    packed,
                    actor,
                    clock.instant());
              });
      return new Loaded(added, true, feed.rejected());
    } catch (KnownAlready meanwhile) {
      return new Loaded(meanwhile.feed, false, feed.rejected());
    }
  }

  /** Takes a change back that would change nothing, so that it is not noted either. */
  private static final class KnownAlready extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Feed feed;

    KnownAlready(Feed feed) {
      super("known already", null, false, false);
      this.feed = feed;
    }
  }

  /** The same data, when nothing newer says anything of its products. */
  private Optional<Feed> known(String digest, Set<String> names) {
    for (Feed old : store.feeds().reversed()) {
      if (store.digest(old.id()).equals(digest)) {
        return Optional.of(old);
      }
      if (!Collections.disjoint(names, namesOf(old))) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /**
   * What is not needed once these are loaded: the same data loaded before, and what the newest ones
   * that would be left say all of. Some are kept for when newer data turns out to be wrong.
   */
  private List<Long> covered(String digest, Set<String> names) {
    List<Long> over = new ArrayList<>();
    List<Set<String>> newer = new ArrayList<>(List.of(names));
    for (Feed old : store.feeds().reversed()) {
      Set<String> its = namesOf(old);
      if (store.digest(old.id()).equals(digest)
          || newer.stream().filter(one -> one.containsAll(its)).count() > KEPT_BELOW) {
        over.add(old.id());
      } else {
        newer.add(its);
      }
    }
    return over;
  }

  private Set<String> namesOf(Feed feed) {
    return names(FeedText.read(store.body(feed.id()), feed.product()));
  }

  /** Forgets lifecycle data; what older data says of its products counts again. */
  public void forgetFeed(long id, Actor actor) {
    Feed feed =
        store.feeds().stream()
            .filter(one -> one.id() == id)
            .findFirst()
            .orElseThrow(() -> noFeed(id));
    book.beside(
        "lifecycle data from %s forgotten".formatted(feed.origin()),
        actor,
        () -> {
          if (store.remove(id) == 0) {
            throw noFeed(id);
          }
          return id;
        });
  }

  private static Refused noFeed(long id) {
    return new Refused(Refused.Kind.NOT_FOUND, "There is no lifecycle data %d.".formatted(id));
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
    var kept = new Correction(StoredText.of(correction.said()), correction.product());
    book.beside(
        "correction: '%s' is %s"
            .formatted(kept.said(), kept.product().orElse("none of the known products")),
        actor,
        () -> {
          store.correct(kept, actor, clock.instant());
          return kept;
        });
  }

  public void forget(String said, Actor actor) {
    book.beside(
        "correction of '%s' forgotten".formatted(said),
        actor,
        () -> {
          if (store.forget(said) == 0) {
            throw new Refused(
                Refused.Kind.NOT_FOUND, "There is no correction of '%s'.".formatted(said));
          }
          return said;
        });
  }

  /** Changes nothing, and notes nothing, when all are as they were. */
  public void weigh(Weights weights, Actor actor) {
    Weights before = weights();
    String changed =
        Arrays.stream(Weight.values())
            .filter(weight -> before.of(weight) != weights.of(weight))
            .map(weight ->
                "%s %d instead of %d"
                    .formatted(
                        weight.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        weights.of(weight),
                        before.of(weight)))
            .collect(Collectors.joining(", "));
    if (!changed.isEmpty()) {
      book.beside(
          "weights of the backlog: " + changed,
          actor,
          () -> {
            store.weigh(weights);
            return weights;
          });
    }
  }

  /** Where a system stands today. */
  public Standing standing(EstateSystem system) {
    return rankings.standings().of(system);
  }

  /** The end of a system's support: as its document states it, otherwise as its vendor says. */
  public Optional<Standing.End> supportEnd(EstateSystem system) {
    return supportEnds().apply(system);
  }

  /** The same for whoever asks for many systems, by what is known at this moment. */
  public Function<EstateSystem, Optional<Standing.End>> supportEnds() {
    Standings now = rankings.standings();
    return system -> Standing.supportEnd(system, now.of(system).status(), now.today());
  }

  /**
   * All that could move.
   *
   * @throws Refused while the first ranking of a large estate is being made
   */
  public Rankings.View ranked() {
    return backlog()
        .orElseThrow(() ->
            new Refused(
                Refused.Kind.NOT_NOW,
                "The backlog is being made for the first time since the server started. Ask again in some seconds."));
  }

  /** The same; empty while the first one is being made. */
  public Optional<Rankings.View> backlog() {
    return rankings.now();
  }
}
