package dev.evenkeel.estate.lifecycle.match;

import dev.evenkeel.estate.lifecycle.Product;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds products by names in anybody's words.
 *
 * <ol>
 *   <li>The longest beginning of the text that is a name, an alias or the label of a product; after
 *       it may come words that say nothing and a version. With other words after it it is hardly
 *       more than a guess.
 *   <li>The same without the vendor in front.
 *   <li>The same with a number at the end of the name taken for the version ({@code python3}).
 * </ol>
 *
 * Every step away from the plain name costs confidence.
 */
final class Names {
  private static final double PLAIN = 0.95;
  private static final double DERIVED = 0.87;
  private static final double WORDS_LEFT_OUT = 0.88;
  private static final double WORDS_AFTER_VERSION = 0.7;
  private static final double OTHER_WORDS = 0.55;
  private static final double WITHOUT_VENDOR = 0.88;
  private static final double NUMBER_SPLIT_OFF = 0.9;
  private static final double SEVERAL = 0.6;
  private static final Pattern NUMBER_AT_END = Pattern.compile("([a-z]{3,}?)(\\d[\\d.]*)");

  /** Begins with the name of a product and is another one, even where nobody listed that. */
  private static final Set<String> OTHERS = Set.of("windowsserver", "windowsce", "windowsphone");

  /** A product under one of its names. */
  private record Known(Product product, double strength) {}

  /**
   * @param version what was taken for the version
   */
  record Found(List<Candidate> candidates, Optional<String> version) {
    static final Found NOTHING = new Found(List.of(), Optional.empty());

    Found weaker(double factor, String because) {
      return new Found(
          candidates.stream()
              .map(one ->
                  new Candidate(one.product(), one.confidence() * factor, one.reason() + because))
              .toList(),
          version);
    }
  }

  private final Map<String, List<Known>> byKey = new HashMap<>();

  Names(List<Product> products) {
    for (var product : products) {
      add(Words.key(product.name()), product, PLAIN);
      product.aliases().forEach(alias -> add(Words.key(alias), product, PLAIN));
      add(Words.key(product.label()), product, PLAIN);
      derive(product);
    }
  }

  /** The label without its vendor, and without words at its end that say nothing. */
  private void derive(Product product) {
    var words = Words.of(product.label());
    var first = 0;
    while (first < words.size() - 1 && Words.isVendor(words.get(first))) {
      first++;
    }
    var last = words.size();
    while (last > first + 1 && Words.saysNothing(words.get(last - 1))) {
      last--;
    }
    addDerived(words.subList(first, words.size()), product);
    addDerived(words.subList(0, last), product);
    addDerived(words.subList(first, last), product);
  }

  private void addDerived(List<String> words, Product product) {
    var key = Words.key(words);
    if (!Words.isCommon(key) && !OTHERS.contains(key)) {
      add(key, product, DERIVED);
    }
  }

  private void add(String key, Product product, double strength) {
    if (key.isEmpty()) {
      return;
    }
    var known = byKey.computeIfAbsent(key, _ -> new ArrayList<>());
    if (known.stream().noneMatch(one -> one.product().equals(product))) {
      known.add(new Known(product, strength));
    }
  }

  Found find(String text) {
    var words = Words.of(text);
    var found = beginning(words, text);
    if (found.candidates().isEmpty() && words.size() > 1 && Words.isVendor(words.getFirst())) {
      found =
          beginning(words.subList(1, words.size()), text)
              .weaker(WITHOUT_VENDOR, ", without the vendor");
    }
    return found.candidates().isEmpty() ? splitting(words, text) : found;
  }

  private Found splitting(List<String> words, String text) {
    if (words.isEmpty()) {
      return Found.NOTHING;
    }
    var number = NUMBER_AT_END.matcher(words.getFirst());
    if (!number.matches()) {
      return Found.NOTHING;
    }
    var split = new ArrayList<>(List.of(number.group(1), number.group(2)));
    split.addAll(words.subList(1, words.size()));
    return beginning(split, text).weaker(NUMBER_SPLIT_OFF, ", taking its number for the version");
  }

  private Found beginning(List<String> words, String text) {
    for (var end = Math.min(words.size(), 8); end > 0; end--) {
      var key = Words.key(words.subList(0, end));
      if (OTHERS.contains(key) && !byKey.containsKey(key)) {
        return Found.NOTHING;
      }
      var rest = words.subList(end, words.size());
      var fitting = byKey.getOrDefault(key, List.of());
      if (!fitting.isEmpty()) {
        return found(strongest(fitting), rest, text);
      }
    }
    return Found.NOTHING;
  }

  /** A product's own name beats what was made of the label of another. */
  private static List<Known> strongest(List<Known> fitting) {
    var best = fitting.stream().mapToDouble(Known::strength).max().orElse(0);
    return fitting.stream().filter(known -> known.strength() == best).toList();
  }

  private static Found found(List<Known> fitting, List<String> rest, String text) {
    var candidates = new ArrayList<Candidate>();
    Optional<String> version = Optional.empty();
    for (var known : fitting) {
      var left = Rest.of(rest, known.product());
      var strength = known.strength() * left.factor() * (fitting.size() > 1 ? SEVERAL : 1);
      var reason =
          "'%s' is a name of %s%s".formatted(text, known.product().label(), left.because());
      candidates.add(new Candidate(known.product(), strength, reason));
      version = version.or(left::version);
    }
    return new Found(candidates, version);
  }

  /**
   * What follows the name: words that say nothing, then a version or nothing. Further words may
   * make another product of it, as {@code python3-jinja2} is not Python.
   */
  private record Rest(double factor, String because, Optional<String> version) {
    static Rest of(List<String> rest, Product product) {
      var at = 0;
      while (at < rest.size() && Words.saysNothing(rest.get(at))) {
        at++;
      }
      var factor = at > 0 ? WORDS_LEFT_OUT : 1;
      var because = at > 0 ? ", leaving out words that say nothing" : "";
      if (at == rest.size()) {
        return new Rest(factor, because, Optional.empty());
      }
      var version = String.join(" ", rest.subList(at, rest.size()));
      if (!Words.isVersion(rest.get(at)) && product.lineOf(version).isPresent()) {
        return new Rest(factor, because, Optional.of(version));
      }
      var end = at;
      while (end < rest.size() && Words.goesOnWithVersion(rest.get(end), end == at)) {
        end++;
      }
      if (end == at) {
        return new Rest(
            factor * OTHER_WORDS, because + ", with other words after it", Optional.empty());
      }
      var said = Optional.of(String.join(" ", rest.subList(at, end)));
      return end == rest.size()
          ? new Rest(factor, because, said)
          : new Rest(factor * WORDS_AFTER_VERSION, because + ", with more after it", said);
    }
  }
}
