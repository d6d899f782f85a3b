package dev.evenkeel.estate.graph;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a map shows around one node: those who depend on it, those they serve in turn, and the other
 * way what it depends on and that in turn. Not those who merely share a dependency with it: their
 * number stands at what they share, and going there shows them.
 *
 * <ol>
 *   <li>Search breadth first, once over dependents and once over dependencies.
 *   <li>Keep the nearest of both, of equally near ones the first by name, until there are enough.
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
    /** Both, as far as was looked: they are in a circle. */
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
    var nearest = nearest(graph, dependents, dependencies, most);
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

  /** Each is among the first of one direction, so no more than the first need to be compared. */
  private static List<Integer> nearest(
      DependencyGraph graph, Reach dependents, Reach dependencies, int most) {
    return IntStream.concat(first(dependents, most), first(dependencies, most))
        .distinct()
        .boxed()
        .sorted(
            Comparator.comparingInt((Integer node) -> hops(node, dependents, dependencies))
                .thenComparing(graph.byName()))
        .limit(most)
        .toList();
  }

  private static IntStream first(Reach reach, int most) {
    return IntStream.range(0, Math.min(most, reach.size())).map(reach::node);
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
