package dev.evenkeel.estate.graph;

/**
 * The neighbours of every node in one direction, in compressed sparse rows: those of node n fill
 * the places from {@code first(n)} up to and without {@code end(n)} of one long array.
 *
 * <pre>{@code
 * for (int place = edges.first(node); place < edges.end(node); place++) {
 *   edges.neighbour(place) …
 * }
 * }</pre>
 *
 * A node's neighbours stand in the order of their names, parallel edges in that of their numbers.
 *
 * <ol>
 *   <li>Sort the edges by the name of the neighbour.
 *   <li>Sort them by the node they belong to, without changing the order of what is equal.
 * </ol>
 *
 * Both are counting sorts: O(nodes + edges).
 */
public final class Adjacency {
  private final int[] first;
  private final int[] neighbour;
  private final int[] edge;
  private final byte[] kind;

  /**
   * @param byName all nodes in the order of their names
   * @param node of each edge, the end it is listed at
   * @param other of each edge, its other end
   */
  Adjacency(int[] byName, int[] node, int[] other, byte[] kindOfEdge) {
    int nodes = byName.length;
    int edges = node.length;
    var byOther = firstPlaces(nodes, other);
    var next = byOther.clone();
    var ofOther = new int[edges];
    for (int e = 0; e < edges; e++) {
      ofOther[next[other[e]]++] = e;
    }
    first = firstPlaces(nodes, node);
    neighbour = new int[edges];
    edge = new int[edges];
    kind = new byte[edges];
    next = first.clone();
    for (int n : byName) {
      for (int i = byOther[n]; i < byOther[n + 1]; i++) {
        int e = ofOther[i];
        int place = next[node[e]]++;
        neighbour[place] = n;
        edge[place] = e;
        kind[place] = kindOfEdge[e];
      }
    }
  }

  private static int[] firstPlaces(int nodes, int[] nodeOfEdge) {
    var first = new int[nodes + 1];
    for (int node : nodeOfEdge) {
      first[node + 1]++;
    }
    for (int node = 0; node < nodes; node++) {
      first[node + 1] += first[node];
    }
    return first;
  }

  public int first(int node) {
    return first[node];
  }

  public int end(int node) {
    return first[node + 1];
  }

  public int neighbour(int place) {
    return neighbour[place];
  }

  /** The number of the edge, in the order in which edges were given. */
  public int edge(int place) {
    return edge[place];
  }

  public int kind(int place) {
    return kind[place];
  }
}
