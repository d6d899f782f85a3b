package dev.evenkeel.estate.graph;

import dev.evenkeel.estate.graph.Affected.Effect;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Who feels it when something is upgraded.
 *
 * <pre>{@code
 * BlastRadius.in(graph).within(3).through(Kinds.of(CALLS, DATA)).given(redundancy).of(node)
 * }</pre>
 *
 * What is upgraded counts as away. The rule:
 *
 * <ul>
 *   <li>A node is hit when one of its needs is not met any more: something outside of any
 *       redundancy group is away or hit, or all that the node depends on in a group is (see {@link
 *       Redundancy}).
 *   <li>A node that lost something it depends on and is not hit is weakened: it works, but the next
 *       failure may take it down. Whoever depends on it notices nothing, so it passes nothing on.
 *   <li>Each is as many hops away as the shortest path to what is upgraded over nodes that are hit.
 *   <li>A limit of hops leaves out what is farther away; it does not change what becomes of the
 *       rest.
 * </ul>
 *
 * <ol>
 *   <li>Where there is redundancy, find all that is hit: follow the edges backwards from what is
 *       upgraded; over an edge into a group only when it is the last of its need.
 *   <li>Search breadth first, backwards, through what is hit. What is reached otherwise is
 *       weakened.
 *   <li>Sort each distance by name.
 * </ol>
 *
 * O(nodes + edges) and the sorting of the answer.
 *
 * @param hops how far to look
 */
public record BlastRadius(DependencyGraph graph, Redundancy redundancy, Kinds kinds, int hops) {

  /** At any distance, through all kinds of dependencies, nothing standing in for anything. */
  public static BlastRadius in(DependencyGraph graph) {
    return new BlastRadius(graph, Redundancy.NONE, Kinds.ALL, Integer.MAX_VALUE);
  }

  /**
   * @param redundancy in the same graph
   */
  public BlastRadius given(Redundancy redundancy) {
    return new BlastRadius(graph, redundancy, kinds, hops);
  }

  public BlastRadius through(Kinds kinds) {
    return new BlastRadius(graph, redundancy, kinds, hops);
  }

  public BlastRadius within(int hops) {
    return new BlastRadius(graph, redundancy, kinds, hops);
  }

  /**
   * Who is affected, the nearest first, then by name.
   *
   * @param upgraded what is upgraded at the same time; not part of the answer
   */
  public List<Affected> of(int... upgraded) {
    IntPredicate isHit = redundancy == Redundancy.NONE ? reached -> true : hit(upgraded)::get;
    var reach = Reach.of(graph, graph.dependents(), kinds, hops, isHit, upgraded);
    var affected = new ArrayList<Affected>(reach.size());
    for (int place = 0; place < reach.size(); place++) {
      int node = reach.node(place);
      if (reach.hops(node) > 0) {
        var effect = isHit.test(node) ? Effect.HIT : Effect.WEAKENED;
        affected.add(new Affected(node, reach.hops(node), effect));
      }
    }
    return affected;
  }

  /** All that does not work any more, with what is upgraded. */
  private BitSet hit(int... upgraded) {
    var remaining = redundancy.allWorks();
    var hit = new BitSet(graph.nodes());
    var todo = new int[graph.nodes()];
    int size = 0;
    for (int node : upgraded) {
      if (!hit.get(node)) {
        hit.set(node);
        todo[size++] = node;
      }
    }
    var edges = graph.dependents();
    while (size > 0) {
      int node = todo[--size];
      for (int place = edges.first(node); place < edges.end(node); place++) {
        int dependent = edges.neighbour(place);
        if (kinds.contains(edges.kind(place)) && remaining.fails(place) && !hit.get(dependent)) {
          hit.set(dependent);
          todo[size++] = dependent;
        }
      }
    }
    return hit;
  }
}
