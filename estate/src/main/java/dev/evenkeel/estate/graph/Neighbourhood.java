package dev.evenkeel.estate.graph;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * What a map shows around one node: who depends on it, directly and over others, and what it
 * depends on, directly and over others. Not those who merely share a dependency with it: their
 * number stands at what they share, and going there shows them.
 *
 * <ol>
 *   <li>Search breadth first, once over dependents and once over dependencies.
 *   <li>Keep the nearest of both until there are enough; of equally near ones, in turn the next by
 *       name from either side, so that no side crowds out the other.
 *   <li>Take all edges among these, and count at each how many of its neighbours are not there.
 * </ol>
 *
 * O(nodes + edges).
 *
 * @param nodes the centre first, then the nearest, then by name
 * @param edges all edges among them
 */
public record Neighbourhood(List<Shown> nodes, List<Integer> edges) {
  public Neighbourhood {
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
  }

  /**
   * A node on the map.
   *
   * @param hidden how many neighbours are not on the map, whichever the direction
   */
  public record Shown(int node, int hops, Side side, int hidden) {}

  /** On which side of the centre a node stands. */
  public enum Side {
    CENTRE,
    /** Needs the centre, directly or not. */
    DEPENDENT,
    /** Is needed by the centre, directly or not. */
    DEPENDENCY,
    /** Both, as far as was looked: they are in a cycle. */
    BOTH
  }

  /**
   * @param hops how far to look
   * @param most how many nodes to show
   */
  public static Neighbourhood of(
      DependencyGraph graph, Kinds kinds, int centre, int hops, int most) {
    var dependents = Reach.of(graph, graph.dependents(), kinds, hops, node -> true, centre);
    var dependencies = Reach.of(graph, graph.dependencies(), kinds, hops, node -> true, centre);
    var nearest = nearest(dependents, dependencies, most);
    nearest.sort(
        Comparator.comparingInt((Integer node) -> hops(node, dependents, dependencies))
            .thenComparing(graph.byName()));
    var there = new BitSet();
    nearest.forEach(there::set);

    var shown = new ArrayList<Shown>();
    var edges = new ArrayList<Integer>();
    for (int node : nearest) {
      var hidden = new HashSet<Integer>();
      for (var direction : List.of(graph.dependents(), graph.dependencies())) {
        for (int place = direction.first(node); place < direction.end(node); place++) {
          if (kinds.contains(direction.kind(place))) {
            if (!there.get(direction.neighbour(place))) {
              hidden.add(direction.neighbour(place));
            } else if (direction == graph.dependencies()) {
              edges.add(direction.edge(place));
            }
          }
        }
      }
      shown.add(
          new Shown(
              node,
              hops(node, dependents, dependencies),
              side(node, centre, dependents, dependencies),
              hidden.size()));
    }
    return new Neighbourhood(shown, edges);
  }

  private static List<Integer> nearest(Reach dependents, Reach dependencies, int most) {
    var nearest = new LinkedHashSet<Integer>();
    int above = 0;
    int below = 0;
    boolean aboveInTurn = true;
    while (nearest.size() < most && above + below < dependents.size() + dependencies.size()) {
      int nearer = Integer.compare(dependents.hopsAt(above), dependencies.hopsAt(below));
      if (nearer < 0 || nearer == 0 && aboveInTurn) {
        nearest.add(dependents.node(above++));
        aboveInTurn = false;
      } else {
        nearest.add(dependencies.node(below++));
        aboveInTurn = true;
      }
    }
    return new ArrayList<>(nearest);
  }

  private static int hops(int node, Reach dependents, Reach dependencies) {
    int up = dependents.hops(node);
    int down = dependencies.hops(node);
    return up < 0 ? down : down < 0 ? up : Math.min(up, down);
  }

  private static Side side(int node, int centre, Reach dependents, Reach dependencies) {
    if (node == centre) {
      return Side.CENTRE;
    }
    if (dependents.hops(node) < 0) {
      return Side.DEPENDENCY;
    }
    return dependencies.hops(node) < 0 ? Side.DEPENDENT : Side.BOTH;
  }
}
