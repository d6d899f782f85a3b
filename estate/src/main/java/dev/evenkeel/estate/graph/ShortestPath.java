package dev.evenkeel.estate.graph;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;

/**
 * Looks for the shortest path to one node, breadth first; of several the first by the names along
 * it. Only nodes that lead there at all are entered. O(nodes + edges) a path, and once to see what
 * leads there.
 */
final class ShortestPath {
  private final Adjacency edges;
  private final Kinds kinds;
  private final int to;
  private final Reach leadsThere;
  private final int[] before;
  private final int[] queue;
  private long looksLeft;

  /**
   * @param looks how many edges may be looked at, in all searches together
   */
  ShortestPath(DependencyGraph graph, Kinds kinds, int to, long looks) {
    this.edges = graph.dependencies();
    this.kinds = kinds;
    this.to = to;
    this.looksLeft = looks;
    leadsThere = Reach.of(graph, graph.dependents(), kinds, Integer.MAX_VALUE, node -> true, to);
    before = new int[graph.nodes()];
    queue = new int[graph.nodes()];
  }

  /** Whether a search ended because too many edges were looked at. */
  boolean tiredOut() {
    return looksLeft < 0;
  }

  /**
   * @param closed nodes not to enter
   * @param notNext nodes not to enter from the start
   * @return the nodes of the path, both ends included; empty when there is none or it was not found
   *     in time
   */
  List<Integer> from(int start, BitSet closed, BitSet notNext) {
    if (leadsThere.hops(start) < 0) {
      return List.of();
    }
    var seen = (BitSet) closed.clone();
    seen.set(start);
    int end = 0;
    queue[end++] = start;
    for (int i = 0; i < end; i++) {
      int node = queue[i];
      if (node == to) {
        return pathFrom(start);
      }
      for (int place = edges.first(node); place < edges.end(node); place++) {
        if (--looksLeft < 0) {
          return List.of();
        }
        int other = edges.neighbour(place);
        if (kinds.contains(edges.kind(place))
            && leadsThere.hops(other) >= 0
            && !seen.get(other)
            && !(node == start && notNext.get(other))) {
          seen.set(other);
          before[other] = node;
          queue[end++] = other;
        }
      }
    }
    return List.of();
  }

  private List<Integer> pathFrom(int start) {
    var path = new ArrayList<Integer>();
    for (int node = to; node != start; node = before[node]) {
      path.add(node);
    }
    path.add(start);
    Collections.reverse(path);
    return path;
  }
}
