package dev.evenkeel.estate.graph;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;

/**
 * A shortest cycle in a strongly connected component. That a node depends on itself is none here.
 *
 * <ol>
 *   <li>From each node search breadth first for a cycle through it that is shorter than the best.
 *   <li>Leave that node out from then on: no cycle through it is shorter than the one found.
 * </ol>
 *
 * O(nodes × edges) of the component at worst, so the searches after the first are limited: when
 * they have looked at ten million edges, the best so far has to do.
 */
final class ShortestCycle {
  private static final long MOST_LOOKS = 10_000_000;

  private final Adjacency edges;
  private final Kinds kinds;
  private final BitSet inside;
  private final int[] seenFrom;
  private final int[] hops;
  private final int[] before;
  private final int[] queue;
  private long looks;

  ShortestCycle(DependencyGraph graph, Kinds kinds) {
    this.edges = graph.dependencies();
    this.kinds = kinds;
    inside = new BitSet(graph.nodes());
    seenFrom = new int[graph.nodes()];
    hops = new int[graph.nodes()];
    before = new int[graph.nodes()];
    queue = new int[graph.nodes()];
  }

  /**
   * @param nodes from the first to the last, which depends on the first
   * @param surely whether none is shorter
   */
  record Found(List<Integer> nodes, boolean surely) {}

  /**
   * @param component two nodes and more; of several shortest cycles the one that touches the first
   *     of these is found
   */
  Found in(List<Integer> component) {
    component.forEach(inside::set);
    looks = 0;
    List<Integer> best = List.of();
    int longest = component.size();
    for (int start : component) {
      var cycle = through(start, longest);
      inside.clear(start);
      if (!cycle.isEmpty()) {
        best = cycle;
        longest = cycle.size() - 1;
      }
      if (longest < 2 || looks > MOST_LOOKS) {
        break;
      }
    }
    component.forEach(inside::clear);
    return new Found(best, longest < 2 || looks <= MOST_LOOKS);
  }

  /** The shortest cycle through a node, of at most this many nodes; empty when there is none. */
  private List<Integer> through(int start, int longest) {
    int end = 0;
    queue[end++] = start;
    hops[start] = 0;
    seenFrom[start] = start + 1;
    for (int i = 0; i < end; i++) {
      int node = queue[i];
      if (hops[node] == longest) {
        break;
      }
      for (int place = edges.first(node); place < edges.end(node); place++) {
        looks++;
        int other = edges.neighbour(place);
        if (!kinds.contains(edges.kind(place)) || !inside.get(other)) {
          continue;
        }
        if (other == start && node != start) {
          return pathTo(node, start);
        }
        if (seenFrom[other] != start + 1) {
          seenFrom[other] = start + 1;
          hops[other] = hops[node] + 1;
          before[other] = node;
          queue[end++] = other;
        }
      }
    }
    return List.of();
  }

  private List<Integer> pathTo(int last, int start) {
    var path = new ArrayList<Integer>();
    for (int node = last; node != start; node = before[node]) {
      path.add(node);
    }
    path.add(start);
    Collections.reverse(path);
    return path;
  }
}
