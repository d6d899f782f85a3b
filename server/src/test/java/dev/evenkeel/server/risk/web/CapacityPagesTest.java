package dev.evenkeel.server.risk.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.ServerTest;
import dev.evenkeel.server.risk.RiskScene;
import dev.evenkeel.server.web.Browser.Page;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Whether the target has the room it needs (C21). */
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CapacityPagesTest {
  @Autowired ListableBeanFactory beans;
  private RiskScene scene;

  @BeforeAll
  void open() {
    scene = new RiskScene(beans);
  }

  @Test
  @Tag("C21")
  void capacity_fails_while_room_or_numbers_are_missing() {
    String upgrade = scene.upgrade();
    assertThat(scene.viewer.open(upgrade).one(".blockers").text())
        .contains("Capacity, CPU: Nobody has said what is needed and what is there.");
    Page form = scene.operator.open(upgrade + "/capacity");
    Page saved =
        scene.operator.press(
            form.one("form.edit button.primary"),
            Map.of(
                "rows[0].needed.amount",
                "8",
                "rows[0].needed.source",
                "vendor",
                "rows[0].there.amount",
                "9",
                "rows[0].there.source",
                "vCenter",
                "rows[1].needed.amount",
                "32",
                "rows[1].needed.source",
                "vendor",
                "rows[1].there.amount",
                "64",
                "rows[1].there.source",
                "vCenter"));
    assertThat(saved.status()).as(saved.text()).isEqualTo(302);
    JsonNode check = scene.api.get("/api" + upgrade + "/capacity").json().path("computed");
    assertThat(check.at("/check/verdicts/0/says").asString())
        .isEqualTo("1 core left over; 1.6 should be, so this is too little.");
    assertThat(check.at("/check/verdicts/1/passes").asBoolean()).isTrue();
    assertThat(check.at("/check/verdicts/1/headroom").asInt()).isEqualTo(32);
    assertThat(check.path("passes").asBoolean()).isFalse();
  }
}
