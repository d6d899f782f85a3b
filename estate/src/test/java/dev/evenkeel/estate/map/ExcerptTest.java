package dev.evenkeel.estate.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.evenkeel.estate.Document;
import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.estate.graph.Kinds;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a map shows, and where it stands. */
@Tag("C13")
class ExcerptTest {
  private final EstateMap map =
      RatingsTest.map(
          "{kind: UserGroup, name: buyers, title: Buyers <b>, users: 9, dependsOn: [shop]}",
          "{kind: System, name: shop, product: tomcat, version: '10', dependsOn: [db, web1, web2]}",
          "{kind: System, name: wiki, dependsOn: [db]}",
          "{kind: System, name: web1, group: web}",
          "{kind: System, name: web2, group: web}",
          "{kind: System, name: db, dependsOn: [host, gone]}",
          "{kind: System, name: host, dependsOn: [db]}");

  @Test
  void what_depends_stands_left_and_what_is_needed_right() {
    assertThat(around("shop", 1, List.of()).nodes())
        .extracting(shown -> map.node(shown.node()).name(), Excerpt.Shown::column)
        .containsExactly(
            tuple("shop", 0),
            tuple("buyers", -1),
            tuple("db", 1),
            tuple("web1", 1),
            tuple("web2", 1));
  }

  @Test
  void each_says_how_many_neighbours_are_not_shown_and_opening_it_shows_them() {
    Excerpt closed = around("shop", 1, List.of());
    assertThat(shown(closed, "db").hidden()).isEqualTo(3);
    Excerpt opened = around("shop", 1, List.of("db"));
    assertThat(shown(opened, "db").hidden()).isZero();
    assertThat(shown(opened, "gone").column()).isEqualTo(2);
    assertThat(shown(opened, "wiki").column()).isZero();
    assertThat(opened.edges()).hasSize(8);
  }

  @Test
  void there_are_never_more_nodes_than_wanted() {
    assertThat(Excerpt.around(map, node("shop"), 9, List.of(node("db")), Kinds.ALL, 3).nodes())
        .hasSize(3);
  }

  @Test
  void no_two_nodes_stand_in_one_place_and_members_of_a_group_stand_together() {
    Layout layout = Layout.of(around("shop", 3, List.of()));
    assertThat(new HashSet<>(layout.places().values())).hasSameSizeAs(layout.places().values());
    double apart = y(layout, "web1") - y(layout, "web2");
    assertThat(Math.abs(apart)).isEqualTo(58);
  }

  @Test
  void a_long_column_is_broken_so_that_it_can_be_read() {
    EstateMap star =
        RatingsTest.map(
            Stream.concat(
                    Stream.of("{kind: System, name: hub}"),
                    IntStream.range(0, 1_500)
                        .mapToObj(n -> "{kind: System, name: n%d, dependsOn: [hub]}".formatted(n)))
                .toArray(String[]::new));
    int hub = star.find(new Document.Key(EntryKind.SYSTEM, "hub")).orElseThrow();
    Layout layout = Layout.of(Excerpt.around(star, hub, 1, List.of(), Kinds.ALL, 2_000));
    var ys = layout.places().values().stream().mapToDouble(Layout.Place::y).summaryStatistics();
    assertThat(layout.places()).hasSize(1_501);
    assertThat(new HashSet<>(layout.places().values())).hasSize(1_501);
    assertThat(ys.getMax() - ys.getMin()).isLessThan(4_000);
  }

  @Test
  void the_drawing_stands_by_itself_and_says_names_as_they_are() {
    String svg = MapSvg.of(around("shop", 2, List.of()));
    assertThat(svg)
        .startsWith("<svg ")
        .contains("Buyers &lt;b>", "yellow · tomcat 10", "not in the estate")
        .doesNotContain("<b>");
    assertThat(svg.split("<path class=\"edge"))
        .hasSize(1 + around("shop", 2, List.of()).edges().size());
  }

  @Test
  void a_drawing_says_of_each_line_how_and_what_and_whether_it_is_in_a_cycle() {
    EstateMap typed =
        RatingsTest.map(
            "{kind: System, name: crm, dependsOn: [host]}",
            "{kind: System, name: host, dependsOn: [crm]}",
            """
            {kind: System, name: orders, dependsOn: [{system: crm, type: calls},
             {system: crm, type: field, via: customer.tier}, {system: crm, type: rule, via: tier < 2}]}
            """);
    String svg =
        MapSvg.of(
            Excerpt.around(
                typed,
                typed.find(new Document.Key(EntryKind.SYSTEM, "orders")).orElseThrow(),
                2,
                List.of(),
                Kinds.ALL,
                100));
    assertThat(svg)
        .containsPattern("<path class=\"edge\" .*<title>orders → crm: calls</title>")
        .containsPattern("<path class=\"edge partly\" .*: field customer.tier</title>")
        .containsPattern("<path class=\"edge partly\" .*: rule tier &lt; 2</title>")
        .containsPattern("<path class=\"edge cycle\" .*<title>crm → host: calls</title>");
    assertThat(
            svg.lines().filter(line -> line.startsWith("<path")).map(line -> line.split(" d=")[1]))
        .extracting(line -> line.substring(0, line.indexOf('>')))
        .doesNotHaveDuplicates();
  }

  @Test
  void what_is_opened_far_away_stands_beside_the_centre_with_its_neighbours() {
    Excerpt near = around("db", 1, List.of());
    assertThat(near.nodes())
        .extracting(shown -> map.node(shown.node()).name())
        .doesNotContain("buyers");
    Excerpt opened = around("db", 1, List.of("buyers"));
    assertThat(shown(opened, "buyers").column()).isZero();
    assertThat(shown(opened, "buyers").hidden()).isZero();
  }

  private Excerpt around(String centre, int hops, List<String> opened) {
    return Excerpt.around(
        map, node(centre), hops, opened.stream().map(this::node).toList(), Kinds.ALL, 100);
  }

  private Excerpt.Shown shown(Excerpt excerpt, String name) {
    return excerpt.nodes().stream()
        .filter(shown -> shown.node() == node(name))
        .findFirst()
        .orElseThrow();
  }

  private double y(Layout layout, String name) {
    return layout.places().get(node(name)).y();
  }

  private int node(String name) {
    return Stream.of(EntryKind.SYSTEM, EntryKind.USER_GROUP)
        .flatMap(kind -> map.find(new Document.Key(kind, name)).stream())
        .findFirst()
        .orElseThrow();
  }
}
