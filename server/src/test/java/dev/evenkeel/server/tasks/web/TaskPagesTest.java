package dev.evenkeel.server.tasks.web;

import static dev.evenkeel.server.tasks.web.TaskScene.id;
import static dev.evenkeel.server.tasks.web.TaskScene.today;
import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.ServerTest;
import dev.evenkeel.server.risk.RiskScene;
import dev.evenkeel.server.web.ApiClient.Answer;
import dev.evenkeel.server.web.Browser.Page;
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

/** Tasks are done by those whose duty they are (C01). */
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TaskPagesTest {
  @Autowired ListableBeanFactory beans;
  @Autowired JdbcClient jdbc;
  private RiskScene scene;
  private TaskScene work;

  @BeforeAll
  void open() {
    scene = new RiskScene(beans);
    work = new TaskScene(beans, scene);
  }

  @Test
  @Tag("C01")
  void a_task_is_done_when_its_checklist_and_form_are_and_says_what_is_missing() {
    String upgrade = work.launched(withTeamAsAForm());
    JsonNode team = work.byKey(upgrade, "team");
    for (String before : List.of("risk-audit", "strategy")) {
      work.order(work.byKey(upgrade, before), "skip", "{\"why\": \"tried elsewhere\"}");
    }
    Answer refused = work.post(team, "done", "{}");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.says())
        .contains("'Who decides on going back' is not filled in", "is not ticked");
    assertThat(work.put(team, "/fields", Map.of("fields", "x")).status()).isEqualTo(400);
    Answer unknown =
        scene.api.put(
            "/api/tasks/" + id(team) + "/fields",
            "{\"fields\": {\"kick-off\": \"soon\"}}",
            "If-Match",
            work.etag(team));
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
    assertThat(work.post(team, "reopen", "{\"why\": \"\"}").status()).isEqualTo(400);
    work.order(work.byKey(upgrade, "team"), "reopen", "{\"why\": \"one left\"}");
    assertThat(work.byKey(upgrade, "team").path("state").asString()).isEqualTo("OPEN");
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
  void two_people_do_not_overwrite_each_other_and_every_change_needs_the_version_it_saw() {
    JsonNode task = work.tasks(work.launched("minimise-downtime")).getFirst();
    assertThat(scene.api.post("/api/tasks/" + id(task) + "/skip", "{\"why\": \"x\"}").status())
        .isEqualTo(400);
    work.order(task, "skip", "{\"why\": \"not needed\"}");
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
    JsonNode task = work.tasks(work.launched("minimise-downtime")).getFirst();
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
    String upgrade = work.launched("minimise-downtime");
    JsonNode task = work.tasks(upgrade).get(1);
    Page before = validator.open("/tasks/" + id(task));
    assertThat(before.html().select(".ticks button:not([disabled]), form[action$=done]")).isEmpty();
    String name = before.one("header .who .name").text();
    work.edit(task, Map.of("owner", name));
    Page mine = validator.open("/tasks/" + id(task));
    validator.press(mine.html().select(".ticks button").getFirst(), Map.of());
    assertThat(validator.open("/tasks/" + id(task)).one("#checklist-title").text())
        .contains("1 of 4");
    assertThat(mine.html().select("form[action$=skip]")).as("planning it away").isEmpty();
    scene.apply("{apiVersion: evenkeel/v1, kind: Team, name: OWN-other}");
    work.edit(task, Map.of("owner", "team:" + scene.own + "-other"));
    Page refused = validator.press(mine.html().select(".ticks button").get(1), Map.of());
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.text()).contains("is a duty of team " + scene.own + "-other");
  }

  @Test
  @Tag("C01")
  void a_task_is_given_to_no_team_that_is_not_there_and_the_teams_are_named() {
    scene.apply("{apiVersion: evenkeel/v1, kind: Team, name: OWN-day}");
    JsonNode task = work.tasks(work.launched("minimise-downtime")).getFirst();
    Answer refused = work.put(task, "", Map.of("owner", "team:nobody-there"));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.says())
        .contains("team:nobody-there", "no such team in the estate", "Teams are ");
    Page again =
        scene.operator.press(
            scene.operator.open("/tasks/" + id(task)).one("form#edit button"),
            Map.of("owner", "team:nobody-there"));
    assertThat(again.text()).contains("no such team in the estate");
    Answer launched =
        scene.api.post(
            "/api" + scene.upgrade() + "/tasks",
            "{\"template\": \"minimise-downtime\", \"owner\": \"team:nobody-there\"}");
    assertThat(launched.says()).contains("no such team in the estate");
    work.edit(task, Map.of("owner", "team:" + scene.own + "-day"));
  }

  @Test
  void what_is_wrong_with_a_field_is_tied_to_it() {
    JsonNode task = work.tasks(work.launched("minimise-downtime")).getFirst();
    Page page = scene.operator.open("/tasks/" + id(task));
    Page again = scene.operator.press(page.one("form#edit button"), Map.of("offset", "soon"));
    var field = again.one("form#edit [name=offset]");
    assertThat(field.attr("aria-invalid")).isEqualTo("true");
    assertThat(again.one("#" + field.attr("aria-describedby")).text())
        .contains("'soon' is no number of days or hours");
    assertThat(again.html().select("[aria-invalid]")).hasSize(1);
  }

  @Test
  void what_happened_to_a_task_cannot_be_changed_in_the_database() {
    work.launched("minimise-downtime");
    assertThat(
            org.assertj.core.api.Assertions.catchThrowable(
                () -> jdbc.sql("delete from tasks_event").update()))
        .hasMessageContaining("only added to");
  }
}
