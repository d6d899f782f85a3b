package dev.evenkeel.server.inventory.web;

import dev.evenkeel.estate.Criticality;
import dev.evenkeel.estate.EstateSystem;
import dev.evenkeel.estate.SystemType;
import dev.evenkeel.estate.map.EstateMap;
import dev.evenkeel.estate.map.Node;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Which systems a reader wants to see, in which order.
 *
 * @param q words that must all be found in name, title, product, version, owner, team or location
 * @param ending within how many days support, as stated or the vendor's, or warranty ends; 0 for
 *     what has ended
 * @param sort {@code criticality}, {@code end}, {@code needed} or {@code users}; anything else
 *     means by name
 */
record SystemFilter(
    String q,
    Optional<Criticality> criticality,
    Optional<SystemType> type,
    String team,
    Optional<Integer> ending,
    String sort) {
  public boolean isEmpty() {
    return q.isBlank()
        && criticality.isEmpty()
        && type.isEmpty()
        && team.isBlank()
        && ending.isEmpty();
  }

  /** The nodes of the systems that are wanted, in the order that is wanted. */
  List<Integer> of(EstateMap map, Ends ends, LocalDate today) {
    IntStream found =
        IntStream.range(0, map.size())
            .filter(node -> map.node(node).sort() == Node.Sort.SYSTEM)
            .filter(node -> isEmpty() || takes(map, ends, node, today));
    return order(map, ends)
        .map(order -> found.boxed().sorted(order).toList())
        .orElseGet(() -> found.boxed().toList());
  }

  private boolean takes(EstateMap map, Ends ends, int node, LocalDate today) {
    EstateSystem system = map.node(node).system().orElseThrow();
    return criticality.filter(c -> c != map.rating(node).criticality()).isEmpty()
        && type.filter(t -> t != system.type()).isEmpty()
        && (team.isBlank() || system.team().filter(team::equals).isPresent())
        && ending.filter(days -> !endsWithin(ends, node, days, today)).isEmpty()
        && saysAll(system);
  }

  private static boolean endsWithin(Ends ends, int node, int days, LocalDate today) {
    return ends.day().applyAsInt(node) < Ends.number(today.plusDays(days));
  }

  private boolean saysAll(EstateSystem system) {
    return DocumentView.says(
        q,
        system.name(),
        system.title().orElse(""),
        system.product().orElse(""),
        system.version().orElse(""),
        system.owner().orElse(""),
        system.team().orElse(""),
        system.location().orElse(""));
  }

  /** Nodes are in the order of their names already, and equal ones stay so. */
  private Optional<Comparator<Integer>> order(EstateMap map, Ends ends) {
    return Optional.ofNullable(
        switch (sort) {
          case "criticality" ->
              Comparator.comparing((Integer node) -> map.rating(node).criticality())
                  .thenComparing(Comparator.<Integer>comparingInt(map::dependents).reversed());
          case "end" -> Comparator.<Integer>comparingInt(ends.day()::applyAsInt);
          case "needed" -> Comparator.<Integer>comparingInt(map::dependents).reversed();
          case "users" ->
              Comparator.comparingLong((Integer node) -> map.node(node).users()).reversed();
          default -> null;
        });
  }
}
