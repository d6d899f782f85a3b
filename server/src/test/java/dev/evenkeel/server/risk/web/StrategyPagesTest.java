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

/** The strategy that is advised, and the one decided (C26, C27). */
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StrategyPagesTest {
  @Autowired ListableBeanFactory beans;
  private RiskScene scene;

  @BeforeAll
  void open() {
    scene = new RiskScene(beans);
  }

  @Test
  @Tag("C26")
  @Tag("C27")
  void the_strategy_is_advised_adjusted_decided_and_advised_again_when_the_data_change() {
    String upgrade = scene.upgrade();
    JsonNode first = scene.api.get("/api" + upgrade + "/strategy").json().path("computed");
    assertThat(first.at("/notes/0/why").asString()).isEqualTo("first look");
    scene.put(upgrade + "/strategy", "{\"toleranceMinutes\": 30}");
    JsonNode second = scene.api.get("/api" + upgrade + "/strategy").json().path("computed");
    assertThat(second.at("/notes/0/why").asString())
        .contains("tolerance in minutes: not known → 30");
    assertThat(second.at("/advice/rows").toString())
        .contains("Away for 60 minutes; 30 can be borne.");
    Page form = scene.operator.open(upgrade + "/strategy");
    Page unsaid =
        scene.operator.press(
            form.one("form.edit button.primary"),
            Map.of("decided", "PHASED", "adjusted[1].score", "5"));
    assertThat(unsaid.html().select(".wrong").eachText())
        .contains(
            "A decision needs its reason. Say why this one.",
            "Say why the score is another than the one proposed.");
    scene.operator.press(
        form.one("form.edit button.primary"),
        Map.of(
            "decided",
            "PHASED",
            "rationale",
            "Thirty minutes at most",
            "adjusted[1].score",
            "5",
            "adjusted[1].reason",
            "no window is free"));
    JsonNode decided = scene.api.get("/api" + upgrade + "/strategy").json();
    assertThat(decided.at("/sheet/decidedBy").asString()).startsWith("operator-");
    assertThat(decided.at("/sheet/rationale").asString()).isEqualTo("Thirty minutes at most");
    assertThat(decided.at("/sheet/adjusted")).hasSize(1);
    assertThat(scene.viewer.open(upgrade).one("dl.more").text()).contains("Strategy phased");
  }

  @Test
  @Tag("C26")
  void what_is_ruled_out_is_not_decided_and_blocks_when_it_is_ruled_out_later() {
    String upgrade = scene.upgrade();
    String strategy = "/api" + upgrade + "/strategy";
    Answer refused =
        scene.api.put(
            strategy,
            "{\"toleranceMinutes\": 30, \"decided\": \"big-bang\", \"rationale\": \"quick\"}",
            "If-Match",
            scene.api.get(strategy).header("ETag"));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.says())
        .contains("This strategy is ruled out: Away for 60 minutes; 30 can be borne.");
    scene.put(
        upgrade + "/strategy",
        "{\"toleranceMinutes\": 90, \"decided\": \"big-bang\", \"rationale\": \"quick\"}");
    assertThat(blockers(upgrade)).doesNotContain("ruled out");
    scene.put(
        upgrade + "/strategy",
        "{\"toleranceMinutes\": 30, \"decided\": \"big-bang\", \"rationale\": \"quick\"}");
    assertThat(blockers(upgrade))
        .contains("The strategy that was decided is ruled out by now: Away for 60 minutes");
  }

  private String blockers(String upgrade) {
    return scene.api.get("/api" + upgrade).json().path("blockers").toString();
  }
}
