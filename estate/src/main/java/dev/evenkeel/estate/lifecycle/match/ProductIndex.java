package dev.evenkeel.estate.lifecycle.match;

import dev.evenkeel.estate.lifecycle.Product;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Matches systems to products; made once for many systems.
 *
 * <ol>
 *   <li>A correction by a person wins.
 *   <li>Identifiers say what it is. A library's package URL that no product claims says that it is
 *       none, whatever it is called.
 *   <li>Otherwise the product it is said to be counts, then its name.
 *   <li>What two products claim alike stays undecided.
 * </ol>
 */
public final class ProductIndex {
  private static final double OF_ITS_MAKERS = 0.9;
  private static final double OF_OTHERS = 0.8;
  private static final double SHORT_NAME = 0.65;
  private static final double OF_A_PART = 0.85;
  private static final double BY_NAME_ONLY = 0.9;
  private static final double BESIDE_AN_IDENTIFIER = 0.5;

  /** As many wordings as are kept; more would cost more memory than they save time. */
  private static final int MOST_REMEMBERED = 10_000;

  /**
   * What words say.
   *
   * @param version that stands in them
   * @param found by identifiers
   * @param match empty when only the name of the system can say what it is
   */
  private record Worded(
      Optional<String> version,
      Optional<Correction> correction,
      List<Candidate> found,
      Optional<ProductMatch> match) {}

  private final Map<Wording, Worded> remembered = new ConcurrentHashMap<>();
  private final Map<String, Product> byName = new HashMap<>();
  private final Identifiers identifiers;
  private final Names names;
  private final Corrections corrections;

  private ProductIndex(List<Product> products, List<Correction> corrections) {
    products.forEach(product -> byName.put(product.name(), product));
    this.identifiers = new Identifiers(products);
    this.names = new Names(products);
    this.corrections = new Corrections(corrections);
  }

  public static ProductIndex of(List<Product> products, List<Correction> corrections) {
    return new ProductIndex(products, corrections);
  }

  public ProductMatch match(Description system) {
    var wording = Wording.of(system);
    var worded = worded(wording);
    var version = system.version().or(worded::version);
    var correction = corrections.ofName(system.name()).or(worded::correction);
    if (correction.isPresent()) {
      return decided(correction.get(), version);
    }
    return worded
        .match()
        .map(match -> match.of(version))
        .orElseGet(() ->
            among(
                worded.found(),
                named(system.name()).weaker(BY_NAME_ONLY, "").candidates(),
                version));
  }

  /** Systems with the same words are matched once: in a large estate nearly all share theirs. */
  private Worded worded(Wording wording) {
    var there = remembered.get(wording);
    if (there != null) {
      return there;
    }
    var made = read(wording);
    if (remembered.size() < MOST_REMEMBERED) {
      remembered.put(wording, made);
    }
    return made;
  }

  private Worded read(Wording system) {
    var read = new ArrayList<Identifiers.Read>();
    var found = new ArrayList<Candidate>();
    for (var text : system.identifiers()) {
      Identifiers.read(text)
          .ifPresent(identifier -> {
            read.add(identifier);
            found.addAll(identifiers.find(identifier, text));
          });
    }
    var byProduct = system.product().map(this::named).orElse(Names.Found.NOTHING);
    // Not from the name of the system: the 01 of redis-01 is no version.
    var version =
        read.stream().flatMap(one -> one.version().stream()).findFirst().or(byProduct::version);
    var correction = corrections.of(system);
    if (found.isEmpty() && read.stream().anyMatch(Identifiers.Read::library)) {
      var none =
          ProductMatch.none(
              version,
              "no known product has the identifier " + String.join(", ", system.identifiers()));
      return new Worded(version, correction, found, Optional.of(none));
    }
    var called = new ArrayList<>(byProduct.candidates());
    read.forEach(one -> called.addAll(named(one)));
    return new Worded(
        version,
        correction,
        found,
        called.isEmpty() ? Optional.empty() : Optional.of(among(found, called, version)));
  }

  private static ProductMatch among(
      List<Candidate> found, List<Candidate> called, Optional<String> version) {
    var limit = found.isEmpty() ? 1 : BESIDE_AN_IDENTIFIER;
    var all = new ArrayList<>(found);
    called.forEach(candidate -> all.add(candidate.atMost(limit)));
    return ProductMatch.among(all, version);
  }

  private List<Candidate> named(Identifiers.Read identifier) {
    var named = new ArrayList<>(named(identifier.name()).candidates());
    var whole = Identifiers.withoutPart(identifier.name());
    if (!whole.equals(identifier.name())) {
      named.addAll(named(whole).weaker(OF_A_PART, ", of which it is a part").candidates());
    }
    return named;
  }

  /** By an image, or by words. */
  private Names.Found named(String text) {
    var image = Image.read(text);
    if (image.isEmpty()) {
      return names.find(text);
    }
    var key = image.get().key();
    if (identifiers.knows(key)) {
      var read = new Identifiers.Read(key, 0.97, "", image.get().tag(), false);
      return new Names.Found(identifiers.find(read, text), image.get().tag());
    }
    var named = names.find(image.get().name());
    var trusted =
        image.get().official() || image.get().namedAfterItsMakers()
            ? OF_ITS_MAKERS
            : Words.key(image.get().name()).length() < 6 ? SHORT_NAME : OF_OTHERS;
    return new Names.Found(
        named.weaker(trusted, ", by the name of an image").candidates(),
        image.get().tag().or(named::version));
  }

  private ProductMatch decided(Correction correction, Optional<String> version) {
    var reason = "a person said what '%s' is".formatted(correction.said());
    return correction
        .product()
        .map(name ->
            Optional.ofNullable(byName.get(name))
                .map(product -> List.of(new Candidate(product, 1, reason)))
                .map(one -> ProductMatch.among(one, version))
                .orElseGet(
                    () -> ProductMatch.none(version, reason + ", and there is no product " + name)))
        .orElseGet(() -> ProductMatch.none(version, reason + ": none of the known products"));
  }
}
