package dev.evenkeel.estate.map;

import dev.evenkeel.estate.graph.Adjacency;
import dev.evenkeel.estate.graph.DependencyGraph;
import dev.evenkeel.estate.graph.Kinds;
import dev.evenkeel.estate.graph.Neighbourhood;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A part of the map, small enough to be looked at: what is around one node, and what a reader
 * opened from there. What depends stands to the left of what it depends on.
 *
 * @param edges numbers of the edges among them
 */
public record Excerpt(EstateMap map, List<Shown> nodes, List<Integer> edges) {

  /** Most nodes on one map. */
  public static final int MOST = 2_000;

  public Excerpt {
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
  }

  /**
   * A node on this map.
   *
   * @param column 0 for the centre, negative to the left
   * @param hidden how many of its neighbours are not on this map
   */
  public record Shown(int node, int column, int hidden) {}

  /**
   * @param hops how far to look around the centre
   * @param opened nodes whose neighbours are wanted too; those that are farther away stand in the
   *     column of the centre
   * @param most how many nodes to show, the nearest first; at most {@link #MOST}
   */
  public static Excerpt around(
      EstateMap map, int centre, int hops, List<Integer> opened, Kinds kinds, int most) {
    int limit = Math.clamp(most, 1, MOST);
    Map<Integer, Integer> columns = new LinkedHashMap<>();
    Neighbourhood.of(map.graph(), kinds, centre, hops, limit)
        .nodes()
        .forEach(shown -> columns.put(shown.node(), column(shown)));
    for (int node : opened) {
      if (columns.size() < limit) {
        columns.putIfAbsent(node, 0);
      }
      Integer column = columns.get(node);
      if (column != null) {
        add(map.graph().dependents(), kinds, node, column - 1, limit, columns);
        add(map.graph().dependencies(), kinds, node, column + 1, limit, columns);
      }
    }
    return of(map, columns, kinds);
  }

  /** Just these nodes, in the columns given, with all edges among them. */
  public static Excerpt of(EstateMap map, Map<Integer, Integer> columns, Kinds kinds) {
    BitSet there = new BitSet();
    columns.keySet().forEach(there::set);
    List<Shown> nodes = new ArrayList<>();
    List<Integer> edges = new ArrayList<>();
    columns.forEach((node, column) ->
        nodes.add(new Shown(node, column, hidden(map.graph(), node, kinds, there, edges))));
    return new Excerpt(map, nodes, edges);
  }

  private static int column(Neighbourhood.Shown shown) {
    return switch (shown.side()) {
      case CENTRE -> 0;
      case DEPENDENT, BOTH -> -shown.hops();
      case DEPENDENCY -> shown.hops();
    };
  }

  private static void add(
      Adjacency edges,
      Kinds kinds,
      int node,
      int column,
      int limit,
      Map<Integer, Integer> columns) {
    for (int place = edges.first(node);
        place < edges.end(node) && columns.size() < limit;
        place++) {
      if (kinds.contains(edges.kind(place))) {
        columns.putIfAbsent(edges.neighbour(place), column);
      }
    }
  }

  private static int hidden(
      DependencyGraph graph, int node, Kinds kinds, BitSet there, List<Integer> edges) {
    BitSet hidden = new BitSet();
    for (Adjacency direction : List.of(graph.dependencies(), graph.dependents())) {
      for (int place = direction.first(node); place < direction.end(node); place++) {
        int neighbour = direction.neighbour(place);
        if (kinds.contains(direction.kind(place))) {
          if (!there.get(neighbour)) {
            hidden.set(neighbour);
          } else if (direction == graph.dependencies()) {
            edges.add(direction.edge(place));
          }
        }
      }
    }
    return hidden.cardinality();
  }
}
