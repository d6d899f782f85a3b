package dev.evenkeel.estate.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * A graph drawn as text for a test: {@code "shop -> api -> db"} says that the shop depends on the
 * api and that on the db, {@code "shop -1-> db"} that this is a dependency of kind 1. Nodes have
 * the numbers in which they come first.
 */
record Drawn(DependencyGraph graph, List<String> names) {

  static Drawn of(String... chains) {
    var names = new LinkedHashSet<String>();
    for (var chain : chains) {
      names.addAll(Arrays.asList(chain.split(" -(\\d+-)?> ")));
    }
    var numbered = new ArrayList<>(names);
    var builder = DependencyGraph.of(numbered);
    for (var chain : chains) {
      var words = chain.split(" ");
      for (int i = 2; i < words.length; i += 2) {
        var kind = words[i - 1].replaceAll("\\D", "");
        builder.edge(
            numbered.indexOf(words[i - 2]),
            numbered.indexOf(words[i]),
            kind.isEmpty() ? 0 : Integer.parseInt(kind));
      }
    }
    return new Drawn(builder.build(), List.copyOf(numbered));
  }

  int node(String name) {
    int node = names.indexOf(name);
    if (node < 0) {
      throw new IllegalArgumentException("not drawn: " + name);
    }
    return node;
  }

  Redundancy redundancy(String... groups) {
    return Redundancy.of(
        graph,
        Stream.of(groups)
            .map(group -> Stream.of(group.split(" ")).map(this::node).toList())
            .toList());
  }

  String name(int node) {
    return names.get(node);
  }

  List<String> names(List<Integer> nodes) {
    return nodes.stream().map(names::get).toList();
  }
}
