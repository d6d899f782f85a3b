package dev.evenkeel.server.inventory.web;

import dev.evenkeel.estate.map.EstateMap;
import java.util.List;
import java.util.stream.Stream;

/**
 * Systems that need each other in a circle: none of them can be upgraded before the others.
 *
 * @param members ids of all of them
 * @param example one way round
 */
record Circle(List<String> members, List<String> example) {

  /** All circles, those of one system alone at the end. */
  static List<Circle> in(EstateMap map) {
    return Stream.concat(
            map.cycles().groups().stream()
                .map(group -> new Circle(ids(map, group.nodes()), ids(map, group.example()))),
            map.cycles().selfLoops().stream()
                .map(node -> ids(map, List.of(node)))
                .map(alone -> new Circle(alone, alone)))
        .toList();
  }

  private static List<String> ids(EstateMap map, List<Integer> nodes) {
    return nodes.stream().map(node -> MapView.id(map.node(node))).toList();
  }
}
