package dev.evenkeel.estate.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who feels it when something is upgraded, on small drawings. Shows a part of C13. */
@Tag("C13")
class BlastRadiusTest {

  @Test
  void names_all_who_depend_on_it_the_nearest_first_then_by_name() {
    var estate = Drawn.of("shop -> api -> db -> disk", "admin -> billing -> db");

    var affected = List.of("1 api HIT", "1 billing HIT", "2 admin HIT", "2 shop HIT");
    assertThat(affected(estate, in(estate), "db")).isEqualTo(affected);
    assertThat(affected(estate, in(estate).given(estate.redundancy()), "db")).isEqualTo(affected);
  }

  @Test
  void takes_the_shortest_way_and_names_nobody_twice() {
    var estate = Drawn.of("shop -> api -> db", "shop -> db", "shop -> db");

    assertThat(affected(estate, in(estate), "db")).containsExactly("1 api HIT", "1 shop HIT");
  }

  @Test
  void does_not_name_what_is_upgraded_also_when_it_depends_on_itself_in_a_cycle() {
    var estate = Drawn.of("a -> b -> c -> a", "a -> a");

    assertThat(affected(estate, in(estate), "a")).containsExactly("1 c HIT", "2 b HIT");
  }

  @Test
  void goes_no_farther_than_asked() {
    var estate = Drawn.of("far -> near -> db");

    assertThat(affected(estate, in(estate).within(1), "db")).containsExactly("1 near HIT");
    assertThat(affected(estate, in(estate).within(0), "db")).isEmpty();
  }

  @Test
  void goes_only_through_the_kinds_asked_for() {
    var estate = Drawn.of("shop -1-> api -2-> db", "report -3-> db");

    assertThat(affected(estate, in(estate).through(Kinds.of(1, 2)), "db"))
        .containsExactly("1 api HIT", "2 shop HIT");
    assertThat(affected(estate, in(estate).through(Kinds.of(1, 3)), "db"))
        .containsExactly("1 report HIT");
  }

  @Test
  void weakens_who_has_another_of_the_group_and_spares_who_depends_on_that() {
    var estate = Drawn.of("shop -> api -> db1", "api -> db2", "report -> db1");
    var given = in(estate).given(estate.redundancy("db1 db2"));

    assertThat(affected(estate, given, "db1")).containsExactly("1 api WEAKENED", "1 report HIT");
    assertThat(affected(estate, given, "db1", "db2"))
        .containsExactly("1 api HIT", "1 report HIT", "2 shop HIT");
  }

  @Test
  void hits_who_depends_on_two_of_a_group_that_both_run_on_what_is_upgraded() {
    var estate = Drawn.of("shop -> api", "api -> db1 -> host", "api -> db2 -> host");
    var given = in(estate).given(estate.redundancy("db1 db2"));

    assertThat(affected(estate, given, "host"))
        .containsExactly("1 db1 HIT", "1 db2 HIT", "2 api HIT", "3 shop HIT");
  }

  @Test
  void is_not_helped_by_a_replica_it_is_not_connected_to() {
    var estate = Drawn.of("api -> db1", "other -> db2");

    assertThat(affected(estate, in(estate).given(estate.redundancy("db1 db2")), "db1"))
        .containsExactly("1 api HIT");
  }

  @Test
  void is_not_helped_by_a_replica_it_needs_for_something_else() {
    var estate = Drawn.of("api -1-> host1", "api -2-> host2");

    assertThat(affected(estate, in(estate).given(estate.redundancy("host1 host2")), "host1"))
        .containsExactly("1 api HIT");
  }

  @Test
  void only_weakens_the_members_of_a_cluster_that_depend_on_one_another() {
    var estate = Drawn.of("db1 -> db2 -> db1", "db3 -> db1", "shop -> db1", "shop -> db2");
    var given = in(estate).given(estate.redundancy("db1 db2 db3"));

    assertThat(affected(estate, given, "db1"))
        .containsExactly("1 db2 WEAKENED", "1 db3 WEAKENED", "1 shop WEAKENED");
  }

  @Test
  void counts_a_connection_twice_declared_as_one_way_out() {
    var estate = Drawn.of("api -> db1", "api -> db1", "api -> db2");
    var given = in(estate).given(estate.redundancy("db1 db2"));

    assertThat(affected(estate, given, "db1")).containsExactly("1 api WEAKENED");
    assertThat(affected(estate, given, "db2")).containsExactly("1 api WEAKENED");
  }

  @Test
  void says_hit_of_who_loses_its_last_way_out_beyond_the_limit_of_hops() {
    var estate = Drawn.of("api -> db1 -> host", "api -> db2 -> disk -> host");
    var given = in(estate).given(estate.redundancy("db1 db2")).within(2);

    assertThat(affected(estate, given, "host"))
        .containsExactly("1 db1 HIT", "1 disk HIT", "2 api HIT", "2 db2 HIT");
  }

  @Test
  void refuses_a_node_in_two_groups() {
    var estate = Drawn.of("api -> db1", "api -> db2");

    assertThatThrownBy(() -> estate.redundancy("db1 db2", "db2 api"))
        .hasMessage("in two groups: db2");
  }

  private static BlastRadius in(Drawn estate) {
    return BlastRadius.in(estate.graph());
  }

  private static List<String> affected(Drawn estate, BlastRadius radius, String... upgraded) {
    return radius.of(List.of(upgraded).stream().mapToInt(estate::node).toArray()).stream()
        .map(one -> "%d %s %s".formatted(one.hops(), estate.name(one.node()), one.effect()))
        .toList();
  }
}
