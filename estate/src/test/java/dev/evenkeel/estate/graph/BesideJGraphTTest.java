package dev.evenkeel.estate.graph;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jgrapht.Graph;
import org.jgrapht.alg.connectivity.KosarajuStrongConnectivityInspector;
import org.jgrapht.alg.shortestpath.AllDirectedPaths;
import org.jgrapht.alg.shortestpath.BFSShortestPath;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.EdgeReversedGraph;
import org.jgrapht.traverse.BreadthFirstIterator;
import org.junit.jupiter.api.Test;

/** What we say of graphs by chance is what JGraphT says of the same. A failure names its seed. */
class BesideJGraphTTest {
  private static final int GRAPHS = 500;
  private static final Kinds KINDS = Kinds.of(0, 1);

  @Test
  void reaches_the_same_nodes_at_the_same_distance() {
    forGraphs(
        60,
        (random, same) -> {
          int start = random.anyNode();
          var theirs = new HashMap<Integer, Integer>();
          var iterator = new BreadthFirstIterator<>(new EdgeReversedGraph<>(same), start);
          while (iterator.hasNext()) {
            int node = iterator.next();
            theirs.put(node, iterator.getDepth(node));
          }
          theirs.remove(start);
          var ours =
              BlastRadius.in(random.graph()).through(KINDS).of(start).stream()
                  .collect(toMap(Affected::node, Affected::hops));

          assertThat(ours).isEqualTo(theirs);
        });
  }

  @Test
  void finds_the_same_strongly_connected_components() {
    forGraphs(
        60,
        (random, same) -> {
          var theirs =
              new KosarajuStrongConnectivityInspector<>(same)
                  .stronglyConnectedSets().stream().filter(set -> set.size() > 1).collect(toSet());
          var ours =
              Cycles.in(random.graph(), KINDS).groups().stream()
                  .map(group -> Set.copyOf(group.nodes()))
                  .collect(toSet());

          assertThat(ours).isEqualTo(theirs);
        });
  }

  @Test
  void shows_a_cycle_that_exists_and_is_as_short_as_can_be() {
    forGraphs(
        25,
        (random, same) -> {
          for (var group : Cycles.in(random.graph(), KINDS).groups()) {
            var example = group.example();
            for (int i = 0; i < example.size(); i++) {
              assertThat(same.containsEdge(example.get(i), example.get((i + 1) % example.size())))
                  .isTrue();
            }
            assertThat(example.size()).isEqualTo(shortestAround(same, group));
            assertThat(group.shortest()).isTrue();
          }
        });
  }

  @Test
  void finds_the_shortest_paths_of_all_there_are() {
    forGraphs(
        12,
        (random, same) -> {
          int from = random.anyNode();
          int to = random.anyNode();
          var theirs =
              new AllDirectedPaths<>(same)
                  .getAllPaths(from, to, true, null).stream()
                      .map(path -> path.getVertexList())
                      // to JGraphT a path is simple that begins with an edge from its start to
                      // itself
                      .filter(path -> Set.copyOf(path).size() == path.size())
                      .collect(toSet());
          var ours = Paths.between(random.graph(), KINDS, from, to, 10, Paths.ENOUGH_LOOKS);

          assertThat(ours.paths()).hasSize(Math.min(10, theirs.size())).doesNotHaveDuplicates();
          assertThat(theirs).containsAll(ours.paths());
          assertThat(ours.cutOff()).isEqualTo(theirs.size() > 10);
          assertThat(ours.paths().stream().map(path -> path.size()).toList())
              .isEqualTo(theirs.stream().map(path -> path.size()).sorted().limit(10).toList());
        });
  }

  @Test
  void takes_as_many_hops_for_the_shortest_path() {
    forGraphs(
        60,
        (random, same) -> {
          int from = random.anyNode();
          int to = random.anyNode();
          var theirs = BFSShortestPath.findPathBetween(same, from, to);
          var ours = Paths.between(random.graph(), KINDS, from, to, 1, Paths.ENOUGH_LOOKS);

          assertThat(ours.paths().stream().map(path -> path.size() - 1).toList())
              .isEqualTo(theirs == null ? List.of() : List.of(theirs.getLength()));
        });
  }

  private static int shortestAround(Graph<Integer, DefaultEdge> same, Cycles.Group group) {
    var shortest = new HashSet<Integer>();
    for (int node : group.nodes()) {
      for (var edge : same.outgoingEdgesOf(node)) {
        int next = same.getEdgeTarget(edge);
        var back = next == node ? null : BFSShortestPath.findPathBetween(same, next, node);
        if (back != null) {
          shortest.add(back.getLength() + 1);
        }
      }
    }
    return shortest.stream().min(Integer::compare).orElseThrow();
  }

  private static void forGraphs(
      int mostNodes, BiConsumer<RandomGraph, Graph<Integer, DefaultEdge>> check) {
    for (long seed = 0; seed < GRAPHS; seed++) {
      var random = RandomGraph.of(seed, mostNodes, 3);
      try {
        check.accept(random, random.asJGraphT(KINDS));
      } catch (AssertionError e) {
        throw new AssertionError("seed " + seed, e);
      }
    }
  }
}
