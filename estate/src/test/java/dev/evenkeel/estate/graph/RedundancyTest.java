package dev.evenkeel.estate.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.estate.graph.Affected.Effect;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The rule of redundancy, spelled out slowly, gives the same on graphs by chance. */
class RedundancyTest {

  @Test
  void hits_and_weakens_whom_the_rule_says() {
    for (long seed = 0; seed < 2_000; seed++) {
      var random = RandomGraph.of(seed, 20, 3);
      var graph = random.graph();
      var groupOf = new ArrayList<Integer>();
      random.nodes().forEach(node -> groupOf.add(random.random().nextInt(-4, 3)));
      var groups =
          IntStream.range(0, 3)
              .mapToObj(
                  group -> random.nodes().stream().filter(n -> groupOf.get(n) == group).toList())
              .toList();
      var kinds = Kinds.of(0, 2);
      int upgraded = random.anyNode();

      var hit = hit(graph, groupOf, kinds, upgraded);
      var weakened = new HashSet<Integer>();
      for (int edge = 0; edge < graph.edges(); edge++) {
        if (kinds.contains(graph.kind(edge)) && hit.contains(graph.to(edge))) {
          weakened.add(graph.from(edge));
        }
      }
      weakened.removeAll(hit);
      hit.remove(upgraded);

      var affected =
          BlastRadius.in(graph).given(Redundancy.of(graph, groups)).through(kinds).of(upgraded);
      assertThat(with(Effect.HIT, affected)).as("hit, seed " + seed).isEqualTo(hit);
      assertThat(with(Effect.WEAKENED, affected)).as("weakened, seed " + seed).isEqualTo(weakened);
    }
  }

  /** Over and over, until nothing more falls. */
  private static Set<Integer> hit(
      DependencyGraph graph, List<Integer> groupOf, Kinds kinds, int upgraded) {
    var hit = new HashSet<>(Set.of(upgraded));
    int before;
    do {
      before = hit.size();
      for (int edge = 0; edge < graph.edges(); edge++) {
        if (kinds.contains(graph.kind(edge)) && !stillMet(graph, groupOf, hit, edge)) {
          hit.add(graph.from(edge));
        }
      }
    } while (hit.size() > before);
    return hit;
  }

  private static boolean stillMet(
      DependencyGraph graph, List<Integer> groupOf, Set<Integer> hit, int edge) {
    int from = graph.from(edge);
    int group = groupOf.get(graph.to(edge));
    if (group < 0) {
      return !hit.contains(graph.to(edge));
    }
    return groupOf.get(from) == group
        || IntStream.range(0, graph.edges())
            .filter(other -> graph.from(other) == from)
            .filter(other -> graph.kind(other) == graph.kind(edge))
            .filter(other -> groupOf.get(graph.to(other)) == group)
            .anyMatch(other -> !hit.contains(graph.to(other)));
  }

  private static Set<Integer> with(Effect effect, List<Affected> affected) {
    var nodes = new HashSet<Integer>();
    for (var one : affected) {
      if (Objects.equals(one.effect(), effect)) {
        nodes.add(one.node());
      }
    }
    return nodes;
  }
}
