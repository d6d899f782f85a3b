package dev.evenkeel.server.inventory.web;

import dev.evenkeel.estate.map.EstateMap;
import java.util.List;
import java.util.stream.Stream;

/**
 * Systems that need each other in a cycle: none of them can be upgraded before the others.
 *
 * @param members ids of all of them
 * @param example one way round
 */
record Cycle(List<String> members, List<String> example) {

  /** All cycles, those of one system alone at the end. */
  static List<Cycle> in(EstateMap map) {
    return Stream.concat(
            map.cycles().groups().stream()
                .map(group -> new Cycle(ids(map, group.nodes()), ids(map, group.example()))),
            map.cycles().selfLoops().stream()
                .map(node -> ids(map, List.of(node)))
                .map(alone -> new Cycle(alone, alone)))
        .toList();
  }

  private static List<String> ids(EstateMap map, List<Integer> nodes) {
    return nodes.stream().map(node -> MapView.id(map.node(node))).toList();
  }
}
