package dev.evenkeel.estate.graph;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * What is reached from some nodes along edges in one direction: the nearest first, then by name.
 * Breadth-first search, O(nodes + edges) and the sorting.
 */
final class Reach {
  private final int[] hops;
  private final int[] nodes;
  private int size;

  private Reach(int nodes) {
    this.hops = new int[nodes];
    this.nodes = new int[nodes];
    Arrays.fill(hops, -1);
  }

  /**
   * @param edges of the graph, in the direction to go
   * @param most how many hops to go
   * @param passesOn which nodes to go on from
   */
  static Reach of(
      DependencyGraph graph,
      Adjacency edges,
      Kinds kinds,
      int most,
      IntPredicate passesOn,
      int... starts) {
    var reach = new Reach(graph.nodes());
    for (int start : starts) {
      reach.add(start, 0);
    }
    int near = 0;
    for (int far = 1; far <= most && near < reach.size; far++) {
      int end = reach.size;
      for (; near < end; near++) {
        int node = reach.nodes[near];
        if (!passesOn.test(node)) {
          continue;
        }
        for (int place = edges.first(node); place < edges.end(node); place++) {
          if (kinds.contains(edges.kind(place))) {
            reach.add(edges.neighbour(place), far);
          }
        }
      }
      graph.sortByName(reach.nodes, end, reach.size);
    }
    return reach;
  }

  private void add(int node, int far) {
    if (hops[node] < 0) {
      hops[node] = far;
      nodes[size++] = node;
    }
  }

  /** How many nodes are reached; the starts are. */
  int size() {
    return size;
  }

  int node(int place) {
    return nodes[place];
  }

  /** Hops to the node at a place; after the last, more than any. */
  int hopsAt(int place) {
    return place < size ? hops[nodes[place]] : Integer.MAX_VALUE;
  }

  /** Hops from the nearest start; -1 for what is not reached. */
  int hops(int node) {
    return hops[node];
  }
}
