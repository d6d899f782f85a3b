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

/** The register of risks, as people and programs keep it (C11, C16). */
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegisterPagesTest {
  private static final String REGISTER = "section[aria-labelledby=risks-title]";

  @Autowired ListableBeanFactory beans;
  private RiskScene scene;

  @BeforeAll
  void open() {
    scene = new RiskScene(beans);
  }

  @Test
  @Tag("C11")
  @Tag("C16")
  void what_the_estate_shows_is_on_the_register_by_itself() {
    String upgrade = scene.upgrade();
    assertThat(scene.risks(upgrade))
        .extracting(risk -> risk.path("key").asString().replace(scene.own, "OWN"))
        .containsExactlyInAnyOrder(
            "out-of-support:OWN-script",
            "knowledge:OWN-erp",
            "incompatible:OWN-shop:calls (orders)",
            "dangling:OWN-ghost",
            "no-way-back");
    assertThat(scene.risk(upgrade, "knowledge").path("title").asString())
        .isEqualTo("Nobody who knows ERP is there around go-live");
    assertThat(scene.risk(upgrade, "out-of-support").path("detail").asString())
        .contains("php 7.4", "2022-11-28", "ERP → Nightly export");
    assertThat(scene.viewer.open(upgrade + "/risks").one(REGISTER).text())
        .contains("Nightly export is out of support", "Evenkeel");
    assertThat(scene.viewer.open("/risks").one("table.risks").text())
        .contains("No way back is known");
    assertThat(scene.viewer.open(upgrade).one(".blockers").text())
        .contains("High risk: No way back is known.");
  }

  @Test
  @Tag("C11")
  void what_people_said_stays_when_it_is_computed_again_and_every_change_is_kept() {
    String upgrade = scene.upgrade();
    long id = scene.risk(upgrade, "out-of-support").path("id").asLong();
    Page saved =
        scene.operator.press(
            scene.operator.open("/risks/" + id).one("form.edit button.primary"),
            Map.of(
                "state",
                "ACCEPTED",
                "owner",
                "bob",
                "impact",
                "2",
                "mitigation",
                "It runs at night <only>"));
    assertThat(saved.status()).as(saved.text()).isEqualTo(302);
    scene.apply(
        "{apiVersion: evenkeel/v1, kind: System, name: OWN-script, title: Old export, product: php, version: '7.4', supportEnd: 2022-11-28}");
    RiskScene.until(() ->
        scene.risk(upgrade, "out-of-support").path("title").asString().startsWith("Old export"));
    JsonNode after = scene.risk(upgrade, "out-of-support");
    assertThat(after.path("id").asLong()).isEqualTo(id);
    assertThat(after.path("state").asString()).isEqualTo("ACCEPTED");
    assertThat(after.path("owner").asString()).isEqualTo("bob");
    assertThat(after.path("impact").asInt()).isEqualTo(2);
    assertThat(after.path("acceptedBy").asString()).startsWith("operator-");
    scene.apply(
        "{apiVersion: evenkeel/v1, kind: System, name: OWN-script, title: Old export, product: php, version: '8.4'}");
    RiskScene.until(() -> !scene.risk(upgrade, "out-of-support").path("goneAt").isNull());
    scene.apply(
        "{apiVersion: evenkeel/v1, kind: System, name: OWN-script, title: Nightly export, product: php, version: '7.4', supportEnd: 2022-11-28}");
    RiskScene.until(() -> scene.risk(upgrade, "out-of-support").path("goneAt").isNull());
    assertThat(scene.api.get("/api/risks/" + id).json().path("history").toString())
        .contains(
            "\"field\":\"state\"",
            "\"before\":\"open\"",
            "\"after\":\"accepted\"",
            "not found any more",
            "found again");
    assertThat(scene.viewer.open("/risks/" + id).one("p.above").text())
        .isEqualTo("Risks ERP to 18.0");
    assertThat(scene.viewer.open("/risks/" + id).one("ul.history").text())
        .contains("mitigation It runs at night <only>");
  }

  @Test
  @Tag("C11")
  void a_person_adds_a_risk_and_is_told_what_is_missing() {
    String upgrade = scene.upgrade();
    Page form = scene.operator.open(upgrade + "/risks");
    Page again =
        scene.operator.press(
            form.one("form.edit button.primary"),
            Map.of("title", "The vendor is slow", "state", "MITIGATED"));
    assertThat(again.status()).isEqualTo(400);
    assertThat(again.html().select(".wrong").eachText())
        .contains(
            "This is missing. Choose from 1 to 5.", "Say what makes it less likely or less bad.");
    assertThat(again.one("input[name=title]").val()).isEqualTo("The vendor is slow");
    scene.operator.press(
        again.one("form.edit button.primary"),
        Map.of("likelihood", "5", "impact", "4", "mitigation", "Call them", "state", "OPEN"));
    Page page = scene.viewer.open(upgrade + "/risks");
    assertThat(page.one(REGISTER).text()).contains("The vendor is slow", "20 high");
    assertThat(page.one("table.matrix summary[title*=vendor]").text()).isEqualTo("1");
    assertThat(page.one("table.matrix summary[title*=vendor] + ul li").text())
        .as("for who does not hover")
        .isEqualTo("The vendor is slow");
    assertThat(
            scene
                .api
                .post(
                    "/api" + upgrade + "/risks",
                    "{\"title\": \"x\", \"likelihood\": 6, \"impact\": 0}")
                .says())
        .contains("likelihood: It is 6; it must be from 1 to 5.", "impact: It is 0");
  }

  @Test
  @Tag("C11")
  void the_register_of_all_is_read_page_by_page_and_counts_every_risk() {
    String upgrade = scene.upgrade();
    for (int n = 0; n < 61; n++) {
      scene.api.post(
          "/api" + upgrade + "/risks",
          "{\"title\": \"Paged %d\", \"likelihood\": 1, \"impact\": 1}".formatted(n));
    }
    Page first = scene.viewer.open("/risks");
    assertThat(first.html().select("table.risks tbody tr")).hasSize(60);
    assertThat(first.one("#register nav").text()).startsWith("1 to 60 of").endsWith("Next");
    Page second = scene.viewer.open(first.one("#register nav a").attr("href"));
    assertThat(second.one("#register nav").text()).startsWith("61 to").contains("Before");
    assertThat(second.html().select("table.risks a.title").eachAttr("href"))
        .isNotEmpty()
        .doesNotContainAnyElementsOf(first.html().select("table.risks a.title").eachAttr("href"));
    assertThat(second.html().select("table.risks td[data-label=Upgrade] a").eachText())
        .doesNotContain("");
    assertThat(second.one("table.matrix tr:nth-child(5) td.low details").text()).contains("more");
    assertThat(scene.api.get("/api/risks?from=60&limit=1000").json().size())
        .isEqualTo(scene.api.get("/api/risks?limit=1000").json().size() - 60);
  }

  @Test
  @Tag("C11")
  void what_is_high_and_open_is_in_sight_and_the_rest_folded() {
    String upgrade = scene.upgrade();
    for (String risk :
        new String[] {
          "{\"title\": \"Slow vendor\", \"likelihood\": 5, \"impact\": 5}",
          "{\"title\": \"Odd colours\", \"likelihood\": 1, \"impact\": 1}",
          "{\"title\": \"Full disk\", \"likelihood\": 5, \"impact\": 5, \"state\": \"mitigated\", \"mitigation\": \"bought\"}"
        }) {
      assertThat(scene.api.post("/api" + upgrade + "/risks", risk).status()).isEqualTo(201);
    }
    var register = scene.viewer.open(upgrade + "/risks").one(REGISTER);
    assertThat(register.select("> table a.title").eachText())
        .contains("Slow vendor")
        .doesNotContain("Odd colours", "Full disk");
    assertThat(register.select("details.shelf").eachText())
        .anyMatch(text -> text.startsWith("low") && text.contains("Odd colours"))
        .anyMatch(text -> text.startsWith("settled") && text.contains("Full disk"));
    assertThat(register.select("details.shelf[open]")).isEmpty();
  }
}
