package dev.evenkeel.server.tasks.web;

import static dev.evenkeel.server.tasks.web.TaskScene.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.ServerTest;
import dev.evenkeel.server.risk.RiskScene;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Role;
import dev.evenkeel.server.web.ApiClient;
import dev.evenkeel.server.web.ApiClient.Answer;
import dev.evenkeel.server.web.Browser.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Facts close tasks, and measures of safety that are missing are added late (C01, C120). */
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TasksByFactsTest {
  @Autowired ListableBeanFactory beans;
  private RiskScene scene;
  private TaskScene work;

  @BeforeAll
  void open() {
    scene = new RiskScene(beans);
    work = new TaskScene(beans, scene);
  }

  @Test
  @Tag("C01")
  void a_fact_closes_a_task_and_nobody_else_does_until_the_fact_is_gone() {
    String upgrade = work.launched("release-deployment");
    JsonNode strategy = work.byKey(upgrade, "strategy-chosen");
    assertThat(work.post(strategy, "done", "{}").says())
        .contains("closed by a fact", "strategy is decided");
    assertThat(scene.viewer.open("/tasks/" + id(strategy)).text())
        .contains("where that is done", upgrade + "/strategy");
    scene.put(
        upgrade + "/strategy", "{\"decided\": \"PHASED\", \"rationale\": \"it bears no outage\"}");
    work.untilChecked(upgrade);
    JsonNode closed = work.byKey(upgrade, "strategy-chosen");
    assertThat(closed.path("state").asString()).isEqualTo("DONE");
    assertThat(closed.path("end").path("says").asString()).contains("phased was decided");
    assertThat(scene.viewer.open("/tasks/" + id(closed)).text()).contains("by a fact");
    scene.put(upgrade + "/strategy", "{}");
    work.untilChecked(upgrade);
    assertThat(work.byKey(upgrade, "strategy-chosen").path("state").asString()).isEqualTo("OPEN");
    assertThat(scene.api.get("/api/tasks/" + id(closed)).json().path("history").toString())
        .contains("closed-by-fact", "fact-gone");
  }

  @Test
  @Tag("C01")
  void what_a_fact_closed_stays_closed_when_the_upgrade_is_over() {
    String upgrade = work.launched("release-deployment");
    scene.put(upgrade + "/strategy", "{\"decided\": \"PHASED\", \"rationale\": \"no outage\"}");
    work.untilChecked(upgrade);
    String decisions = "/api" + upgrade + "/decisions";
    assertThat(
            scene
                .api
                .post(
                    decisions,
                    "{\"decision\": \"review\", \"why\": \"It went well.\", \"open\": \"practised\"}",
                    "If-Match",
                    scene.api.get(decisions).header("ETag"))
                .status())
        .isLessThan(300);
    scene.put(upgrade + "/strategy", "{}");
    work.untilChecked(upgrade);
    assertThat(work.byKey(upgrade, "strategy-chosen").path("state").asString()).isEqualTo("DONE");
  }

  @Test
  @Tag("C29")
  @Tag("C38")
  void what_the_roll_out_says_of_data_and_of_third_parties_closes_their_tasks() {
    String upgrade = work.launched("release-deployment");
    assertThat(work.post(work.byKey(upgrade, "data-scope"), "done", "{}").says())
        .contains("closed by a fact", "what becomes of the data");
    scene.put(upgrade + "/rollout", "{\"data\": {\"scope\": \"ARCHIVED_BEFORE\"}}");
    work.untilChecked(upgrade);
    assertThat(work.byKey(upgrade, "data-scope").path("state").asString())
        .as("nobody says how they move")
        .isEqualTo("OPEN");
    scene.put(
        upgrade + "/rollout",
        """
        {"data": {"scope": "ARCHIVED_BEFORE", "method": "by dump, counted"},
         "thirdParties": [{"name": "Payments", "away": "take orders on account"}, {"name": "Post"}]}
        """);
    work.untilChecked(upgrade);
    assertThat(work.byKey(upgrade, "data-scope").path("end").path("says").asString())
        .contains("archived before");
    assertThat(work.byKey(upgrade, "fallbacks").path("state").asString()).isEqualTo("OPEN");
    assertThat(work.post(work.byKey(upgrade, "fallbacks"), "done", "{}").says())
        .contains("closed by a fact");
    scene.put(
        upgrade + "/rollout",
        """
        {"data": {"scope": "NO_DATA"},
         "thirdParties": [{"name": "Payments", "away": "take orders on account"}, {"name": "Post", "away": "print labels later"}]}
        """);
    work.untilChecked(upgrade);
    assertThat(work.byKey(upgrade, "fallbacks").path("end").path("says").asString())
        .contains("Payments, Post");
    assertThat(work.byKey(upgrade, "data-scope").path("state").asString()).isEqualTo("DONE");
  }

  @Test
  @Tag("C28")
  @Tag("C63")
  void an_order_that_is_written_down_and_a_place_that_a_validator_confirmed_close_their_tasks() {
    String upgrade = work.launched("release-deployment");
    scene.put(upgrade + "/rollout", "{\"tiers\": {\"together\": \"DATABASE_FIRST\"}}");
    assertThat(work.post(work.byKey(upgrade, "tier-order"), "done", "{}").says())
        .as("nobody says why")
        .contains("closed by a fact", "in which order");
    scene.put(
        upgrade + "/rollout",
        "{\"tiers\": {\"together\": \"DATABASE_FIRST\", \"why\": \"as the vendor says\"}}");
    String item = "/api" + upgrade + "/gates/test-environment/confirmation";
    Answer confirmed =
        ApiClient.of(beans, List.of(Role.VALIDATOR), Actor.person("vera"))
            .post(
                item,
                "{\"answer\": \"yes\", \"why\": \"Two differences, both harmless.\"}",
                "If-Match",
                "\"0\"");
    assertThat(confirmed.status()).as(confirmed.text()).isLessThan(300);
    work.untilChecked(upgrade);
    assertThat(work.byKey(upgrade, "tier-order").path("end").path("says").asString())
        .contains("database first");
    assertThat(work.byKey(upgrade, "environment").path("end").path("says").asString())
        .contains(" confirmed it: Two differences");
  }

  @Test
  @Tag("C28")
  @Tag("C116")
  void where_the_record_says_nothing_of_it_a_person_does() {
    String upgrade = work.launched("release-deployment");
    for (String key : List.of("tier-order", "environment", "rollback-criteria", "patches")) {
      work.order(work.byKey(upgrade, key), "done", "{\"says\": \"It is on the wall.\"}");
      assertThat(work.byKey(upgrade, key).path("state").asString()).as(key).isEqualTo("DONE");
    }
    assertThat(work.post(work.byKey(upgrade, "lessons"), "done", "{}").says())
        .contains("closed by a fact", "review");
  }

  @Test
  @Tag("C01")
  @Tag("C120")
  void tasks_that_belong_to_nobody_are_named_until_somebody_has_the_part() {
    String upgrade = scene.upgrade();
    assertThat(scene.api.post("/api" + upgrade + "/safety", "").status()).isEqualTo(200);
    assertThat(scene.viewer.open(upgrade + "/tasks").one("#vacant").text())
        .contains("open tasks belong to nobody", "no upgrade lead");
    JsonNode audit = work.byKey(upgrade, "risk-audit");
    assertThat(scene.viewer.open("/tasks/" + id(audit)).text()).contains("nobody has that role");
    Answer team =
        scene.api.put(
            "/api" + upgrade + "/people/team",
            "{\"members\": [{\"role\": \"UPGRADE_LEAD\", \"person\": \"ann\"}]}",
            "If-Match",
            scene.api.get("/api" + upgrade + "/people/team").header("ETag"));
    assertThat(team.status()).as(team.text()).isLessThan(300);
    assertThat(scene.viewer.open(upgrade + "/tasks").html().select("#vacant").text())
        .doesNotContain("upgrade lead");
    assertThat(scene.viewer.open("/tasks/" + id(audit)).text())
        .doesNotContain("nobody has that role");
  }

  @Test
  @Tag("C38")
  void while_no_third_party_is_named_a_person_says_that_there_is_none() {
    String upgrade = work.launched("release-deployment");
    work.order(work.byKey(upgrade, "fallbacks"), "done", "{\"says\": \"There is none.\"}");
    assertThat(work.byKey(upgrade, "fallbacks").path("state").asString()).isEqualTo("DONE");
  }

  @Test
  @Tag("C120")
  void what_is_missing_of_safety_is_listed_and_added_late() {
    String upgrade = scene.upgrade();
    List<JsonNode> before = measures(upgrade);
    assertThat(before)
        .hasSize(10)
        .allMatch(one -> one.path("shown").isNull() && one.path("task").isNull());
    scene.put(
        upgrade + "/strategy", "{\"decided\": \"PHASED\", \"rationale\": \"it bears no outage\"}");
    assertThat(measures(upgrade).get(2).path("shown").asString()).contains("phased was decided");
    Page tab = scene.operator.open(upgrade + "/tasks");
    assertThat(tab.text()).contains("9 safety measures are missing");
    assertThat(scene.api.post("/api" + upgrade + "/safety", "{\"keys\": [\"strategy\"]}").says())
        .contains("'strategy' is not missing");
    assertThat(scene.api.post("/api" + upgrade + "/safety", "{\"keys\": [\"backups\"]}").status())
        .isEqualTo(200);
    assertThat(work.tasks(upgrade))
        .singleElement()
        .satisfies(task -> assertThat(task.path("key").asString()).isEqualTo("backups"));
    Answer all = scene.api.post("/api" + upgrade + "/safety", "");
    assertThat(all.status()).as(all.text()).isEqualTo(200);
    assertThat(work.tasks(upgrade)).hasSize(9);
    assertThat(scene.operator.open(upgrade + "/tasks").text())
        .contains("No safety measure is missing");
  }

  private List<JsonNode> measures(String upgrade) {
    List<JsonNode> measures = new ArrayList<>();
    scene.api.get("/api" + upgrade + "/safety").json().forEach(measures::add);
    return measures;
  }
}
