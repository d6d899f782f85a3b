package dev.evenkeel.server.risk.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.ServerTest;
import dev.evenkeel.server.risk.RiskScene;
import dev.evenkeel.server.web.ApiClient.Answer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A misspelt field changes nothing; what was read may be sent back. */
@ServerTest
class UnknownFieldsTest {
  @Autowired ListableBeanFactory beans;

  @Test
  void a_misspelt_field_is_named_and_the_sheet_stays_as_it_was() {
    RiskScene scene = new RiskScene(beans);
    String upgrade = scene.upgrade();
    scene.put(
        upgrade + "/cost",
        "{\"method\": \"saas\", \"monthlyRevenue\": {\"amount\": 730000, \"source\": \"report\"}}");
    for (String sheet :
        new String[] {"cost", "audit", "stocktake", "answers", "capacity", "strategy"}) {
      refused(scene, upgrade + "/" + sheet, "metod");
    }
    refused(scene, upgrade, "wayback");
    Answer risk =
        scene.api.post(
            "/api" + upgrade + "/risks",
            "{\"title\": \"a\", \"likelyhood\": 3, \"likelihood\": 3, \"impact\": 3}");
    assertThat(risk.status()).isEqualTo(400);
    assertThat(risk.says()).contains("likelyhood").contains("Did you mean 'likelihood'?");
    assertThat(scene.api.get("/api" + upgrade + "/cost").json().at("/sheet/method").asString())
        .isEqualTo("SAAS");
  }

  @Test
  void what_was_read_may_be_sent_back() {
    RiskScene scene = new RiskScene(beans);
    String upgrade = scene.upgrade();
    scene.put(upgrade + "/answers", "{\"given\": {}}");
    scene.put(
        upgrade + "/stocktake",
        "{\"items\": [{\"name\": \"a\", \"needed\": \"no\", \"decision\": \"drop\"}]}");
    for (String sheet :
        new String[] {"cost", "audit", "stocktake", "answers", "capacity", "strategy"}) {
      JsonNode there = scene.api.get("/api" + upgrade + "/" + sheet).json().path("sheet");
      scene.put(upgrade + "/" + sheet, there.toString());
    }
    JsonNode terms = scene.api.get("/api" + upgrade).json().at("/upgrade/terms");
    scene.put(upgrade, terms.toString());
    long risk =
        scene
            .api
            .post(
                "/api" + upgrade + "/risks", "{\"title\": \"a\", \"likelihood\": 3, \"impact\": 3}")
            .json()
            .path("id")
            .asLong();
    JsonNode read = scene.api.get("/api/risks/" + risk).json().path("risk");
    scene.put("/risks/" + risk, read.toString());
  }

  private static void refused(RiskScene scene, String path, String field) {
    Answer answer =
        scene.api.put(
            "/api" + path,
            "{\"" + field + "\": \"saas\"}",
            "If-Match",
            scene.api.get("/api" + path).header("ETag"));
    assertThat(answer.status()).as(path + answer.text()).isEqualTo(400);
    assertThat(answer.says()).contains(field + ": There is no such field here.");
  }
}
