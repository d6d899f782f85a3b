package dev.evenkeel.estate.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What depends on itself, over others or directly. No order of upgrades is right for these: they go
 * together, or through a version that gets along with both.
 *
 * @param groups the largest first, then by the name of their first node
 * @param selfLoops nodes that depend on themselves directly, by name
 */
public record Cycles(List<Group> groups, List<Integer> selfLoops) {
  public Cycles {
    groups = List.copyOf(groups);
    selfLoops = List.copyOf(selfLoops);
  }

  /**
   * Nodes each of which depends on each other, directly or not.
   *
   * @param nodes by name
   * @param example a shortest cycle among them, for showing; the last depends on the first
   * @param shortest false when the group is so large that a shorter one was not ruled out
   */
  public record Group(List<Integer> nodes, List<Integer> example, boolean shortest) {
    public Group {
      nodes = List.copyOf(nodes);
      example = List.copyOf(example);
    }
  }

  /** All cycles made of dependencies of these kinds. O(nodes + edges), and the examples' search. */
  public static Cycles in(DependencyGraph graph, Kinds kinds) {
    var byName = graph.byName();
    var search = new ShortestCycle(graph, kinds);
    var groups = new ArrayList<Group>();
    for (var component : StrongComponents.of(graph, kinds)) {
      graph.sortByName(component, 0, component.length);
      var nodes = IntStream.of(component).boxed().toList();
      var found = search.in(nodes);
      groups.add(new Group(nodes, found.nodes(), found.surely()));
    }
    groups.sort(
        Comparator.comparingInt((Group group) -> -group.nodes().size())
            .thenComparing(group -> group.nodes().getFirst(), byName));
    var selfLoops =
        IntStream.range(0, graph.edges())
            .filter(edge -> graph.from(edge) == graph.to(edge) && kinds.contains(graph.kind(edge)))
            .map(graph::from)
            .distinct()
            .boxed()
            .sorted(byName)
            .toList();
    return new Cycles(groups, selfLoops);
  }
}
