package dev.evenkeel.estate.graph;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;

/**
 * Which nodes can stand in for one another, and what that means for those who depend on them.
 *
 * <p>All edges of one kind from one node into one group are one <em>need</em>, met while any of the
 * nodes they lead to works. So:
 *
 * <ul>
 *   <li>Only nodes that are depended on count: a system that was told of one replica alone does not
 *       find the other by itself.
 *   <li>Edges of different kinds are different needs: to run on one of two hosts is no help to a
 *       system that also reads the disk of the other.
 *   <li>A member that depends on members of its own group goes on by itself: that need is always
 *       met.
 * </ul>
 *
 * Needs are found in O(nodes + edges).
 */
public final class Redundancy {
  /** Nothing stands in for anything. */
  public static final Redundancy NONE = new Redundancy(new int[0], new int[0]);

  /** Of an edge into no group: what it leads to is needed. */
  private static final int ITSELF = -1;

  /** Of an edge inside a group. */
  private static final int ALWAYS_MET = -2;

  private static final int NO_GROUP = -1;

  /**
   * By place among the dependents, in whose order it is asked for: looked up by edge it is slower.
   */
  private final int[] needAt;

  private final int[] edgesOfNeed;

  private Redundancy(int[] needAt, int[] edgesOfNeed) {
    this.needAt = needAt;
    this.edgesOfNeed = edgesOfNeed;
  }

  /**
   * @param groups nodes that can stand in for one another; a node is in one group at most
   */
  public static Redundancy of(DependencyGraph graph, List<List<Integer>> groups) {
    if (groups.isEmpty()) {
      return NONE;
    }
    var groupOf = groupOfNode(graph, groups);
    var needOfEdge = new int[graph.edges()];
    var edgesOfNeed = new int[graph.edges()];
    int needs = 0;
    var edges = graph.dependencies();
    for (int node = 0; node < graph.nodes(); node++) {
      var needOf = new HashMap<GroupAndKind, Integer>();
      for (int place = edges.first(node); place < edges.end(node); place++) {
        int group = groupOf[edges.neighbour(place)];
        if (group == NO_GROUP || group == groupOf[node]) {
          needOfEdge[edges.edge(place)] = group == NO_GROUP ? ITSELF : ALWAYS_MET;
          continue;
        }
        var known = needOf.putIfAbsent(new GroupAndKind(group, edges.kind(place)), needs);
        int need = known == null ? needs++ : known;
        needOfEdge[edges.edge(place)] = need;
        edgesOfNeed[need]++;
      }
    }
    var needAt = new int[graph.edges()];
    Arrays.setAll(needAt, place -> needOfEdge[graph.dependents().edge(place)]);
    return new Redundancy(needAt, Arrays.copyOf(edgesOfNeed, needs));
  }

  private static int[] groupOfNode(DependencyGraph graph, List<List<Integer>> groups) {
    var groupOf = new int[graph.nodes()];
    Arrays.fill(groupOf, NO_GROUP);
    for (int group = 0; group < groups.size(); group++) {
      for (int node : groups.get(group)) {
        if (groupOf[node] != NO_GROUP && groupOf[node] != group) {
          throw new IllegalArgumentException("in two groups: " + graph.name(node));
        }
        groupOf[node] = group;
      }
    }
    return groupOf;
  }

  /** Everything works as yet. */
  Remaining allWorks() {
    return new Remaining(needAt, edgesOfNeed.clone());
  }

  private record GroupAndKind(int group, int kind) {}

  /** Of each need, how many edges still lead to something that works. */
  static final class Remaining {
    private final int[] needAt;
    private final int[] edgesOfNeed;

    private Remaining(int[] needAt, int[] edgesOfNeed) {
      this.needAt = needAt;
      this.edgesOfNeed = edgesOfNeed;
    }

    /**
     * What an edge leads to works no more. To be called once an edge.
     *
     * @param place of the edge among {@link DependencyGraph#dependents}
     * @return whether the need is not met from now on
     */
    boolean fails(int place) {
      int need = needAt[place];
      return switch (need) {
        case ITSELF -> true;
        case ALWAYS_MET -> false;
        default -> --edgesOfNeed[need] == 0;
      };
    }
  }
}
