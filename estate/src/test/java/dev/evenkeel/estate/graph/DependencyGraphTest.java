package dev.evenkeel.estate.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What goes into the graph comes out of it, in both directions. */
class DependencyGraphTest {
  private static final List<String> NAMES = List.of("web", "db", "api");
  private static final int WEB = 0;
  private static final int DB = 1;
  private static final int API = 2;

  @Test
  void knows_every_edge_from_both_of_its_ends() {
    var graph =
        DependencyGraph.of(NAMES).edge(WEB, API, 3).edge(WEB, DB, 63).edge(API, DB, 0).build();

    assertThat(graph.nodes()).isEqualTo(3);
    assertThat(graph.edges()).isEqualTo(3);
    assertThat(listed(graph, graph.dependencies(), WEB)).containsExactly("0 api 3", "1 db 63");
    assertThat(listed(graph, graph.dependents(), DB)).containsExactly("2 api 0", "1 web 63");
    assertThat(listed(graph, graph.dependencies(), DB)).isEmpty();
    assertThat(graph.name(graph.from(2)) + graph.name(graph.to(2))).isEqualTo("apidb");
    assertThat(graph.kind(1)).isEqualTo(63);
  }

  @Test
  void lists_neighbours_by_name_whatever_the_order_they_were_given_in() {
    var graph = DependencyGraph.of(NAMES).edge(WEB, DB, 0).edge(WEB, API, 0).build();

    assertThat(listed(graph, graph.dependencies(), WEB)).containsExactly("1 api 0", "0 db 0");
  }

  @Test
  void keeps_parallel_edges_apart_and_an_edge_to_itself() {
    var graph = DependencyGraph.of(NAMES).edge(DB, DB, 1).edge(API, DB, 2).edge(API, DB, 1).build();

    assertThat(listed(graph, graph.dependents(), DB))
        .containsExactly("1 api 2", "2 api 1", "0 db 1");
    assertThat(listed(graph, graph.dependencies(), DB)).containsExactly("0 db 1");
  }

  @Test
  void can_be_empty_and_without_edges() {
    assertThat(DependencyGraph.of(List.of()).build().nodes()).isZero();
    var graph = DependencyGraph.of(NAMES).build();
    assertThat(listed(graph, graph.dependents(), API)).isEmpty();
  }

  @Test
  void refuses_an_edge_to_no_node_and_a_kind_that_is_none() {
    var builder = DependencyGraph.of(NAMES);

    assertThatThrownBy(() -> builder.edge(WEB, 3, 0)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> builder.edge(-1, WEB, 0))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> builder.edge(WEB, API, 64))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThat(builder.build().edges()).isZero();
  }

  private static List<String> listed(DependencyGraph graph, Adjacency edges, int node) {
    var listed = new ArrayList<String>();
    for (int place = edges.first(node); place < edges.end(node); place++) {
      listed.add(
          "%d %s %d"
              .formatted(edges.edge(place), graph.name(edges.neighbour(place)), edges.kind(place)));
    }
    return listed;
  }
}
