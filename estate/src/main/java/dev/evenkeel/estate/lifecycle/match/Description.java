package dev.evenkeel.estate.lifecycle.match;

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
  public Description {
    identifiers = List.copyOf(identifiers);
  }
}
