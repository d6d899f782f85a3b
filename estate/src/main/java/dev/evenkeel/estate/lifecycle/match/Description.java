package dev.evenkeel.estate.lifecycle.match;

import dev.evenkeel.estate.EstateSystem;
import java.util.List;
import java.util.Optional;

/**
 * What a system says of itself.
 *
 * @param name what it is called, which need not have to do with what it is
 * @param product what it is said to be, in anybody's words: {@code Ubuntu Linux 20.04}, {@code
 *     postgresql-15}, {@code docker.io/library/postgres:15.4-alpine}
 * @param identifiers package URLs, CPEs, {@code repology:NAME}
 */
public record Description(
    String name, Optional<String> product, List<String> identifiers, Optional<String> version) {
  /** Longer than anything that names a product. */
  private static final int LONGEST = 500;

  public Description {
    name = shortened(name);
    product = product.map(Description::shortened);
    identifiers = identifiers.stream().map(Description::shortened).toList();
  }

  /** Of a system of the estate. */
  public static Description of(EstateSystem system) {
    return new Description(
        system.title().orElse(system.name()),
        system.product(),
        system.identifiers(),
        system.version());
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
  }
}
