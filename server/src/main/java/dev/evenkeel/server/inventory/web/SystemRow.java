package dev.evenkeel.server.inventory.web;

import dev.evenkeel.estate.EstateSystem;
import dev.evenkeel.estate.map.EstateMap;
import dev.evenkeel.estate.map.Rating;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A system in the list.
 *
 * @param end the first day on which support, security fixes or warranty end
 * @param neededBy how many others name it
 */
record SystemRow(EstateSystem system, Rating rating, Optional<DueDate> end, int neededBy) {

  static SystemRow of(EstateMap map, int node, LocalDate today) {
    EstateSystem system = map.node(node).system().orElseThrow();
    return new SystemRow(
        system,
        map.rating(node),
        firstEnd(system).map(day -> DueDate.of(day, today)),
        map.dependents(node));
  }

  static Optional<LocalDate> firstEnd(EstateSystem system) {
    return Stream.of(system.supportEnd(), system.securityEnd(), system.warrantyEnd())
        .flatMap(Optional::stream)
        .min(Comparator.naturalOrder());
  }

  /** Product and version. */
  public String runs() {
    return (system.product().orElse("") + " " + system.version().orElse("")).strip();
  }
}
