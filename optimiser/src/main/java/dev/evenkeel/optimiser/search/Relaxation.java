package dev.evenkeel.optimiser.search;

import dev.evenkeel.optimiser.search.Model.Neighbour;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The best choice of each upgrade when whatever they share has a price instead of a limit; only
 * precedences still hold. They form trees nearly everywhere, which are solved from the leaves to
 * the root. Where they form a ring, one precedence is left out. What is found is therefore never
 * above the best timetable.
 */
final class Relaxation {
  /** Above all objectives, and small enough to be added up. */
  private static final long NEVER = Long.MAX_VALUE / 100_000;

  private final Model model;
  private final Node[] nodes;

  /** Each after those that hang on it. */
  private final Node[] fromLeaves;

  private final List<Node> roots = new ArrayList<>();
  private final int[] picked;

  /** An upgrade that hangs on another one. */
  private record Branch(Node node, int[] allowed) {}

  /** An upgrade in its tree. */
  private final class Node {
    final int upgrade;
    final List<Branch> branches = new ArrayList<>();

    /** With all that hangs on it, by choice; the least of them, and which that is. */
    final long[] value;

    long least;
    int which;

    /** The same when this upgrade is not planned. */
    long deferred;

    /** For the one it hangs on: choices in the order in which they become possible. */
    int[] order = {};

    boolean isAfter;
    long[] leastOf = {};
    int[] whichOf = {};

    Node(int upgrade) {
      this.upgrade = upgrade;
      value = new long[model.choices[upgrade].size()];
    }

    boolean isAlone() {
      return branches.isEmpty() && leastOf.length == 0;
    }
  }

  Relaxation(Model model) {
    this.model = model;
    nodes = IntStream.range(0, model.size).mapToObj(Node::new).toArray(Node[]::new);
    picked = new int[model.size];
    boolean[] seen = new boolean[model.size];
    List<Node> fromRoots = new ArrayList<>();
    for (Node node : nodes) {
      if (!seen[node.upgrade]) {
        roots.add(node);
        grow(node, seen, fromRoots);
      }
    }
    fromLeaves = fromRoots.reversed().toArray(Node[]::new);
  }

  private void grow(Node root, boolean[] seen, List<Node> all) {
    seen[root.upgrade] = true;
    int at = all.size();
    all.add(root);
    while (at < all.size()) {
      Node node = all.get(at++);
      for (Neighbour next : model.after[node.upgrade]) {
        hang(node, next, true, seen, all);
      }
      for (Neighbour next : model.before[node.upgrade]) {
        hang(node, next, false, seen, all);
      }
    }
  }

  private void hang(Node node, Neighbour next, boolean after, boolean[] seen, List<Node> all) {
    if (!seen[next.upgrade()]) {
      seen[next.upgrade()] = true;
      Node hanging = nodes[next.upgrade()];
      all.add(hanging);
      node.branches.add(branch(node, hanging, next.lag(), after));
    }
  }

  /** Those after one become possible from the last slot down, those before it from the first up. */
  private Branch branch(Node node, Node hanging, int lag, boolean after) {
    int u = hanging.upgrade;
    int many = hanging.value.length;
    int[] key =
        IntStream.range(0, many)
            .map(which -> after ? -model.start(u, which) : model.end(u, which))
            .toArray();
    hanging.order =
        IntStream.range(0, many)
            .boxed()
            .sorted(Comparator.comparingInt(which -> key[which]))
            .mapToInt(Integer::intValue)
            .toArray();
    hanging.isAfter = after;
    hanging.leastOf = new long[many + 1];
    hanging.whichOf = new int[many + 1];
    int[] keys = IntStream.of(hanging.order).map(which -> key[which]).toArray();
    int[] allowed =
        IntStream.range(0, node.value.length)
            .map(which ->
                upTo(
                    keys,
                    after
                        ? -(model.end(node.upgrade, which) + lag)
                        : model.start(node.upgrade, which) - lag))
            .toArray();
    return new Branch(hanging, allowed);
  }

  /** How many of the sorted keys are not above a limit. */
  private static int upTo(int[] keys, int limit) {
    int low = 0;
    int high = keys.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (keys[middle] <= limit) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /**
   * Finds the best choices for these prices.
   *
   * @return what no timetable falls below, in {@link Prices#SCALE} parts of the objective
   */
  long solve(Prices prices) {
    for (Node node : fromLeaves) {
      node.deferred = model.deferPenalty[node.upgrade] * Prices.SCALE;
      if (node.isAlone()) {
        alone(node, prices);
      } else {
        withBranches(node, prices);
      }
    }
    long bound = -prices.ofAll();
    for (Node root : roots) {
      bound += root.least;
      pick(root, root.which);
    }
    return bound;
  }

  /** Which choice each upgrade has in what was solved last; {@link Board#NOWHERE} for none. */
  int picked(int upgrade) {
    return picked[upgrade];
  }

  /** Choices are sorted by what they cost without prices: the rest cannot be better. */
  private void alone(Node node, Prices prices) {
    node.least = node.deferred;
    node.which = Board.NOWHERE;
    long[] cost = model.choices[node.upgrade].cost();
    for (int which = 0; which < cost.length && cost[which] * Prices.SCALE < node.least; which++) {
      better(node, which, cost[which] * Prices.SCALE + prices.of(node.upgrade, which));
    }
  }

  private static void better(Node node, int which, long value) {
    if (value < node.least) {
      node.least = value;
      node.which = which;
    }
  }

  private void withBranches(Node node, Prices prices) {
    long[] value = node.value;
    long[] cost = model.choices[node.upgrade].cost();
    for (int which = 0; which < value.length; which++) {
      value[which] = cost[which] * Prices.SCALE + prices.of(node.upgrade, which);
    }
    for (Branch branch : node.branches) {
      Node hanging = branch.node();
      for (int which = 0; which < value.length; which++) {
        value[which] += hanging.leastOf[branch.allowed()[which]];
      }
      node.deferred += hanging.isAfter ? hanging.deferred : hanging.least;
    }
    node.least = node.deferred;
    node.which = Board.NOWHERE;
    for (int which = 0; which < value.length; which++) {
      better(node, which, value[which]);
    }
    if (node.leastOf.length > 0) {
      asBranch(node);
    }
  }

  /** What comes after something may be deferred; what comes before it may not. */
  private static void asBranch(Node node) {
    long least = node.isAfter ? node.deferred : NEVER;
    int best = Board.NOWHERE;
    node.leastOf[0] = least;
    node.whichOf[0] = best;
    for (int i = 0; i < node.order.length; i++) {
      int which = node.order[i];
      if (node.value[which] < least) {
        least = node.value[which];
        best = which;
      }
      node.leastOf[i + 1] = least;
      node.whichOf[i + 1] = best;
    }
  }

  private void pick(Node node, int which) {
    picked[node.upgrade] = which;
    for (Branch branch : node.branches) {
      Node hanging = branch.node();
      if (which != Board.NOWHERE) {
        pick(hanging, hanging.whichOf[branch.allowed()[which]]);
      } else {
        pick(hanging, hanging.isAfter ? Board.NOWHERE : hanging.which);
      }
    }
  }
}
