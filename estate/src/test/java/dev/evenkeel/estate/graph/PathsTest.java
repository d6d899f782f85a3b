package dev.evenkeel.estate.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How one system depends on another. Shows a part of C13. */
@Tag("C13")
class PathsTest {

  @Test
  void lists_the_paths_the_shortest_first_then_by_name() {
    var estate =
        Drawn.of("shop -> db", "shop -> web -> api -> db", "shop -> cache -> db", "shop -> api");

    assertThat(paths(estate, between(estate, "shop", "db", 10)))
        .containsExactly("shop db", "shop api db", "shop cache db", "shop web api db");
    assertThat(between(estate, "shop", "db", 10).cutOff()).isFalse();
  }

  @Test
  void says_that_there_are_more_than_asked_for() {
    var estate = Drawn.of("shop -> a -> db", "shop -> b -> db", "shop -> c -> db");

    assertThat(paths(estate, between(estate, "shop", "db", 2)))
        .containsExactly("shop a db", "shop b db");
    assertThat(between(estate, "shop", "db", 2).cutOff()).isTrue();
    assertThat(between(estate, "shop", "db", 3).cutOff()).isFalse();
  }

  @Test
  void tells_which_are_as_short_as_the_shortest() {
    var estate = Drawn.of("shop -> a -> db", "shop -> b -> db", "shop -> c -> d -> db");
    var paths = between(estate, "shop", "db", 10);

    assertThat(paths.paths()).hasSize(3);
    assertThat(paths.shortest()).hasSize(2);
  }

  @Test
  void goes_only_where_dependencies_go() {
    var estate = Drawn.of("shop -> db");

    assertThat(between(estate, "db", "shop", 10)).isEqualTo(new Paths(List.of(), false));
    assertThat(between(estate, "db", "shop", 10).shortest()).isEmpty();
  }

  @Test
  void goes_only_over_the_kinds_asked_for() {
    var estate = Drawn.of("shop -1-> db", "shop -2-> api -1-> db");

    assertThat(
            paths(
                estate,
                Paths.between(
                    estate.graph(), Kinds.of(1), estate.node("shop"), estate.node("db"), 9, 999)))
        .containsExactly("shop db");
  }

  @Test
  void passes_no_node_twice_and_counts_parallel_dependencies_as_one_path() {
    var estate = Drawn.of("a -> b -> c -> b", "c -> a", "b -> d", "b -> d", "c -> d", "a -> a");

    assertThat(paths(estate, between(estate, "a", "d", 10))).containsExactly("a b d", "a b c d");
  }

  @Test
  void is_at_its_goal_when_both_are_the_same() {
    var estate = Drawn.of("a -> b -> a");

    assertThat(paths(estate, between(estate, "a", "a", 10))).containsExactly("a");
  }

  @Test
  void gives_what_it_found_when_the_work_becomes_too_much_and_says_so() {
    var estate = Drawn.of("shop -> a -> db", "shop -> b -> db");
    int shop = estate.node("shop");
    int db = estate.node("db");

    var some = Paths.between(estate.graph(), Kinds.ALL, shop, db, 10, 4);
    assertThat(paths(estate, some)).containsExactly("shop a db");
    assertThat(some.cutOff()).isTrue();
    assertThat(Paths.between(estate.graph(), Kinds.ALL, shop, db, 10, 1))
        .isEqualTo(new Paths(List.of(), true));
  }

  private static Paths between(Drawn estate, String from, String to, int most) {
    return Paths.between(
        estate.graph(), Kinds.ALL, estate.node(from), estate.node(to), most, Paths.ENOUGH_LOOKS);
  }

  private static List<String> paths(Drawn estate, Paths paths) {
    return paths.paths().stream().map(path -> String.join(" ", estate.names(path))).toList();
  }
}
