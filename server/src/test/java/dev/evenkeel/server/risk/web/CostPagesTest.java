package dev.evenkeel.server.risk.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.ServerTest;
import dev.evenkeel.server.risk.RiskScene;
import dev.evenkeel.server.web.ApiClient.Answer;
import dev.evenkeel.server.web.Browser.Page;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What downtime costs, and whether to test longer (C17, C18). */
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CostPagesTest {
  @Autowired ListableBeanFactory beans;
  private RiskScene scene;

  @BeforeAll
  void open() {
    scene = new RiskScene(beans);
  }

  @Test
  @Tag("C17")
  @Tag("C18")
  void the_cost_of_downtime_is_computed_with_its_sources_and_says_whether_to_test_longer() {
    String upgrade = scene.upgrade();
    Answer bare =
        scene.api.put(
            "/api" + upgrade + "/cost",
            "{\"method\": \"saas\", \"monthlyRevenue\": {\"amount\": 100}}",
            "If-Match",
            "0");
    assertThat(bare.says()).contains("monthlyRevenue.source: Say where the number comes from");
    Page form = scene.operator.open(upgrade + "/cost");
    Page saved =
        scene.operator.press(
            form.one("form.edit button.primary"),
            Map.of(
                "method",
                "SERVICES",
                "people.amount",
                "40",
                "people.source",
                "HR",
                "billableShare.amount",
                "75",
                "billableShare.source",
                "controlling",
                "rate.amount",
                "120",
                "rate.source",
                "price list",
                "testingDay.amount",
                "2,000",
                "testingDay.source",
                "QA lead"));
    assertThat(saved.status()).as(saved.text()).isEqualTo(302);
    assertThat(scene.viewer.open(upgrade + "/cost").one("#page").text())
        .contains("3,600.00", "Test another day.");
    assertThat(scene.viewer.open(upgrade).one("dl.glance").text()).contains("3,600 EUR an hour");
    assertThat(scene.viewer.open(upgrade + "/sheet").one("article.sheet").text())
        .contains(
            "An extra week of testing costs 10,000 EUR.",
            "One hour of downtime costs 3,600 EUR.",
            "A day of testing: QA lead",
            "People: HR");
    JsonNode kept =
        scene
            .put(
                upgrade + "/cost",
                "{\"method\": \"demand\", \"dailyRevenue\": {\"amount\": 1000, \"source\": \"shop report\"}, \"system\": \"%s-shop\"}"
                    .formatted(scene.own))
            .json();
    assertThat(kept.at("/computed/cost/overWindow").asDouble()).isEqualTo(100.0);
  }
}
