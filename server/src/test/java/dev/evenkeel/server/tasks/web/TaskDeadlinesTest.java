package dev.evenkeel.server.tasks.web;

import static dev.evenkeel.server.tasks.web.TaskScene.day;
import static dev.evenkeel.server.tasks.web.TaskScene.today;
import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.Crew;
import dev.evenkeel.server.ServerTest;
import dev.evenkeel.server.risk.RiskScene;
import dev.evenkeel.server.web.ApiClient.Answer;
import dev.evenkeel.server.web.Browser;
import dev.evenkeel.server.web.Browser.Page;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Deadlines count from the launch, from go-live and from each other (C02). */
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TaskDeadlinesTest {
  @Autowired ListableBeanFactory beans;
  private RiskScene scene;
  private TaskScene work;

  @BeforeAll
  void open() {
    scene = new RiskScene(beans);
    work = new TaskScene(beans, scene);
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
    assertThat(work.tasks(upgrade)).hasSize(6);
    assertThat(day(work.tasks(upgrade).getLast())).isEqualTo(today.plusDays(21));
    assertThat(scene.viewer.open(upgrade + "/tasks").html().select("li.task .title").eachText())
        .contains("Budget it and have it approved");
    assertThat(scene.viewer.open(upgrade).one("nav.parts").text()).contains("Tasks");
    Answer twice =
        scene.api.post("/api" + upgrade + "/tasks", "{\"template\": \"minimise-downtime\"}");
    assertThat(twice.status()).isEqualTo(409);
  }

  @Test
  @Tag("C02")
  void days_end_by_the_clock_of_the_systems_else_of_who_launches() {
    scene.apply(
        """
        {apiVersion: evenkeel/v1, kind: System, name: OWN-berlin, title: Ledger, version: '15.0', timeZone: Europe/Berlin}
        """);
    String berlin = scene.upgradeOf("berlin");
    Page tab = scene.operator.open(berlin + "/tasks");
    assertThat(tab.one("input[name=zone]").val()).isEqualTo("Europe/Berlin");
    assertThat(tab.one("input[name=zone]").hasAttr("data-zone")).isFalse();
    assertThat(tab.html().select("script[src*=zone]")).as("for where there is none").hasSize(1);
    scene.operator.press(
        tab.one("details.launch button.primary"), Map.of("template", "seven-steps"));
    assertThat(hour(work.tasks(berlin).getFirst(), "Europe/Berlin")).isEqualTo(17);
    assertThat(scene.viewer.open(berlin + "/tasks").text())
        .contains("days end at 17:00, Europe/Berlin");
    scene.api.post("/api" + berlin + "/safety", "{}");
    assertThat(work.tasks(berlin).stream().filter(task -> task.hasNonNull("due")))
        .allSatisfy(task -> assertThat(hour(task, "Europe/Berlin")).isEqualTo(17));

    String nowhere = scene.upgrade();
    assertThat(scene.operator.open(nowhere + "/tasks").one("input[name=zone]").hasAttr("data-zone"))
        .as("the browser says it where nobody else does")
        .isTrue();
    Browser traveller = Browser.signedIn(beans, Crew.ALL_HANDS);
    Page mine = traveller.open("/tasks/reminders");
    Page kept =
        traveller.press(mine.one("form.edit button.primary"), Map.of("zone", "America/New_York"));
    assertThat(kept.status()).as(kept.text()).isEqualTo(302);
    Page form = traveller.open(nowhere + "/tasks");
    assertThat(form.one("input[name=zone]").val()).isEqualTo("America/New_York");
    traveller.press(
        form.one("details.launch button.primary"), Map.of("template", "seven-steps", "zone", ""));
    assertThat(hour(work.tasks(nowhere).getFirst(), "America/New_York")).isEqualTo(17);
  }

  private static int hour(JsonNode task, String zone) {
    return Instant.parse(task.path("due").asString()).atZone(ZoneId.of(zone)).getHour();
  }

  @Test
  @Tag("C02")
  void moving_a_deadline_or_go_live_moves_what_counts_from_it() {
    String upgrade = work.launched("minimise-downtime");
    JsonNode third = work.tasks(upgrade).get(2);
    LocalDate last = day(work.tasks(upgrade).getLast());
    LocalDate moved = day(third).plusDays(10);
    work.edit(third, Map.of("deadline", moved.toString()));
    assertThat(day(work.tasks(upgrade).get(2))).isEqualTo(moved);
    assertThat(day(work.tasks(upgrade).getLast())).isEqualTo(last.plusDays(10));
    assertThat(day(work.tasks(upgrade).get(1))).isBefore(moved);

    String seven = work.launched("seven-steps");
    assertThat(day(work.tasks(seven).getFirst())).isEqualTo(scene.goLive.minusDays(14));
    JsonNode terms = scene.api.get("/api" + seven).json();
    String body =
        "{\"systems\": [\"%s-erp\"], \"from\": \"15.0\", \"to\": \"18.0\", \"owner\": \"ann\", \"goLive\": \"%s\"}"
            .formatted(scene.own, scene.goLive.plusDays(7));
    assertThat(terms.isEmpty()).isFalse();
    scene.put(seven, body);
    assertThat(day(work.tasks(seven).getFirst())).isEqualTo(scene.goLive.minusDays(7));
  }

  @Test
  @Tag("C02")
  void the_order_is_changed_for_one_upgrade_and_a_circle_is_refused_by_name() {
    String upgrade = work.launched("minimise-downtime");
    JsonNode last = work.tasks(upgrade).getLast();
    Page page = scene.operator.open("/tasks/" + last.path("id").asLong());
    scene.operator.press(page.one("form[action$=place] button"), Map.of("place", "1"));
    assertThat(work.tasks(upgrade).getFirst().path("key").asString()).isEqualTo("review");
    assertThat(day(work.tasks(upgrade).getFirst())).isEqualTo(today().plusDays(21));
    assertThat(day(work.tasks(upgrade).get(1))).isEqualTo(today().plusDays(23));
    JsonNode first = work.tasks(upgrade).get(1);
    Answer circle = work.put(first, "", Map.of("after", "execute"));
    assertThat(circle.status()).isEqualTo(400);
    assertThat(circle.says()).contains("come after themselves", "schedule-update", "then execute");
    assertThat(work.put(first, "", Map.of("after", "exekute")).says()).contains("no such task");
  }
}
