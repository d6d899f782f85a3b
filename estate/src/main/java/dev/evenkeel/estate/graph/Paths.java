package dev.evenkeel.estate.graph;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * How one node depends on another: paths without a cycle, the shortest first, those of one length
 * by the names along them (J. Yen, Finding the K shortest loopless paths in a network, 1971).
 *
 * <ol>
 *   <li>The shortest path is the first.
 *   <li>From each node of the path found last, look for the shortest path on that begins as no path
 *       found before begins and does not come back to where it was; keep it as a candidate.
 *   <li>The shortest candidate is the next path.
 * </ol>
 *
 * O(paths × length × (nodes + edges)) at worst, so the work is limited.
 *
 * @param paths lists of nodes, both ends included
 * @param cutOff whether there are more, or may be: as many as asked for were found, or the work
 *     became too much
 */
public record Paths(List<List<Integer>> paths, boolean cutOff) {
  /** Edges to look at, for a page that somebody waits for: a fraction of a second. */
  public static final long ENOUGH_LOOKS = 20_000_000;

  public Paths {
    paths = paths.stream().map(List::copyOf).toList();
  }

  /**
   * @param most how many paths are wanted
   * @param looks how many edges may be looked at
   */
  public static Paths between(
      DependencyGraph graph, Kinds kinds, int from, int to, int most, long looks) {
    var search = new ShortestPath(graph, kinds, to, looks);
    var paths = new ArrayList<List<Integer>>();
    var candidates = new TreeSet<List<Integer>>(shortestThenByName(graph));
    var first = search.from(from, new BitSet(), new BitSet());
    if (!first.isEmpty()) {
      candidates.add(first);
    }
    while (!candidates.isEmpty() && paths.size() < most && !search.tiredOut()) {
      var path = candidates.removeFirst();
      paths.add(path);
      branchOff(path, paths, search, candidates);
    }
    return new Paths(paths, !candidates.isEmpty() || search.tiredOut());
  }

  /** The paths that are as short as the shortest, as far as they are among these. */
  public List<List<Integer>> shortest() {
    return paths.stream().takeWhile(path -> path.size() == paths.getFirst().size()).toList();
  }

  private static void branchOff(
      List<Integer> last,
      List<List<Integer>> paths,
      ShortestPath search,
      TreeSet<List<Integer>> candidates) {
    var passed = new BitSet();
    for (int end = 0; end < last.size() - 1; end++) {
      var rest = search.from(last.get(end), passed, nextAfter(last.subList(0, end + 1), paths));
      if (!rest.isEmpty()) {
        var path = new ArrayList<>(last.subList(0, end));
        path.addAll(rest);
        candidates.add(path);
      }
      passed.set(last.get(end));
    }
  }

  /** What comes next on those paths that begin like this. */
  private static BitSet nextAfter(List<Integer> beginning, List<List<Integer>> paths) {
    var next = new BitSet();
    int length = beginning.size();
    for (var path : paths) {
      if (path.size() > length && path.subList(0, length).equals(beginning)) {
        next.set(path.get(length));
      }
    }
    return next;
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
