package dev.evenkeel.estate.graph;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;

/**
 * Which nodes can stand in for one another, and what that means for those who depend on them.
 *
 * <p>All edges of one kind from one node into one group are one <em>need</em>, and it is met while
 * any of the nodes they lead to works. Only nodes that are depended on count: a system that was
 * told of one replica alone does not find the other by itself. Edges of different kinds are
 * different needs: to run on one of two hosts is no help to a system that also reads the disk of
 * the other. A member that depends on members of its own group can always go on by itself, so that
 * need is met whatever becomes of them.
 *
 * <p>Needs are found in O(nodes + edges).
 */
public final class Redundancy {
  private static final int NONE = -1;

  private final int[] needOfEdge;
  private final int[] edgesOfNeed;

  private Redundancy(int[] needOfEdge, int[] edgesOfNeed) {
    this.needOfEdge = needOfEdge;
    this.edgesOfNeed = edgesOfNeed;
  }

  /**
   * @param groups nodes that can stand in for one another; a node is in one group at most
   */
  public static Redundancy of(DependencyGraph graph, List<List<Integer>> groups) {
    var groupOf = groupOfNode(graph, groups);
    var needOfEdge = new int[graph.edges()];
    var edgesOfNeed = new int[16];
    int needs = 0;
    var edges = graph.dependencies();
    Arrays.fill(needOfEdge, NONE);
    for (int node = 0; node < graph.nodes(); node++) {
      var needOf = new HashMap<GroupAndKind, Integer>();
      for (int place = edges.first(node); place < edges.end(node); place++) {
        int group = groupOf[edges.neighbour(place)];
        if (group == NONE) {
          continue;
        }
        var key = new GroupAndKind(group, edges.kind(place));
        var need = needOf.get(key);
        if (need == null) {
          need = needs++;
          needOf.put(key, need);
          if (need == edgesOfNeed.length) {
            edgesOfNeed = Arrays.copyOf(edgesOfNeed, 2 * need);
          }
          edgesOfNeed[need] = group == groupOf[node] ? 1 : 0; // itself is one more that remains
        }
        needOfEdge[edges.edge(place)] = need;
        edgesOfNeed[need]++;
      }
    }
    return new Redundancy(needOfEdge, Arrays.copyOf(edgesOfNeed, needs));
  }

  private static int[] groupOfNode(DependencyGraph graph, List<List<Integer>> groups) {
    var groupOf = new int[graph.nodes()];
    Arrays.fill(groupOf, NONE);
    for (int group = 0; group < groups.size(); group++) {
      for (int node : groups.get(group)) {
        if (groupOf[node] != NONE && groupOf[node] != group) {
          throw new IllegalArgumentException("in two groups: " + graph.name(node));
        }
        groupOf[node] = group;
      }
    }
    return groupOf;
  }

  /** A count for one question: edges that still lead to something that works. */
  Remaining remaining() {
    return new Remaining(needOfEdge, edgesOfNeed.clone());
  }

  private record GroupAndKind(int group, int kind) {}

  /** Of each need, how many edges lead to something that works. */
  static final class Remaining {
    private final int[] needOfEdge;
    private final int[] edgesOfNeed;

    private Remaining(int[] needOfEdge, int[] edgesOfNeed) {
      this.needOfEdge = needOfEdge;
      this.edgesOfNeed = edgesOfNeed;
    }

    /**
     * What this edge leads to works no more. To be called once an edge; true if nothing remains.
     */
    boolean lastFell(int edge) {
      int need = needOfEdge[edge];
      return need == NONE || --edgesOfNeed[need] == 0;
    }
  }
}
