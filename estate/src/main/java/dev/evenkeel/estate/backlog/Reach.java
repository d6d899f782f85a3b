package dev.evenkeel.estate.backlog;

import dev.evenkeel.estate.graph.Adjacency;
import dev.evenkeel.estate.map.EstateMap;

/**
 * Who depends on a system, counted fast enough to be done for every system: over all hops, but not
 * through members of a redundancy group, as others stand in for them, and no further than {@value
 * #MOST} nodes. The blast radius of one system is counted exactly; ranking needs only the size.
 *
 * @param systems how many systems, {@value #MOST} for 'or more'
 * @param people of user groups; where there is none, of the system with most users
 */
record Reach(int systems, long people, int workflows) {
  static final int MOST = 1_000;

  /** Counts for one system after the other. Not for use by several threads. */
  static final class Counter {
    private final EstateMap map;
    private final int[] seenBy;
    private final int[] queue = new int[MOST + 1];
    private int round;

    Counter(EstateMap map) {
      this.map = map;
      this.seenBy = new int[map.size()];
    }

    Reach of(int node) {
      round++;
      int size = 0;
      queue[size++] = node;
      seenBy[node] = round;
      int systems = 0;
      int workflows = 0;
      long inGroups = 0;
      long most = map.users(node);
      Adjacency edges = map.graph().dependents();
      // Hubs have tens of thousands of edges: once there are enough, none of them is looked at.
      for (int at = 0; at < size && size <= MOST; at++) {
        if (at > 0 && map.isInGroup(queue[at])) {
          continue;
        }
        int end = edges.end(queue[at]);
        for (int place = edges.first(queue[at]); place < end && size <= MOST; place++) {
          int dependent = edges.neighbour(place);
          if (seenBy[dependent] == round) {
            continue;
          }
          seenBy[dependent] = round;
          queue[size++] = dependent;
          switch (map.node(dependent).sort()) {
            case SYSTEM, MISSING -> {
              systems++;
              most = Math.max(most, map.users(dependent));
            }
            case USER_GROUP -> inGroups += map.users(dependent);
            case WORKFLOW -> workflows++;
          }
        }
      }
      return new Reach(systems, inGroups > 0 ? inGroups : most, workflows);
    }
  }
}
