package dev.evenkeel.estate.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The largest sets of nodes that all depend on one another: the strongly connected components (R.
 * Tarjan, Depth-first search and linear graph algorithms, 1972), without recursion, because a chain
 * may be longer than the stack is deep.
 *
 * <ol>
 *   <li>Go down along the edges, numbering nodes as they are found; all found are open.
 *   <li>On the way up each node learns the lowest number of an open node it leads to.
 *   <li>A node that leads to none lower than itself closes: with all opened since it is a
 *       component.
 * </ol>
 *
 * O(nodes + edges).
 */
final class StrongComponents {
  private static final int CLOSED = Integer.MAX_VALUE;

  private final Adjacency edges;
  private final Kinds kinds;
  private final int[] number;
  private final int[] lowest;
  private final int[] next;
  private final int[] path;
  private final int[] open;
  private int found;
  private int depth;
  private int opened;
  private final List<int[]> components = new ArrayList<>();

  private StrongComponents(DependencyGraph graph, Kinds kinds) {
    this.edges = graph.dependencies();
    this.kinds = kinds;
    number = new int[graph.nodes()];
    lowest = new int[graph.nodes()];
    next = new int[graph.nodes()];
    path = new int[graph.nodes()];
    open = new int[graph.nodes()];
  }

  /** Those of two nodes and more. */
  static List<int[]> of(DependencyGraph graph, Kinds kinds) {
    var search = new StrongComponents(graph, kinds);
    for (int node = 0; node < graph.nodes(); node++) {
      if (search.number[node] == 0) {
        search.from(node);
      }
    }
    return search.components;
  }

  private void from(int start) {
    goDown(start);
    while (depth > 0) {
      int node = path[depth - 1];
      if (next[node] == edges.end(node)) {
        goUp(node);
        continue;
      }
      int place = next[node]++;
      if (kinds.contains(edges.kind(place))) {
        int other = edges.neighbour(place);
        if (number[other] == 0) {
          goDown(other);
        } else {
          lowest[node] = Math.min(lowest[node], number[other]);
        }
      }
    }
  }

  private void goDown(int node) {
    number[node] = ++found;
    lowest[node] = found;
    next[node] = edges.first(node);
    path[depth++] = node;
    open[opened++] = node;
  }

  private void goUp(int node) {
    depth--;
    if (lowest[node] == number[node]) {
      close(node);
    } else {
      int above = path[depth - 1];
      lowest[above] = Math.min(lowest[above], lowest[node]);
    }
  }

  private void close(int node) {
    int end = opened;
    do {
      opened--;
      number[open[opened]] = CLOSED; // lower than nothing
    } while (open[opened] != node);
    if (end - opened > 1) {
      components.add(Arrays.copyOfRange(open, opened, end));
    }
  }
}
