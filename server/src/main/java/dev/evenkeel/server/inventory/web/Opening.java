package dev.evenkeel.server.inventory.web;

import dev.evenkeel.estate.map.EstateMap;
import dev.evenkeel.estate.map.Node;
import dev.evenkeel.estate.map.Rating;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What the map opens on when nobody asked for something: what the reader looked at last, else the
 * weightiest system.
 *
 * @param last whether the reader looked at it last
 * @param needs how many others need it
 */
record Opening(String id, String title, Rating rating, boolean last, int needs) {

  /**
   * @param last id of what the reader looked at last; may be of something that is gone, or blank
   */
  static Optional<Opening> of(EstateMap map, String last) {
    return MapQuery.find(map, last)
        .map(node -> at(map, node, true))
        .or(() -> weightiest(map).map(node -> at(map, node, false)));
  }

  /** Of the most critical systems that are described, the one that most others need. */
  static Optional<Integer> weightiest(EstateMap map) {
    return IntStream.range(0, map.size())
        .boxed()
        .min(
            Comparator.comparing((Integer node) -> map.node(node).sort() == Node.Sort.SYSTEM)
                .reversed()
                .thenComparing(node -> map.rating(node).criticality())
                .thenComparing(Comparator.<Integer>comparingInt(map::dependents).reversed()));
  }

  private static Opening at(EstateMap map, int node, boolean last) {
    Node found = map.node(node);
    return new Opening(
        MapView.id(found), found.title(), map.rating(node), last, map.dependents(node));
  }
}
