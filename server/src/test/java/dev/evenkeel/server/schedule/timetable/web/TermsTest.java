package dev.evenkeel.server.schedule.timetable.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.ServerTest;
import dev.evenkeel.server.risk.RiskScene;
import dev.evenkeel.server.web.ApiClient.Answer;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What is planned of an upgrade, as people and programs write it (C10, C28, C30, C32, C39). */
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TermsTest {
  @Autowired ListableBeanFactory beans;
  private RiskScene scene;

  @BeforeAll
  void open() {
    scene = new RiskScene(beans);
  }

  private JsonNode plan(String upgrade) {
    return scene.api.get("/api" + upgrade + "/schedule").json();
  }

  private Answer put(String upgrade, String body) {
    String path = "/api" + upgrade + "/schedule";
    return scene.api.put(path, body, "If-Match", scene.api.get(path).header("ETag"));
  }

  @Test
  @Tag("C10")
  @Tag("C32")
  @Tag("C39")
  void a_plan_is_there_before_anybody_says_a_word() {
    JsonNode plan = plan(scene.upgrade()).path("plan");
    JsonNode lead = plan.path("lead");
    assertThat(lead.path("auditDays").asInt()).isBetween(2, 5);
    assertThat(LocalDate.parse(lead.path("earliest").asString()))
        .isAfterOrEqualTo(LocalDate.parse(lead.path("auditEnd").asString()).plusDays(14));
    int days =
        lead.path("auditDays").asInt()
            + lead.path("preparationDays").asInt()
            + lead.path("testingDays").asInt()
            + 1;
    assertThat(lead.path("testingDays").asInt() * 10).isGreaterThanOrEqualTo(days * 3);
    assertThat(plan.path("ways")).isNotEmpty();
    assertThat(plan.path("rollout").size()).isGreaterThan(1);
    assertThat(plan.path("rollout").path(plan.path("rollout").size() - 1).path("share").asInt())
        .isEqualTo(100);
  }

  @Test
  @Tag("C32")
  void too_little_testing_is_refused_with_the_numbers() {
    String upgrade = scene.upgrade();
    Answer answer = put(upgrade, "auditDays: 4\npreparationDays: 9\ntestingDays: 2\n");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("detail").asString())
        .contains(
            "2 of 16 working days are testing, which is 12 %; at least 30 % are needed. Plan 6 days of testing or more.");
    assertThat(put(upgrade, "{auditDays: 4, preparationDays: 9, testingDays: 6}").status())
        .isEqualTo(200);
  }

  @Test
  void what_cannot_be_read_is_told_with_its_line_and_nothing_is_kept() {
    String upgrade = scene.upgrade();
    Answer answer = put(upgrade, "earliest: 2027-01-15\ntestDays: 9\n");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("detail").asString()).contains("Line 2", "testingDays");
    assertThat(plan(upgrade).path("version").asLong()).isZero();
    var page =
        scene.operator.press(
            scene.operator.open(upgrade + "/schedule").one("form.edit button.primary"),
            Map.of("text", "rollout: [{name: all, share: 50}]"));
    assertThat(page.status()).isEqualTo(400);
    assertThat(page.one("form.edit [role=alert]").text())
        .contains("1 waves, the last with 50 %", "100 %");
    assertThat(page.one("textarea").text()).contains("share: 50");
  }

  @Test
  @Tag("C30")
  void a_parallel_run_is_planned_when_its_machines_have_a_price_and_for_long_enough() {
    String upgrade = scene.upgrade();
    assertThat(plan(upgrade).path("plan").path("hints").toString()).contains("hostingPerDay");
    assertThat(put(upgrade, "hostingPerDay: 300\n").status()).isEqualTo(200);
    JsonNode parallel = null;
    for (JsonNode way : plan(upgrade).path("plan").path("ways")) {
      parallel = "PARALLEL".equals(way.path("strategy").asString()) ? way : parallel;
    }
    assertThat(parallel).isNotNull();
    assertThat(parallel.path("sideBySide").asInt()).isEqualTo(14);
    assertThat(parallel.path("costs").path(0).path("amount").asLong()).isEqualTo(4200);
    assertThat(
            put(upgrade, "hostingPerDay: 300\nways: [{strategy: parallel, sideBySide: 3}]\n")
                .json()
                .path("detail")
                .asString())
        .contains("for 3 days", "14 to 28");
  }

  @Test
  @Tag("C28")
  void what_is_needed_is_proposed_to_come_first_and_a_person_takes_it_over() {
    String erp = scene.upgrade();
    String shop = scene.upgradeOf("shop");
    long id = Long.parseLong(erp.substring(erp.lastIndexOf('/') + 1));
    assertThat(plan(shop).path("proposedOrder").toString()).contains("Shop needs ERP");
    assertThat(plan(erp).path("proposedOrder").toString()).doesNotContain("Shop");
    var page = scene.operator.open(shop + "/schedule");
    var pressed =
        scene.operator.press(
            page.one("form[action$=order]:has(input[value='%d']) button".formatted(id)), Map.of());
    assertThat(pressed.status()).isEqualTo(302);
    assertThat(plan(shop).path("plan").path("after").path(0).path("upgrade").asLong())
        .isEqualTo(id);
    assertThat(plan(shop).path("proposedOrder").toString())
        .doesNotContain("\"before\":{\"value\":%d}".formatted(id));
  }

  @Test
  void a_later_edit_does_not_overwrite_one_it_has_not_seen_and_all_are_kept() {
    String upgrade = scene.upgrade();
    String path = "/api" + upgrade + "/schedule";
    assertThat(scene.api.put(path, "budget: one", "If-Match", "\"0\"").status()).isEqualTo(200);
    assertThat(scene.api.put(path, "budget: two", "If-Match", "\"0\"").status()).isEqualTo(412);
    assertThat(scene.api.put(path, "budget: three", "If-Match", "\"1\"").status()).isEqualTo(200);
    assertThat(scene.api.get(path + "/history").json().toString())
        .contains("budget: one", "budget: three")
        .doesNotContain("two");
  }
}
