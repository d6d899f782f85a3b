package dev.evenkeel.server.inventory.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.Crew;
import dev.evenkeel.server.ServerTest;
import dev.evenkeel.server.shared.Role;
import dev.evenkeel.server.web.ApiClient;
import dev.evenkeel.server.web.Browser;
import dev.evenkeel.server.web.Browser.Page;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** The map of the estate: what is around a system, who is hit, ways and cycles. */
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("C13")
class MapTest {
  @Autowired ListableBeanFactory beans;
  private ApiClient viewer;
  private Browser reader;

  /** No other test has systems of this name. */
  private final String own = "m" + UUID.randomUUID().toString().substring(0, 8);

  @BeforeAll
  void open() {
    viewer = ApiClient.of(beans, Role.VIEWER);
    reader = Browser.signedIn(beans, Role.VIEWER);
    var answer =
        ApiClient.of(beans, Crew.ALL_HANDS)
            .post(
                "/api/estate/apply",
                """
                {apiVersion: evenkeel/v1, kind: UserGroup, name: OWN-buyers, users: 70, audience: customers, dependsOn: [OWN-shop]}
                ---
                {apiVersion: evenkeel/v1, kind: System, name: OWN-shop, title: "Shop <i>", dependsOn: [{system: OWN-db, type: data, via: orders}, OWN-mail]}
                ---
                {apiVersion: evenkeel/v1, kind: System, name: OWN-db, dependsOn: [OWN-host]}
                ---
                {apiVersion: evenkeel/v1, kind: System, name: OWN-mail, dependsOn: [OWN-host]}
                ---
                {apiVersion: evenkeel/v1, kind: System, name: OWN-host, dependsOn: [{system: OWN-mail, type: script}]}
                """
                    .replace("OWN", own));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  @Test
  void what_is_around_a_system_has_its_place_and_says_how_much_more_there_is() {
    var map = viewer.get("/api/map?centre=" + own + "-shop").json();
    assertThat(map.path("centre").asString()).isEqualTo("systems/" + own + "-shop");
    assertThat(map.path("spots").findValuesAsString("id"))
        .containsExactly(
            "systems/" + own + "-shop",
            "user-groups/" + own + "-buyers",
            "systems/" + own + "-db",
            "systems/" + own + "-mail");
    assertThat(map.at("/spots/2/hidden").asInt()).isEqualTo(1);
    assertThat(map.at("/spots/1/x").asDouble()).isNegative();
    assertThat(map.at("/spots/2/x").asDouble()).isPositive();
    assertThat(map.at("/spots/2/criticality").asString()).isEqualTo("RED");
  }

  @Test
  void what_is_opened_comes_along_and_cycles_and_what_is_vital_are_marked() {
    var map = viewer.get("/api/map?centre=OWN-shop&open=systems/OWN-db".replace("OWN", own)).json();
    assertThat(map.path("spots").findValuesAsString("id")).contains("systems/" + own + "-host");
    assertThat(map.path("lines").valueStream().filter(line -> line.path("cycle").asBoolean()))
        .extracting(line -> line.path("from").asString())
        .containsExactlyInAnyOrder("systems/" + own + "-mail", "systems/" + own + "-host");
    assertThat(map.path("lines").valueStream().filter(line -> !line.path("vital").asBoolean()))
        .extracting(line -> line.path("type").asString())
        .containsExactly("SCRIPT");
    assertThat(viewer.get("/api/map/cycles").json().toString())
        .contains("\"systems/OWN-host\",\"systems/OWN-mail\"".replace("OWN", own));
  }

  @Test
  void who_is_hit_is_counted_and_named() {
    var blast = viewer.get("/api/map/systems/" + own + "-host/blast").json();
    assertThat(blast.path("users").asInt()).isEqualTo(70);
    assertThat(blast.path("red").asInt()).as("itself included").isEqualTo(4);
    assertThat(blast.at("/hits/0/id").asString()).isEqualTo("systems/" + own + "-db");
    assertThat(blast.at("/hits/0/hops").asInt()).isEqualTo(1);
  }

  @Test
  void the_ways_between_two_are_the_shortest_first() {
    var paths =
        viewer
            .get("/api/map/paths?from=systems/OWN-shop&to=systems/OWN-host".replace("OWN", own))
            .json();
    assertThat(paths.path("paths")).hasSize(2);
    assertThat(paths.at("/paths/0/1").asString()).isEqualTo("systems/" + own + "-db");
    assertThat(
            viewer
                .get("/api/map/paths?from=OWN-host&to=OWN-shop".replace("OWN", own))
                .json()
                .path("paths"))
        .isEmpty();
  }

  @Test
  void the_page_says_the_same_as_a_table_and_the_drawing_is_a_file() {
    Page page = reader.open("/estate/map?centre=" + own + "-shop");
    assertThat(page.one("#map-table tbody").text())
        .contains("systems/OWN-shop uses its data orders systems/OWN-db".replace("OWN", own));
    var svg = viewer.get("/api/map/svg?centre=" + own + "-shop");
    assertThat(svg.header("Content-Type")).startsWith("image/svg+xml");
    assertThat(svg.text()).contains("Shop &lt;i>").doesNotContain("<i>");
    assertThat(reader.open("/estate/map/cycles").one("table").text()).contains(own + "-host");
  }

  @Test
  void it_opens_on_what_the_reader_looked_at_last_as_long_as_that_is_there() {
    Browser again = Browser.signedIn(beans, Role.VIEWER);
    again.keep("evenkeel_map", "systems%2F" + own + "-mail");
    assertThat(again.open("/estate/map").one("#map-why").text())
        .isEqualTo("Opened on " + own + "-mail, which you looked at last.");
    for (String gone : List.of("systems%2F" + own + "-gone", "teams%2Fx", "%2F", "%25")) {
      again.keep("evenkeel_map", gone);
      assertThat(again.open("/estate/map").one("#map-why").text())
          .contains(
              "of the red systems, the most critical here, it is the one that most others need");
    }
    assertThat(again.open("/estate/map?centre=" + own + "-db").html().select("#map-why")).isEmpty();
  }

  @Test
  void what_is_not_on_the_map_is_said() {
    assertThat(viewer.get("/api/map?centre=" + own + "-none").says())
        .contains("There is no '" + own + "-none' on the map");
    assertThat(reader.open("/estate/map?centre=" + own + "-none").status()).isEqualTo(404);
  }
}
