package dev.evenkeel.server.tasks.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.ServerTest;
import dev.evenkeel.server.risk.RiskScene;
import dev.evenkeel.server.web.ApiClient.Answer;
import dev.evenkeel.server.web.Browser.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Templates stand on a shelf, are cloned, changed and taken in (C01). */
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TemplatePagesTest {
  @Autowired ListableBeanFactory beans;
  private RiskScene scene;

  @BeforeAll
  void open() {
    scene = new RiskScene(beans);
  }

  @Test
  @Tag("C01")
  void the_shipped_templates_stand_on_the_shelf_and_each_has_its_page() {
    Page shelf = scene.viewer.open("/templates");
    assertThat(shelf.text()).contains("Seven steps to avoid downtime", "RACI chart");
    List<String> links =
        new ArrayList<>(shelf.html().select("td a.title, ul.sheets a").eachAttr("href"));
    assertThat(links).hasSizeGreaterThanOrEqualTo(14);
    links.forEach(link -> assertThat(scene.viewer.open(link).status()).as(link).isEqualTo(200));
    assertThat(scene.viewer.open("/templates/minimise-downtime").one(".notice.warn").text())
        .contains("52 days", "day 21");
    assertThat(scene.viewer.open("/templates/release-deployment").html().select("ol.steps li"))
        .hasSizeGreaterThanOrEqualTo(48);
  }

  @Test
  @Tag("C01")
  void a_template_is_cloned_exported_changed_and_imported_as_a_new_version() {
    String name = scene.own + "-process";
    Page clone =
        scene.operator.press(
            scene.operator.open("/templates/seven-steps").one("form[action$=copies] button"),
            Map.of("to", name));
    assertThat(clone.leadsTo()).endsWith("/templates/" + name);
    Answer text = scene.api.get("/api/templates/" + name + "/text");
    assertThat(text.header("Content-Disposition")).contains(name + ".yaml");
    assertThat(
            scene
                .api
                .post("/api/templates", text.text())
                .json()
                .path("version")
                .path("version")
                .asInt())
        .as("the same again is no new version")
        .isEqualTo(1);
    Answer second =
        scene.api.post(
            "/api/templates", text.text().replace("title: Audit the risk", "title: Audit it"));
    assertThat(second.json().path("version").path("version").asInt()).isEqualTo(2);
    assertThat(scene.viewer.open("/templates/" + name).text()).contains("Audit it");
    assertThat(scene.viewer.open("/templates/" + name + "?version=1").text())
        .contains("Audit the risk");
    Answer shipped =
        scene.api.post("/api/templates", scene.api.get("/api/templates/seven-steps/text").text());
    assertThat(shipped.status()).isEqualTo(409);
    assertThat(shipped.says()).contains("comes with Evenkeel", "Clone it");
  }

  @Test
  @Tag("C01")
  void a_wrong_template_is_refused_whole_with_the_place_and_what_was_typed() {
    String text =
        "apiVersion: evenkeel/v1\nkind: Template\nname: broken\ntitle: B\nsteps:\n  - {key: a, title: A, chekclist: [x]}\n";
    Page again =
        scene.operator.press(
            scene.operator.open("/templates").one("form[action=/templates] button"),
            Map.of("text", text));
    assertThat(again.status()).isEqualTo(400);
    assertThat(again.one("ul.wrong").text()).contains("Line 6", "chekclist", "checklist");
    assertThat(again.one("textarea[name=text]").wholeText()).contains("name: broken");
    assertThat(scene.api.get("/api/templates/broken").status()).isEqualTo(404);
    assertThat(
            scene
                .api
                .post("/api/templates?file=own.yaml", text)
                .json()
                .path("findings")
                .get(0)
                .path("where")
                .path("line")
                .asInt())
        .isEqualTo(6);
  }

  @Test
  @Tag("C02")
  void deadlines_that_exceed_the_stated_cycle_are_counted_from_the_launch_with_one_click() {
    TaskScene work = new TaskScene(beans, scene);
    String upgrade = work.launched("minimise-downtime");
    Page tab = scene.operator.open(upgrade + "/tasks");
    assertThat(tab.one(".advice").text()).contains("52 days", "at most 28", "day 21");
    assertThat(scene.viewer.open(upgrade + "/tasks").html().select(".advice button")).isEmpty();
    Page counted = scene.operator.press(tab.one(".advice button"), Map.of());
    assertThat(counted.leadsTo()).isEqualTo(upgrade + "/tasks");
    assertThat(TaskScene.day(work.byKey(upgrade, "review")))
        .isEqualTo(TaskScene.today().plusDays(21));
    assertThat(scene.operator.open(upgrade + "/tasks").html().select(".advice")).isEmpty();
    assertThat(scene.operator.press(tab.one(".advice button"), Map.of()).one("main").text())
        .as("from a page that was opened before")
        .contains("changed meanwhile");
  }

  @Test
  @Tag("C01")
  void a_task_leads_to_where_it_is_done_and_its_template_names_these_pages() {
    TaskScene work = new TaskScene(beans, scene);
    String upgrade = work.launched("seven-steps");
    long audit = TaskScene.id(work.byKey(upgrade, "risk-audit"));
    assertThat(scene.viewer.open("/tasks/" + audit).html().select("dd a").eachAttr("href"))
        .contains(upgrade + "/audit", upgrade + "/risks", upgrade + "/impact", upgrade + "/cost");
    assertThat(scene.viewer.open("/templates/seven-steps").one("main").text())
        .contains("on Risk audit, Risks, Who is hit, Cost of downtime")
        .doesNotContain("C10");
  }

  @Test
  @Tag("C01")
  void a_template_says_which_of_its_teams_are_not_in_the_estate() {
    String team = scene.own + "-nowhere";
    String text =
        "apiVersion: evenkeel/v1\nkind: Template\nname: %s-absent\ntitle: A\nowner: {team: %s}\nsteps:\n  - {key: a, title: A, offset: 1d}\n"
            .formatted(scene.own, team);
    scene.api.post(
        "/api/estate/apply",
        "{apiVersion: evenkeel/v1, kind: Team, name: %s-there, title: T}".formatted(scene.own));
    assertThat(scene.api.post("/api/templates", text).status()).isLessThan(300);
    assertThat(scene.viewer.open("/templates/%s-absent".formatted(scene.own)).one("#absent").text())
        .contains("no team " + team);
  }
}
