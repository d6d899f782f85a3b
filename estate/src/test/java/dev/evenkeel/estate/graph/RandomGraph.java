package dev.evenkeel.estate.graph;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jgrapht.Graph;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.DirectedPseudograph;

/** A graph by chance, with parallel edges, loops and cycles; the same for the same seed. */
record RandomGraph(DependencyGraph graph, SplittableRandom random) {

  static RandomGraph of(long seed, int mostNodes, int kinds) {
    var random = new SplittableRandom(seed);
    int nodes = random.nextInt(1, mostNodes + 1);
    var names = IntStream.range(0, nodes).mapToObj(node -> name(random, node)).toList();
    var builder = DependencyGraph.of(names);
    int edges = random.nextInt(3 * nodes);
    for (int edge = 0; edge < edges; edge++) {
      builder.edge(random.nextInt(nodes), random.nextInt(nodes), random.nextInt(kinds));
    }
    return new RandomGraph(builder.build(), random);
  }

  /** In another order than that of the nodes. */
  private static String name(SplittableRandom random, int node) {
    return "%02d-%d".formatted(random.nextInt(100), node);
  }

  int anyNode() {
    return random.nextInt(graph.nodes());
  }

  List<Integer> nodes() {
    return IntStream.range(0, graph.nodes()).boxed().toList();
  }

  /** The same for JGraphT, with the dependencies of these kinds. */
  Graph<Integer, DefaultEdge> asJGraphT(Kinds kinds) {
    var same = new DirectedPseudograph<Integer, DefaultEdge>(DefaultEdge.class);
    nodes().forEach(same::addVertex);
    for (int edge = 0; edge < graph.edges(); edge++) {
      if (kinds.contains(graph.kind(edge))) {
        same.addEdge(graph.from(edge), graph.to(edge));
      }
    }
    return same;
  }
}
