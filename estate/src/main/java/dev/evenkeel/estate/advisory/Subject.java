package dev.evenkeel.estate.advisory;

import dev.evenkeel.estate.EstateSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A system as advisories see it.
 *
 * @param names under which advisories may know it
 */
public record Subject(String name, List<Named> names) {

  /**
   * @param key see {@link Keys}
   * @param version the one that runs
   * @param release of the distribution it belongs to
   * @param by what it is known by: an identifier or the product
   */
  record Named(String key, Optional<String> version, Optional<String> release, String by) {}

  public Subject {
    names = List.copyOf(names);
  }

  /** The same system, were it at another version. */
  public Subject at(String version) {
    return new Subject(
        name,
        names.stream()
            .map(known -> new Named(known.key(), Optional.of(version), known.release(), known.by()))
            .toList());
  }

  /** The version the system is said to run counts, then the one in the identifier. */
  public static Subject of(EstateSystem system) {
    List<Named> names = new ArrayList<>();
    for (String identifier : system.identifiers()) {
      Keys.of(identifier)
          .ifPresent(read -> {
            Optional<String> version = system.version().or(read::version);
            read.keys()
                .forEach(key -> names.add(new Named(key, version, read.release(), identifier)));
          });
    }
    system
        .product()
        .ifPresent(product ->
            names.add(
                new Named(
                    Keys.ofName(product),
                    system.version(),
                    Optional.empty(),
                    "the product " + product)));
    return new Subject(system.name(), names);
  }
}
