package dev.evenkeel.server.tasks.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.ServerTest;
import dev.evenkeel.server.risk.RiskScene;
import dev.evenkeel.server.web.ApiClient.Answer;
import dev.evenkeel.server.web.Browser.Page;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Templates are launched into upgrades, and their tasks are done (C01, C02). */
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TaskPagesTest {
  @Autowired ListableBeanFactory beans;
  @Autowired JdbcClient jdbc;
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
  void one_choice_counts_the_six_steps_from_the_launch() {
    String upgrade = scene.upgrade();
    Page tab = scene.operator.open(upgrade + "/tasks");
    Page launched =
        scene.operator.press(
            tab.one("details.launch button.primary"),
            Map.of("template", "minimise-downtime", "basis", "LAUNCH"));
    assertThat(launched.status()).as(launched.text()).isEqualTo(302);
    LocalDate today = LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC);
    assertThat(tasks(upgrade)).hasSize(6);
    assertThat(day(tasks(upgrade).getLast())).isEqualTo(today.plusDays(21));
    assertThat(scene.viewer.open(upgrade + "/tasks").html().select("li.task .title").eachText())
        .contains("Budget it and have it approved");
    assertThat(scene.viewer.open(upgrade).one("nav.parts").text()).contains("Tasks");
    Answer twice =
        scene.api.post("/api" + upgrade + "/tasks", "{\"template\": \"minimise-downtime\"}");
    assertThat(twice.status()).isEqualTo(409);
  }

  @Test
  @Tag("C02")
  void moving_a_deadline_or_go_live_moves_what_counts_from_it() {
    String upgrade = launched("minimise-downtime");
    JsonNode third = tasks(upgrade).get(2);
    LocalDate last = day(tasks(upgrade).getLast());
    LocalDate moved = day(third).plusDays(10);
    edit(third, Map.of("deadline", moved.toString()));
    assertThat(day(tasks(upgrade).get(2))).isEqualTo(moved);
    assertThat(day(tasks(upgrade).getLast())).isEqualTo(last.plusDays(10));
    assertThat(day(tasks(upgrade).get(1))).isBefore(moved);

    String seven = launched("seven-steps");
    assertThat(day(tasks(seven).getFirst())).isEqualTo(scene.goLive.minusDays(14));
    JsonNode terms = scene.api.get("/api" + seven).json();
    String body =
        "{\"systems\": [\"%s-erp\"], \"from\": \"15.0\", \"to\": \"18.0\", \"owner\": \"ann\", \"goLive\": \"%s\"}"
            .formatted(scene.own, scene.goLive.plusDays(7));
    assertThat(terms.isEmpty()).isFalse();
    scene.put(seven, body);
    assertThat(day(tasks(seven).getFirst())).isEqualTo(scene.goLive.minusDays(7));
  }

  @Test
  @Tag("C02")
  void the_order_is_changed_for_one_upgrade_and_a_circle_is_refused_by_name() {
    String upgrade = launched("minimise-downtime");
    JsonNode last = tasks(upgrade).getLast();
    Page page = scene.operator.open("/tasks/" + last.path("id").asLong());
    scene.operator.press(page.one("form[action$=place] button"), Map.of("place", "1"));
    assertThat(tasks(upgrade).getFirst().path("key").asString()).isEqualTo("review");
    assertThat(day(tasks(upgrade).getFirst())).isEqualTo(today().plusDays(21));
    assertThat(day(tasks(upgrade).get(1))).isEqualTo(today().plusDays(23));
    JsonNode first = tasks(upgrade).get(1);
    Answer circle = put(first, "", Map.of("after", "execute"));
    assertThat(circle.status()).isEqualTo(400);
    assertThat(circle.says()).contains("come after themselves", "schedule-update", "then execute");
    assertThat(put(first, "", Map.of("after", "exekute")).says()).contains("no such task");
  }

  @Test
  @Tag("C01")
  void a_task_is_done_when_its_checklist_and_form_are_and_says_what_is_missing() {
    String upgrade = launched(withTeamAsAForm());
    JsonNode team = byKey(upgrade, "team");
    for (String before : List.of("risk-audit", "strategy")) {
      order(byKey(upgrade, before), "skip", "{\"why\": \"tried elsewhere\"}");
    }
    Answer refused = post(team, "done", "{}");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.says())
        .contains("'Who decides on going back' is not filled in", "is not ticked");
    assertThat(put(team, "/fields", Map.of("fields", "x")).status()).isEqualTo(400);
    Answer unknown =
        scene.api.put(
            "/api/tasks/" + id(team) + "/fields",
            "{\"fields\": {\"kick-off\": \"soon\"}}",
            "If-Match",
            etag(team));
    assertThat(unknown.says()).contains("'soon' is no day");
    Page form = scene.operator.open("/tasks/" + id(team));
    scene.operator.press(
        form.one("#fields button"),
        Map.of(
            "fields.rollback-authority",
            "ann",
            "fields.communicator",
            "bob",
            "fields.kick-off",
            "2027-01-04"));
    for (int line = 0; line < 2; line++) {
      Page ticking = scene.operator.open("/tasks/" + id(team));
      scene.operator.press(ticking.html().select(".ticks button").get(line), Map.of());
    }
    Page done = scene.operator.open("/tasks/" + id(team));
    assertThat(done.one("#checklist-title").text()).contains("2 of 2");
    scene.operator.press(done.one("form[action$=done] button"), Map.of("says", "all named <b>"));
    Page after = scene.viewer.open("/tasks/" + id(team));
    assertThat(after.one("h1 .badge").text()).isEqualTo("done");
    assertThat(after.one("section[aria-labelledby=history-title]").text())
        .contains("all named <b>", "ticked");
    assertThat(post(team, "reopen", "{\"why\": \"\"}").status()).isEqualTo(400);
    order(byKey(upgrade, "team"), "reopen", "{\"why\": \"one left\"}");
    assertThat(byKey(upgrade, "team").path("state").asString()).isEqualTo("OPEN");
  }

  /** The seven steps, of which one is done by filling it in. */
  private String withTeamAsAForm() {
    String name = scene.own + "-form";
    Answer taken =
        scene.api.post(
            "/api/templates",
            scene
                .api
                .get("/api/templates/seven-steps/text")
                .text()
                .replace("name: seven-steps", "name: " + name)
                .replace(
                    "    proof: team-ready\n",
                    """
                        fields:
                          - {name: rollback-authority, label: Who decides on going back, type: person, required: true}
                          - {name: communicator, label: Who speaks to everybody, type: person, required: true}
                          - {name: kick-off, label: Day of the kick-off, type: date}
                    """));
    assertThat(taken.status()).as(taken.text()).isLessThan(300);
    return name;
  }

  @Test
  @Tag("C01")
  void a_fact_closes_a_task_and_nobody_else_does_until_the_fact_is_gone() {
    String upgrade = launched("release-deployment");
    JsonNode strategy = byKey(upgrade, "strategy-chosen");
    assertThat(post(strategy, "done", "{}").says())
        .contains("closed by a fact", "strategy is decided");
    assertThat(scene.viewer.open("/tasks/" + id(strategy)).text())
        .contains("where that is done", upgrade + "/strategy");
    scene.put(
        upgrade + "/strategy", "{\"decided\": \"PHASED\", \"rationale\": \"it bears no outage\"}");
    untilChecked(upgrade);
    JsonNode closed = byKey(upgrade, "strategy-chosen");
    assertThat(closed.path("state").asString()).isEqualTo("DONE");
    assertThat(closed.path("end").path("says").asString()).contains("phased was decided");
    assertThat(scene.viewer.open("/tasks/" + id(closed)).text()).contains("by a fact");
    scene.put(upgrade + "/strategy", "{}");
    untilChecked(upgrade);
    assertThat(byKey(upgrade, "strategy-chosen").path("state").asString()).isEqualTo("OPEN");
    assertThat(scene.api.get("/api/tasks/" + id(closed)).json().path("history").toString())
        .contains("closed-by-fact", "fact-gone");
  }

  @Test
  @Tag("C01")
  void what_a_fact_closed_stays_closed_when_the_upgrade_is_over() {
    String upgrade = launched("release-deployment");
    scene.put(upgrade + "/strategy", "{\"decided\": \"PHASED\", \"rationale\": \"no outage\"}");
    untilChecked(upgrade);
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
    untilChecked(upgrade);
    assertThat(byKey(upgrade, "strategy-chosen").path("state").asString()).isEqualTo("DONE");
  }

  @Test
  @Tag("C01")
  void two_people_do_not_overwrite_each_other_and_every_change_needs_the_version_it_saw() {
    JsonNode task = tasks(launched("minimise-downtime")).getFirst();
    assertThat(scene.api.post("/api/tasks/" + id(task) + "/skip", "{\"why\": \"x\"}").status())
        .isEqualTo(400);
    order(task, "skip", "{\"why\": \"not needed\"}");
    assertThat(
            scene
                .api
                .post("/api/tasks/" + id(task) + "/reopen", "{\"why\": \"x\"}", "If-Match", "\"1\"")
                .status())
        .isEqualTo(412);
    Page page = scene.viewer.open("/tasks/" + id(task));
    assertThat(page.one("h1 .badge").text()).isEqualTo("skipped");
    assertThat(page.text()).contains("not needed");
  }

  @Test
  @Tag("C01")
  void comments_and_files_stay_with_the_task_and_files_are_saved_never_shown() {
    JsonNode task = tasks(launched("minimise-downtime")).getFirst();
    Page page = scene.operator.open("/tasks/" + id(task));
    scene.operator.press(
        page.one("form[action$=comments] button"), Map.of("text", "Asked <the> vendor"));
    Answer file =
        scene.api.post(
            "/api/tasks/" + id(task) + "/files?name=../../evil.html", "<script>alert(1)</script>");
    assertThat(file.status()).isEqualTo(201);
    assertThat(file.json().path("name").asString()).isEqualTo("evil.html");
    Page after = scene.viewer.open("/tasks/" + id(task));
    assertThat(after.one("section[aria-labelledby=comments-title]").text())
        .contains("Asked <the> vendor");
    Answer saved = scene.api.get(after.one("section[aria-labelledby=files-title] a").attr("href"));
    assertThat(saved.header("Content-Type")).isEqualTo("application/octet-stream");
    assertThat(saved.header("Content-Disposition")).startsWith("attachment;");
    assertThat(saved.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(scene.api.post("/api/tasks/" + id(task) + "/files?name=x", "").status())
        .isEqualTo(400);
  }

  @Test
  @Tag("C01")
  void my_tasks_are_those_of_my_name_my_team_and_my_role_the_overdue_first() {
    scene.apply("{apiVersion: evenkeel/v1, kind: Team, name: OWN-night}");
    scene.apply(
        "{apiVersion: evenkeel/v1, kind: Person, name: OWN-eve, team: OWN-night, role: Night watch}");
    String upgrade = scene.upgrade();
    scene.api.post(
        "/api" + upgrade + "/tasks",
        "{\"template\": \"minimise-downtime\", \"owner\": \"team:%s-night\", \"day\": \"%s\"}"
            .formatted(scene.own, today().minusDays(3)));
    Page team = scene.viewer.open("/tasks?of=team:" + scene.own + "-night");
    assertThat(team.one("main section.panel:nth-of-type(2) h2").text()).startsWith("Overdue 1");
    assertThat(team.html().select("li.task")).hasSize(6);
    assertThat(team.html().select("table.glance-weeks tr")).hasSize(7);
    assertThat(scene.viewer.open("/tasks/portfolio").text()).contains("ERP to 18.0");
    assertThat(scene.viewer.open(upgrade).one(".blockers").text()).contains("1 task is overdue");
    assertThat(scene.viewer.open("/tasks").status()).isEqualTo(200);
  }

  @Test
  @Tag("C01")
  void whose_duty_it_is_does_it_without_planning_and_nobody_else_does() {
    dev.evenkeel.server.web.Browser validator =
        dev.evenkeel.server.web.Browser.signedIn(beans, dev.evenkeel.server.shared.Role.VALIDATOR);
    String upgrade = launched("minimise-downtime");
    JsonNode task = tasks(upgrade).get(1);
    Page before = validator.open("/tasks/" + id(task));
    assertThat(before.html().select(".ticks button:not([disabled]), form[action$=done]")).isEmpty();
    String name = before.one("header .who .name").text();
    edit(task, Map.of("owner", name));
    Page mine = validator.open("/tasks/" + id(task));
    validator.press(mine.html().select(".ticks button").getFirst(), Map.of());
    assertThat(validator.open("/tasks/" + id(task)).one("#checklist-title").text())
        .contains("1 of 4");
    assertThat(mine.html().select("form[action$=skip]")).as("planning it away").isEmpty();
    edit(task, Map.of("owner", "team:" + scene.own + "-other"));
    Page refused = validator.press(mine.html().select(".ticks button").get(1), Map.of());
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.text()).contains("is a duty of team " + scene.own + "-other");
  }

  @Test
  @Tag("C01")
  void a_guest_works_on_one_task_by_a_link_until_it_is_taken_back() {
    String upgrade = launched("minimise-downtime");
    JsonNode task = tasks(upgrade).get(1);
    Page page = scene.operator.open("/tasks/" + id(task));
    Page made =
        scene.operator.press(
            page.one("form[action$=guests] button"), Map.of("name", "vendor@example.com"));
    String path = java.net.URI.create(made.one("#guest-address").text()).getPath();
    var guest = dev.evenkeel.server.web.Browser.signedOut(beans);
    Page seen = guest.open(path);
    assertThat(seen.status()).isEqualTo(200);
    assertThat(seen.text()).contains("Identify what needs upgrading");
    assertThat(seen.html().select("nav[aria-label=Main]")).isEmpty();
    guest.press(seen.html().select(".ticks button").getFirst(), Map.of());
    guest.press(
        guest.open(path).one("form[action$=comments] button"), Map.of("text", "Ends <in> May"));
    Page refused = guest.press(guest.open(path).one("form[action$=done] button"), Map.of());
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.notice()).contains("is not ticked");
    assertThat(scene.viewer.open("/tasks/" + id(task)).one("main").text())
        .contains("guest vendor@example.com", "Ends <in> May");
    assertThat(guest.open("/tasks/" + id(task)).status()).isNotEqualTo(200);
    for (int n = 0; n < 30; n++) {
      guest.press(seen.one("form[action$=comments] button"), Map.of("text", "again"));
    }
    Page flooded = guest.press(seen.one("form[action$=comments] button"), Map.of("text", "again"));
    assertThat(flooded.notice()).contains("used very often");
    scene.operator.press(
        scene.operator.open("/tasks/" + id(task)).one("form[action$=revoke] button"), Map.of());
    assertThat(guest.open(path).status()).isEqualTo(404);
    assertThat(guest.open("/guest/" + "A".repeat(43)).status()).isEqualTo(404);
    assertThat(
            scene
                .api
                .post("/api/tasks/" + id(task) + "/guests", "{\"name\": \"x\", \"days\": 900}")
                .status())
        .isEqualTo(400);
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
    assertThat(tasks(upgrade))
        .singleElement()
        .satisfies(task -> assertThat(task.path("key").asString()).isEqualTo("backups"));
    Answer all = scene.api.post("/api" + upgrade + "/safety", "");
    assertThat(all.status()).as(all.text()).isEqualTo(200);
    assertThat(tasks(upgrade)).hasSize(9);
    assertThat(scene.operator.open(upgrade + "/tasks").text())
        .contains("No safety measure is missing");
  }

  private List<JsonNode> measures(String upgrade) {
    List<JsonNode> measures = new ArrayList<>();
    scene.api.get("/api" + upgrade + "/safety").json().forEach(measures::add);
    return measures;
  }

  @Test
  void what_happened_to_a_task_cannot_be_changed_in_the_database() {
    launched("minimise-downtime");
    assertThat(
            org.assertj.core.api.Assertions.catchThrowable(
                () -> jdbc.sql("delete from tasks_event").update()))
        .hasMessageContaining("only added to");
  }

  private String launched(String template) {
    String upgrade = scene.upgrade();
    Answer answer =
        scene.api.post("/api" + upgrade + "/tasks", "{\"template\": \"%s\"}".formatted(template));
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return upgrade;
  }

  private List<JsonNode> tasks(String upgrade) {
    List<JsonNode> tasks = new ArrayList<>();
    scene.api.get("/api" + upgrade + "/tasks").json().forEach(tasks::add);
    return tasks;
  }

  private JsonNode byKey(String upgrade, String key) {
    return tasks(upgrade).stream()
        .filter(task -> task.path("key").asString().equals(key))
        .findFirst()
        .orElseThrow();
  }

  private void untilChecked(String upgrade) {
    beans
        .getBean(dev.evenkeel.server.tasks.EvidenceKeeper.class)
        .check(Long.parseLong(upgrade.substring(upgrade.lastIndexOf('/') + 1)));
  }

  private void edit(JsonNode task, Map<String, String> fields) {
    Answer answer = put(task, "", fields);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  private Answer put(JsonNode task, String path, Map<String, String> fields) {
    StringBuilder body =
        new StringBuilder("{\"title\": \"%s\"".formatted(task.path("title").asString()));
    fields.forEach((name, value) -> body.append(", \"%s\": \"%s\"".formatted(name, value)));
    return scene.api.put("/api/tasks/" + id(task) + path, body + "}", "If-Match", etag(task));
  }

  private void order(JsonNode task, String order, String body) {
    Answer answer = post(task, order, body);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  private Answer post(JsonNode task, String order, String body) {
    return scene.api.post("/api/tasks/" + id(task) + "/" + order, body, "If-Match", etag(task));
  }

  private String etag(JsonNode task) {
    return scene.api.get("/api/tasks/" + id(task)).header("ETag");
  }

  private static long id(JsonNode task) {
    return task.path("id").asLong();
  }

  private static LocalDate day(JsonNode task) {
    return Instant.parse(task.path("due").asString()).atZone(ZoneOffset.UTC).toLocalDate();
  }

  private static LocalDate today() {
    return LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC);
  }
}
