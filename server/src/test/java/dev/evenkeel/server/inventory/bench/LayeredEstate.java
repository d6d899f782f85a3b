package dev.evenkeel.server.inventory.bench;

import dev.evenkeel.estate.graph.DependencyGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A made-up estate of 100,000 systems and 500,000 dependencies, the same for the same seed.
 *
 * <p>Five layers: 60,000 applications over 25,000 services over 10,000 databases and brokers over
 * 4,900 hosts over 100 things that everything needs in the end (directory, names, network). Of
 * 1,000 dependencies 748 go to the next layer, 150 to any lower one, 100 to the system's own and 2
 * back to the layer above. What is depended on is drawn unevenly: of a layer of n the most popular
 * gets the share n^(-1/3), so that every layer has a few hubs. In the two layers in the middle
 * three systems with neighbouring numbers can stand in for one another.
 */
record LayeredEstate(DependencyGraph graph) {
  private static final int[] LAYERS = {60_000, 25_000, 10_000, 4_900, 100};
  private static final int DEPENDENCIES = 500_000;
  private static final int KINDS = 8;

  static LayeredEstate of(long seed) {
    var random = new SplittableRandom(seed);
    int systems = first(LAYERS.length);
    var names = new ArrayList<String>(systems);
    for (int layer = 0; layer < LAYERS.length; layer++) {
      for (int i = 0; i < LAYERS[layer]; i++) {
        names.add("system-%d-%05d".formatted(layer, i));
      }
    }
    var builder = DependencyGraph.of(names);
    int withDependencies = first(LAYERS.length - 1);
    for (int i = 0; i < DEPENDENCIES; i++) {
      int from = random.nextInt(withDependencies);
      int layer = target(random, layerOf(from));
      int popular = (int) (LAYERS[layer] * Math.pow(random.nextDouble(), 3));
      builder.edge(from, first(layer) + popular, random.nextInt(KINDS));
    }
    return new LayeredEstate(builder.build());
  }

  /**
   * Systems by chance, of every layer about as many, so that what everything needs is among them.
   */
  int[] drawn(int systems, long seed) {
    var random = new SplittableRandom(seed);
    return IntStream.range(0, systems)
        .map(any -> {
          int layer = random.nextInt(LAYERS.length);
          return first(layer) + random.nextInt(LAYERS[layer]);
        })
        .toArray();
  }

  /** Systems that can stand in for one another. */
  List<List<Integer>> groups() {
    var groups = new ArrayList<List<Integer>>();
    for (int system = first(2); system + 2 < first(4); system += 3) {
      groups.add(List.of(system, system + 1, system + 2));
    }
    return groups;
  }

  private static int target(SplittableRandom random, int layer) {
    int chance = random.nextInt(1_000);
    if (chance < 2 && layer > 0) {
      return layer - 1;
    }
    if (chance < 102) {
      return layer;
    }
    return chance < 252 ? random.nextInt(layer + 1, LAYERS.length) : layer + 1;
  }

  private static int layerOf(int system) {
    int layer = 0;
    while (first(layer + 1) <= system) {
      layer++;
    }
    return layer;
  }

  private static int first(int layer) {
    int first = 0;
    for (int i = 0; i < layer; i++) {
      first += LAYERS[i];
    }
    return first;
  }
}
