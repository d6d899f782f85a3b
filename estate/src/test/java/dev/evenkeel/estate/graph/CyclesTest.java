package dev.evenkeel.estate.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What depends on itself is found and shown as such. Shows a part of C13. */
@Tag("C13")
class CyclesTest {

  @Test
  void finds_nothing_where_there_is_no_cycle() {
    var estate = Drawn.of("shop -> api -> db", "shop -> db");

    assertThat(Cycles.in(estate.graph(), Kinds.ALL)).isEqualTo(new Cycles(List.of(), List.of()));
  }

  @Test
  void lists_groups_the_largest_first_then_by_name_and_their_nodes_by_name() {
    var estate =
        Drawn.of("z -> y -> z", "b -> a -> b", "q -> s -> r -> q", "a -> q", "z -> outside");

    assertThat(groups(estate)).containsExactly("q r s", "a b", "y z");
  }

  @Test
  void lists_what_depends_on_itself_apart_also_when_it_is_in_a_group() {
    var estate = Drawn.of("b -> a -> b", "b -> b", "alone -> alone", "alone -> alone");

    assertThat(groups(estate)).containsExactly("a b");
    assertThat(estate.names(Cycles.in(estate.graph(), Kinds.ALL).selfLoops()))
        .containsExactly("alone", "b");
  }

  @Test
  void shows_a_shortest_cycle() {
    var estate = Drawn.of("a -> b -> c -> d -> a", "d -> c");
    var group = Cycles.in(estate.graph(), Kinds.ALL).groups().getFirst();

    assertThat(estate.names(group.nodes())).containsExactly("a", "b", "c", "d");
    assertThat(estate.names(group.example())).containsExactly("c", "d");
    assertThat(group.shortest()).isTrue();
  }

  @Test
  void shows_the_same_cycle_in_whatever_order_the_dependencies_were_given() {
    var one = Drawn.of("a -> b -> a", "a -> c -> a", "c -> b -> c");
    var other = Drawn.of("c -> b -> c", "a -> c -> a", "b -> a", "a -> b");

    assertThat(example(one)).isEqualTo(example(other)).containsExactly("a", "b");
  }

  @Test
  void regards_only_the_kinds_asked_for() {
    var estate = Drawn.of("a -1-> b -2-> a", "c -3-> c");

    assertThat(Cycles.in(estate.graph(), Kinds.of(1, 3)).groups()).isEmpty();
    assertThat(Cycles.in(estate.graph(), Kinds.of(1, 2)).groups()).hasSize(1);
    assertThat(Cycles.in(estate.graph(), Kinds.of(1, 2)).selfLoops()).isEmpty();
  }

  @Test
  void gets_to_the_end_of_a_chain_and_around_a_cycle_of_100_000() {
    int nodes = 100_000;
    var names = IntStream.range(0, nodes).mapToObj("%06d"::formatted).toList();
    var chain = DependencyGraph.of(names);
    IntStream.range(1, nodes).forEach(node -> chain.edge(node - 1, node, 0));

    assertThat(Cycles.in(chain.build(), Kinds.ALL).groups()).isEmpty();

    var group = Cycles.in(chain.edge(nodes - 1, 0, 0).build(), Kinds.ALL).groups().getFirst();
    assertThat(group.example()).hasSize(nodes).isEqualTo(group.nodes());
    assertThat(group.shortest()).as("ruled out every shorter one").isFalse();
  }

  private static List<String> groups(Drawn estate) {
    return Cycles.in(estate.graph(), Kinds.ALL).groups().stream()
        .map(group -> String.join(" ", estate.names(group.nodes())))
        .toList();
  }

  private static List<String> example(Drawn estate) {
    return estate.names(Cycles.in(estate.graph(), Kinds.ALL).groups().getFirst().example());
  }
}
