package dev.evenkeel.estate.graph;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * How one node depends on another: ways without a circle, the shortest first, those of one length
 * by the names along them (J. Yen, Finding the K shortest loopless paths in a network, 1971).
 *
 * <ol>
 *   <li>The shortest way is the first.
 *   <li>From each node of the way found last, look for the shortest way on that begins as no way
 *       found before begins and does not come back to where it was; keep it as a candidate.
 *   <li>The shortest candidate is the next way.
 * </ol>
 *
 * O(ways × length × (nodes + edges)) at worst, so the work is limited.
 *
 * @param ways lists of nodes, both ends included
 * @param cutOff whether there are more, or may be: as many as asked for were found, or the work
 *     became too much
 */
public record Paths(List<List<Integer>> ways, boolean cutOff) {
  /** Edges to look at, for a page that somebody waits for: a fraction of a second. */
  public static final long ENOUGH_LOOKS = 20_000_000;

  public Paths {
    ways = ways.stream().map(List::copyOf).toList();
  }

  /**
   * @param most how many ways are wanted
   * @param looks how many edges may be looked at
   */
  public static Paths between(
      DependencyGraph graph, Kinds kinds, int from, int to, int most, long looks) {
    var search = new ShortestPath(graph, kinds, to, looks);
    var ways = new ArrayList<List<Integer>>();
    var candidates = new TreeSet<List<Integer>>(shortestThenByName(graph));
    var first = search.from(from, new BitSet(), new BitSet());
    if (!first.isEmpty()) {
      candidates.add(first);
    }
    while (!candidates.isEmpty() && ways.size() < most && !search.tiredOut()) {
      var way = candidates.removeFirst();
      ways.add(way);
      branchOff(way, ways, search, candidates);
    }
    return new Paths(ways, !candidates.isEmpty() || search.tiredOut());
  }

  /** The ways that are as short as the shortest, as far as they are among these. */
  public List<List<Integer>> shortest() {
    return ways.stream().takeWhile(way -> way.size() == ways.getFirst().size()).toList();
  }

  private static void branchOff(
      List<Integer> last,
      List<List<Integer>> ways,
      ShortestPath search,
      TreeSet<List<Integer>> candidates) {
    var passed = new BitSet();
    for (int length = 0; length < last.size() - 1; length++) {
      var beginning = last.subList(0, length);
      int branch = last.get(length);
      var taken = new BitSet();
      for (var way : ways) {
        if (way.size() > length + 1
            && way.subList(0, length + 1).equals(last.subList(0, length + 1))) {
          taken.set(way.get(length + 1));
        }
      }
      var rest = search.from(branch, passed, taken);
      if (!rest.isEmpty()) {
        var way = new ArrayList<>(beginning);
        way.addAll(rest);
        candidates.add(way);
      }
      passed.set(branch);
    }
  }

  private static Comparator<List<Integer>> shortestThenByName(DependencyGraph graph) {
    var byName = graph.byName();
    return (one, other) -> {
      int order = Integer.compare(one.size(), other.size());
      for (int i = 0; order == 0 && i < one.size(); i++) {
        order = byName.compare(one.get(i), other.get(i));
      }
      return order;
    };
  }
}
