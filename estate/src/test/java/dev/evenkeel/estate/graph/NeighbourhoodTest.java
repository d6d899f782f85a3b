package dev.evenkeel.estate.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a map shows around one system. Shows a part of C13. */
@Tag("C13")
class NeighbourhoodTest {
  private static final Drawn ESTATE =
      Drawn.of(
          "shop -> api -> db -> disk",
          "admin -> api",
          "report -> db",
          "backup -> db",
          "kiosk -> shop",
          "shop -> mail");

  @Test
  void shows_both_sides_the_nearest_first_then_by_name() {
    assertThat(shown(ESTATE, "api", 2, 99))
        .containsExactly(
            "0 api CENTRE +0",
            "1 admin DEPENDENT +0",
            "1 db DEPENDENCY +2",
            "1 shop DEPENDENT +1",
            "2 disk DEPENDENCY +0",
            "2 kiosk DEPENDENT +0");
  }

  @Test
  void shows_all_dependencies_among_what_it_shows_and_no_others() {
    var estate = Drawn.of("b -> a", "c -> a", "b -> c", "b -> c", "a -> a", "d -> c");

    assertThat(edges(estate, "a", 1, 99)).containsExactly("a>a", "b>a", "b>c", "b>c", "c>a");
  }

  @Test
  void counts_at_each_node_what_was_left_out_for_want_of_room_or_beyond_the_hops() {
    assertThat(shown(ESTATE, "db", 1, 3))
        .containsExactly("0 db CENTRE +2", "1 api DEPENDENT +2", "1 disk DEPENDENCY +0");
  }

  @Test
  void shows_some_of_either_side_where_one_has_very_many() {
    var estate = Drawn.of("a1 -> db -> host", "a2 -> db", "a3 -> db", "a4 -> db -> switch");

    assertThat(shown(estate, "db", 1, 5))
        .containsExactly(
            "0 db CENTRE +2",
            "1 a1 DEPENDENT +0",
            "1 a2 DEPENDENT +0",
            "1 host DEPENDENCY +0",
            "1 switch DEPENDENCY +0");
  }

  @Test
  void counts_a_neighbour_once_that_is_one_in_both_directions_or_twice() {
    var estate = Drawn.of("a -> b -> a", "a -> b");

    assertThat(shown(estate, "a", 0, 99)).containsExactly("0 a CENTRE +1");
  }

  @Test
  void says_of_what_is_in_a_cycle_with_the_centre_that_it_is_on_both_sides() {
    var estate = Drawn.of("a -> b -> c -> a");

    assertThat(shown(estate, "a", 2, 99))
        .containsExactly("0 a CENTRE +0", "1 b BOTH +0", "1 c BOTH +0");
  }

  @Test
  void knows_only_the_kinds_asked_for() {
    var estate = Drawn.of("a -1-> b -1-> c", "a -2-> c", "d -2-> a");
    var map = Neighbourhood.of(estate.graph(), Kinds.of(1), estate.node("a"), 1, 99);

    assertThat(map.nodes()).hasSize(2).last().extracting("hidden").isEqualTo(1);
    assertThat(map.edges()).hasSize(1);
  }

  private static List<String> shown(Drawn estate, String centre, int hops, int most) {
    return of(estate, centre, hops, most).nodes().stream()
        .map(one ->
            "%d %s %s +%d".formatted(one.hops(), estate.name(one.node()), one.side(), one.hidden()))
        .toList();
  }

  private static List<String> edges(Drawn estate, String centre, int hops, int most) {
    var graph = estate.graph();
    return of(estate, centre, hops, most).edges().stream()
        .map(edge -> estate.name(graph.from(edge)) + ">" + estate.name(graph.to(edge)))
        .toList();
  }

  private static Neighbourhood of(Drawn estate, String centre, int hops, int most) {
    return Neighbourhood.of(estate.graph(), Kinds.ALL, estate.node(centre), hops, most);
  }
}
