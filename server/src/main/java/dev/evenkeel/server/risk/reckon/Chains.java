package dev.evenkeel.server.risk.reckon;

import dev.evenkeel.estate.graph.Adjacency;
import dev.evenkeel.estate.map.EstateMap;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a system needs, directly and over others, and the shortest chain that leads there. Searches
 * breadth first, so that each is found over as few hops as possible.
 */
final class Chains {
  private final EstateMap map;
  private final int from;

  /** What is needed, and what needed it on the way. */
  private final Map<Integer, Integer> before = new LinkedHashMap<>();

  private Optional<Integer> backFrom = Optional.empty();

  private Chains(EstateMap map, int from) {
    this.map = map;
    this.from = from;
  }

  static Chains from(EstateMap map, int node) {
    Chains chains = new Chains(map, node);
    chains.search();
    return chains;
  }

  private void search() {
    Adjacency needs = map.graph().dependencies();
    Deque<Integer> todo = new ArrayDeque<>(List.of(from));
    while (!todo.isEmpty()) {
      int node = todo.remove();
      for (int place = needs.first(node); place < needs.end(node); place++) {
        int needed = needs.neighbour(place);
        if (needed == from) {
          backFrom = backFrom.or(() -> Optional.of(node));
        } else if (before.putIfAbsent(needed, node) == null) {
          todo.add(needed);
        }
      }
    }
  }

  /** Nodes that are needed, the nearest first. */
  List<Integer> needed() {
    return List.copyOf(before.keySet());
  }

  /** The shortest way there, both ends included. */
  List<Integer> to(int node) {
    List<Integer> chain = new ArrayList<>();
    int at = node;
    while (at != from) {
      chain.add(at);
      at = before.getOrDefault(at, from);
    }
    chain.add(from);
    Collections.reverse(chain);
    return chain;
  }

  /** The shortest cycle through the system; its first is not repeated. */
  Optional<List<Integer>> cycle() {
    return backFrom.map(this::to);
  }

  String words(List<Integer> chain) {
    return String.join(" → ", chain.stream().map(node -> map.node(node).title()).toList());
  }
}
