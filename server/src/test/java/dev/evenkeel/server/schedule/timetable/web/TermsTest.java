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
            scene.operator.open(upgrade + "/schedule?as=text").one("form.edit button.primary"),
            Map.of("text", "rollout: [{name: all, share: 50}]"));
    assertThat(page.status()).isEqualTo(400);
    assertThat(page.one("form.edit [role=alert]").text())
        .contains("1 waves, the last with 50 %", "100 %");
    assertThat(page.one("textarea").text()).contains("share: 50");
  }

  @Test
  void waiting_for_longer_than_any_timetable_looks_ahead_is_refused() {
    String upgrade = scene.upgrade();
    String first = scene.upgrade();
    String number = first.substring(first.lastIndexOf('/') + 1);
    String after = "after: [{upgrade: %s, lag: %s}]\n";
    assertThat(put(upgrade, after.formatted(number, "730d")).status()).isEqualTo(200);

    Answer tooLong =
        put(first, after.formatted(upgrade.substring(upgrade.lastIndexOf('/') + 1), "99999999d"));
    assertThat(tooLong.status()).isEqualTo(400);
    assertThat(tooLong.json().path("detail").asString()).contains("Line 1", "`lag`", "730d");
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
        scene.operator.press(page.one("button[value='after:%d']".formatted(id)), Map.of());
    assertThat(pressed.one("[name='after[0].upgrade']").val()).endsWith(" #" + id);
    assertThat(scene.operator.press(pressed.one("form.edit button.primary"), Map.of()).status())
        .isEqualTo(302);
    assertThat(plan(shop).path("plan").path("after").path(0).path("upgrade").asLong())
        .isEqualTo(id);
    assertThat(plan(shop).path("proposedOrder").toString())
        .doesNotContain("\"before\":{\"value\":%d}".formatted(id));
  }

  @Test
  void a_later_edit_does_not_overwrite_one_it_has_not_seen_and_all_are_kept() {
    String upgrade = scene.upgrade();
    String path = "/api" + upgrade + "/schedule";
    assertThat(scene.api.put(path, "leftOut: 1", "If-Match", "\"0\"").status()).isEqualTo(200);
    assertThat(scene.api.put(path, "leftOut: 2", "If-Match", "\"0\"").status()).isEqualTo(412);
    assertThat(scene.api.put(path, "leftOut: 3", "If-Match", "\"1\"").status()).isEqualTo(200);
    assertThat(scene.api.get(path + "/history").json().toString())
        .contains("leftOut: 1", "leftOut: 3")
        .doesNotContain("leftOut: 2");
  }

  @Test
  void a_skill_that_nobody_of_the_team_has_is_refused_with_the_nearest_that_somebody_has() {
    scene.apply(
        """
        {apiVersion: evenkeel/v1, kind: Team, name: OWN-platform}
        ---
        {apiVersion: evenkeel/v1, kind: Person, name: OWN-finn, team: OWN-platform, skills: [postgres]}
        ---
        {apiVersion: evenkeel/v1, kind: Person, name: OWN-eve, skills: [network, oracle]}
        ---
        {apiVersion: evenkeel/v1, kind: Roster, name: OWN-lent, team: OWN-platform, timeZone: UTC,
         shifts: [{start: 2026-01-05T22:00, end: '06:00', rule: FREQ=DAILY, people: [OWN-eve]}]}
        ---
        {apiVersion: evenkeel/v1, kind: Team, name: OWN-web}
        """);
    String upgrade = scene.upgrade();
    String text =
        "ways: [{strategy: big-bang, people: [{team: OWN-platform, skill: SKILL}, {team: OWN-platform}]}]"
            .replace("OWN", scene.own);
    Answer mistyped = put(upgrade, text.replace("SKILL", "postgers"));
    assertThat(mistyped.status()).isEqualTo(400);
    assertThat(mistyped.json().path("errors").values().stream().map(JsonNode::asString))
        .containsExactly(
            "ways[0].people[0].skill: Nobody of OWN-platform has the skill `postgers`. Did you mean `postgres`?"
                .replace("OWN", scene.own));
    assertThat(put(upgrade, text.replace("SKILL", "welding")).text())
        .contains("among the skills of a person of the team first, or take one of network, oracle");
    assertThat(put(upgrade, text.replace("SKILL", "oracle").replace("-platform", "-web")).text())
        .contains("has the skill `oracle`. Write it");
    assertThat(plan(upgrade).path("version").asLong()).isZero();
    assertThat(put(upgrade, text.replace("SKILL", "network")).status())
        .as("eve is on a shift of the team")
        .isEqualTo(200);
    assertThat(plan(upgrade).path("plan").toString()).contains("\"skill\":\"network\"");
  }

  @Test
  void a_budget_a_team_or_an_upgrade_that_is_not_there_is_refused_when_it_is_written() {
    scene.apply(
        """
        {apiVersion: evenkeel/v1, kind: Team, name: OWN-platform}
        ---
        {apiVersion: evenkeel/v1, kind: Budget, name: OWN-upgrades, owner: ann, currency: EUR,
         periods: [{from: 2026-01-01, to: 2030-12-31, amount: 100000}]}
        """);
    String upgrade = scene.upgrade();
    Answer answer =
        put(
            upgrade,
            """
            budget: OWN-upgrade
            ways: [{strategy: big-bang, people: [{team: OWN-platfrom}]}]
            after: [{upgrade: 987654321}]
            """
                .replace("OWN", scene.own));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("errors").values().stream().map(JsonNode::asString))
        .containsExactly(
            "budget: There is no budget `OWN-upgrade` in the estate. Did you mean `OWN-upgrades`?"
                .replace("OWN", scene.own),
            "ways[0].people[0].team: There is no team `OWN-platfrom` in the estate. Did you mean `OWN-platform`?"
                .replace("OWN", scene.own),
            "after[0].upgrade: There is no upgrade 987654321. Choose one of those under Upgrades.");
    assertThat(plan(upgrade).path("version").asLong()).isZero();
    assertThat(
            put(
                    upgrade,
                    "budget: OWN-upgrades\nways: [{strategy: big-bang, people: [{team: OWN-platform}]}]"
                        .replace("OWN", scene.own))
                .status())
        .isEqualTo(200);
  }
}
