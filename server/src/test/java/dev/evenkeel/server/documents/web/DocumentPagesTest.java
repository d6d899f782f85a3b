package dev.evenkeel.server.documents.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.ServerTest;
import dev.evenkeel.server.risk.RiskScene;
import dev.evenkeel.server.web.ApiClient.Answer;
import dev.evenkeel.server.web.Browser.Page;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Documents are made of what is known (C34, C35). */
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DocumentPagesTest {
  @Autowired ListableBeanFactory beans;
  private RiskScene scene;

  @BeforeAll
  void open() {
    scene = new RiskScene(beans);
  }

  @Test
  @Tag("C34")
  void the_plan_tells_what_is_known_and_leads_to_what_is_not() {
    String upgrade = scene.upgrade();
    scene.put(
        upgrade + "/stocktake",
        "{\"items\": [{\"name\": \"Discounts <b>\", \"decision\": \"re-implement\"}]}");
    Page page = scene.viewer.open(upgrade + "/documents/plan");
    assertThat(page.one("article").text())
        .contains("Who performs it", "ann", "15.0", "18.0", "Discounts <b>", "redeveloped")
        .contains(scene.goLive.toString());
    assertThat(page.html().select("article a[href$=/strategy]")).isNotEmpty();
    for (String heading :
        new String[] {"How", "What the supplier says", "Time", "People", "Resources", "Budget"}) {
      assertThat(page.html().select("h2").eachText()).contains(heading);
    }
    page.html().select("article a[href^=/]").eachAttr("href").stream()
        .filter(link -> !link.endsWith("/edit"))
        .distinct()
        .forEach(link -> assertThat(scene.viewer.open(link).status()).as(link).isEqualTo(200));
    assertThat(scene.viewer.open(upgrade + "/documents").one("section a[href$=plan.pdf]").text())
        .isEqualTo("PDF");
    assertThat(scene.viewer.open(upgrade + "/documents/plan.pdf").text()).startsWith("%PDF-");
    assertThat(scene.viewer.open(upgrade + "/documents/roll-out.md").text())
        .contains("# Roll-out plan", "Yes: 60 minutes are expected.", "## Way back");
    assertThat(scene.api.get("/api" + upgrade + "/documents/plan").json().path("unknown").asInt())
        .isPositive();
  }

  @Test
  @Tag("C39")
  void phases_are_always_there_and_grow_up_to_everybody() {
    String upgrade = scene.upgrade();
    assertThat(scene.viewer.open(upgrade + "/documents/roll-out").text())
        .contains("Proposed; nobody has said", "25 %");
    Answer less =
        rollout(
            upgrade,
            "{\"phases\": [{\"name\": \"a\", \"percent\": 50}, {\"name\": \"b\", \"percent\": 20}]}");
    assertThat(less.says()).contains("Each phase brings it to more");
    assertThat(rollout(upgrade, "{\"phases\": [{\"name\": \"a\", \"percent\": 50}]}").says())
        .contains("The last one brings it to 100");
    scene.put(
        upgrade + "/rollout",
        "{\"phases\": [{\"name\": \"All\", \"percent\": 100, \"hours\": 2}]}");
    assertThat(scene.viewer.open(upgrade + "/documents/roll-out").text())
        .contains("Who gets it when", "All")
        .doesNotContain("25 %");
  }

  @Test
  @Tag("C28")
  void an_order_in_which_something_goes_before_what_it_needs_is_told() {
    String upgrade = scene.upgrade();
    Answer kept =
        scene.put(
            upgrade + "/rollout",
            "{\"tiers\": {\"together\": \"database-first\", \"why\": \"the supplier says so\", \"order\": [\"OWN-erp\", \"OWN-script\"]}}"
                .replace("OWN", scene.own));
    assertThat(kept.json().path("computed").path("outOfOrder").toString())
        .contains("goes before", "which it needs");
    Page form = scene.operator.open(upgrade + "/rollout");
    assertThat(form.one("ul.missing").text()).contains("goes before", "how data are restored");
    assertThat(
            scene.operator.press(form.one("form.edit .sticky button"), java.util.Map.of()).status())
        .isEqualTo(302);
  }

  @Test
  @Tag("C30")
  void a_core_system_runs_side_by_side_for_two_weeks_at_least() {
    String upgrade = scene.upgrade();
    scene.put(upgrade + "/strategy", "{\"decided\": \"parallel\", \"rationale\": \"safe\"}");
    Answer week = scene.put(upgrade + "/rollout", "{\"parallel\": {\"days\": 7}}");
    assertThat(week.json().path("computed").path("open").toString())
        .contains("a core system asks for 14", "business cycle", "held against each other");
    Answer three =
        scene.put(
            upgrade + "/rollout",
            "{\"parallel\": {\"days\": 21, \"cycle\": \"month-end\", \"reconciled\": \"sums each night\"}}");
    assertThat(three.json().path("computed").path("open").toString())
        .doesNotContain("side by side", "business cycle");
  }

  private Answer rollout(String upgrade, String body) {
    String path = "/api" + upgrade + "/rollout";
    return scene.api.put(path, body, "If-Match", scene.api.get(path).header("ETag"));
  }
}
