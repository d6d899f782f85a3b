package dev.evenkeel.server.schedule.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.ServerTest;
import dev.evenkeel.server.risk.RiskScene;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A timetable as bars in time, with the same as a table for whoever has no pointer. */
@ServerTest
@Tag("C28")
class ChartPageTest {
  @Autowired ListableBeanFactory beans;

  @Test
  void what_the_chart_draws_stands_in_its_table_and_another_place_is_tried_and_taken() {
    RiskScene scene = new RiskScene(beans);
    String upgrade = scene.upgrade().replace("/upgrades/", "");
    long id =
        scene
            .api
            .post(
                "/api/timetables",
                "{\"name\": \"Drawn\", \"seconds\": 1, \"days\": 60, \"upgrades\": [%s]}"
                    .formatted(upgrade))
            .json()
            .path("id")
            .asLong();
    String path = "/api/timetables/" + id;
    RiskScene.until(() -> !scene.api.get(path + "/progress").json().path("goesOn").asBoolean());
    JsonNode chart = scene.api.get(path + "/chart?by=system").json();
    JsonNode bar = chart.path("bars").get(0);
    assertThat(bar.path("upgrade").asString()).isEqualTo(upgrade);
    assertThat(bar.path("group").asString()).isEqualTo("ERP");
    assertThat(bar.path("work").asInt()).isPositive();

    var page = scene.viewer.open("/schedule/timetables/%d/chart".formatted(id));
    assertThat(page.one("#gantt-table tbody tr").text()).contains(bar.path("title").asString());
    assertThat(page.one("#gantt").attr("data-may")).as("a viewer moves nothing").isEqualTo("false");
    assertThat(
            scene
                .operator
                .open("/schedule/timetables/%d/chart".formatted(id))
                .one("#gantt")
                .attr("data-may"))
        .isEqualTo("true");
    assertThat(scene.viewer.open("/schedule/timetables/999999/chart").status()).isEqualTo(404);
  }
}
