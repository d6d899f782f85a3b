package dev.evenkeel.server.schedule.timetable.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.ServerTest;
import dev.evenkeel.server.risk.RiskScene;
import dev.evenkeel.server.web.Browser;
import dev.evenkeel.server.web.Browser.Page;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What is planned of an upgrade, filled in field by field (C10, C30, C32, C36). */
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlanFormPageTest {
  @Autowired ListableBeanFactory beans;
  private RiskScene scene;

  @BeforeAll
  void open() {
    scene = new RiskScene(beans);
    scene.apply(
        """
        {apiVersion: evenkeel/v1, kind: Team, name: OWN-platform}
        ---
        {apiVersion: evenkeel/v1, kind: Budget, name: OWN-money, title: Upgrades of the year, owner: ann,
         periods: [{from: 2026-01-01, to: 2032-12-31, amount: 100000}]}
        """);
  }

  private String own(String name) {
    return scene.own + "-" + name;
  }

  private Page page(String upgrade) {
    return scene.operator.open(upgrade + "/schedule");
  }

  private static Element save(Page page) {
    return page.one("#plan-form button.primary");
  }

  private static Element button(Page page, String value) {
    return page.one("button[name=change][value='%s']".formatted(value));
  }

  private JsonNode kept(String upgrade) {
    return scene.api.get("/api" + upgrade + "/schedule").json();
  }

  private static String beside(Document page, String path) {
    return Browser.one(page, "#say-" + path.replaceAll("\\W+", "-")).text();
  }

  @Test
  void beside_every_empty_field_stands_what_is_taken_and_where_it_comes_from() {
    String upgrade = scene.upgrade();
    Document page = page(upgrade).html();
    JsonNode lead = kept(upgrade).path("plan").path("lead");
    assertThat(beside(page, "auditDays"))
        .contains("Left empty: " + lead.path("auditDays").asInt(), "rule of the audit");
    assertThat(beside(page, "testingDays"))
        .contains("Left empty: " + lead.path("testingDays").asInt(), "30 %");
    assertThat(beside(page, "earliest")).contains(lead.path("earliest").asString());
    assertThat(beside(page, "ways")).contains("big-bang");
    assertThat(beside(page, "rollout")).contains("all 100 %");
    Page way = scene.operator.press(button(page(upgrade), "way:phased"), Map.of());
    assertThat(beside(way.html(), "ways[0].work"))
        .contains("90m", "half as long again as its systems are away");
    assertThat(beside(way.html(), "ways[0].buffer")).contains("45m", "half of the work");
  }

  @Test
  @Tag("C30")
  @Tag("C36")
  void a_plan_filled_in_field_by_field_is_the_same_as_one_written_as_text() {
    String upgrade = scene.upgrade();
    String before = scene.upgradeOf("script");
    long number = Long.parseLong(before.substring(before.lastIndexOf('/') + 1));
    Page way = scene.operator.press(button(page(upgrade), "way:parallel"), Map.of());
    assertThat(kept(upgrade).path("version").asLong()).as("nothing is kept yet").isZero();
    assertThat(way.html().select("datalist#upgrades option").eachAttr("value"))
        .anyMatch(one -> one.endsWith(" #" + number));
    Map<String, String> typed = new LinkedHashMap<>();
    typed.put("earliest", "2031-01-15");
    typed.put("budget", own("money"));
    typed.put("ways[0].work", "1.5");
    typed.put("ways[0].work.unit", "h");
    typed.put("ways[0].sideBySide", "14");
    typed.put("ways[0].people[0].people", "2");
    typed.put("ways[0].people[0].team", own("platform"));
    typed.put("ways[0].costs[0].kind", "hosting");
    typed.put("ways[0].costs[0].amount", "3,080");
    typed.put("phases[0].phase", "1");
    typed.put("phases[0].when", "before");
    typed.put("phases[0].days", "20");
    typed.put("after[0].upgrade", "#" + number);
    typed.put("after[0].lag", "1");
    typed.put("after[0].lag.unit", "d");
    Page saved = scene.operator.press(save(way), typed);
    assertThat(saved.status()).as(saved.text()).isEqualTo(302);
    JsonNode form = kept(upgrade);
    scene.api.put(
        "/api" + upgrade + "/schedule",
        """
        earliest: 2031-01-15
        budget: OWN-money
        ways: [{strategy: parallel, work: 90m, sideBySide: 14, people: [{team: OWN-platform, people: 2}], costs: [{kind: hosting, amount: 3080}]}]
        after: [{upgrade: %d, lag: 24h}]
        phases: [{phase: 1, when: before, days: 20}]
        """
            .replace("OWN", scene.own)
            .formatted(number),
        "If-Match",
        "\"1\"");
    assertThat(kept(upgrade).path("version").asLong()).isEqualTo(2);
    assertThat(kept(upgrade).path("said")).isEqualTo(form.path("said"));
    assertThat(kept(upgrade).path("plan")).isEqualTo(form.path("plan"));
    assertThat(page(upgrade).one("select[name=budget] option[selected]").text())
        .isEqualTo("Upgrades of the year");
    assertThat(form.path("said").path("phases").toString()).contains("\"days\":20");
    assertThat(page(upgrade).one("select[name='phases[0].when'] option[selected]").text())
        .isEqualTo("before the start");
  }

  @Test
  @Tag("C32")
  void each_wrong_value_is_told_at_its_field_and_nothing_typed_is_lost() {
    String upgrade = scene.upgrade();
    Page way = scene.operator.press(button(page(upgrade), "way:big-bang"), Map.of());
    Page refused =
        scene.operator.press(
            save(way),
            Map.of(
                "deadline", "2031-02-30",
                "testingDays", "many",
                "ways[0].work", "an hour",
                "ways[0].people[0].team", own("platfrom"),
                "after[0].upgrade", "Nightly exprot"));
    assertThat(refused.status()).isEqualTo(400);
    Document page = refused.html();
    assertThat(Browser.one(page, "#plan-form [role=alert]").text()).contains("Nothing was saved");
    assertThat(beside(page, "deadline")).contains("2031-02-30");
    assertThat(beside(page, "testingDays")).contains("many");
    assertThat(beside(page, "ways[0].work")).contains("an hour");
    assertThat(beside(page, "after")).contains("Row 1: There is no upgrade 'Nightly exprot'.");
    assertThat(Browser.one(page, "[name='ways[0].work']").val()).isEqualTo("an hour");
    assertThat(Browser.one(page, "[name='ways[0].work']").attr("aria-invalid")).isEqualTo("true");
    assertThat(Browser.one(page, "[name='after[0].upgrade']").val()).isEqualTo("Nightly exprot");
    assertThat(kept(upgrade).path("version").asLong()).isZero();
    Page names =
        scene.operator.press(
            save(refused),
            Map.of(
                "deadline", "",
                "testingDays", "0",
                "ways[0].work", "1",
                "after[0].upgrade", ""));
    assertThat(names.status()).isEqualTo(400);
    assertThat(beside(names.html(), "testingDays")).contains("at least 30 % are needed");
    assertThat(beside(names.html(), "ways[0].people"))
        .contains("Row 1:", "Did you mean " + own("platform"));
  }

  @Test
  void a_skill_is_chosen_from_those_there_are_and_a_wrong_one_is_told_at_its_row() {
    scene.apply(
        """
        {apiVersion: evenkeel/v1, kind: Team, name: OWN-data}
        ---
        {apiVersion: evenkeel/v1, kind: Person, name: OWN-finn, team: OWN-data, skills: [OWN-dba]}
        """);
    String upgrade = scene.upgrade();
    Page way = scene.operator.press(button(page(upgrade), "way:big-bang"), Map.of());
    assertThat(way.html().select("datalist#skills option").eachAttr("value"))
        .contains(own("dba"))
        .doesNotHaveDuplicates();
    assertThat(way.one("[name='ways[0].people[0].skill']").attr("list")).isEqualTo("skills");
    Page refused =
        scene.operator.press(
            save(way),
            Map.of("ways[0].people[0].team", own("data"), "ways[0].people[0].skill", own("dbq")));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(beside(refused.html(), "ways[0].people"))
        .contains("Row 1: Nobody of " + own("data"), "Did you mean " + own("dba"));
    assertThat(refused.one("[name='ways[0].people[0].skill']").attr("aria-invalid"))
        .isEqualTo("true");
    Page saved = scene.operator.press(save(refused), Map.of("ways[0].people[0].skill", own("dba")));
    assertThat(saved.status()).as(saved.text()).isEqualTo(302);
    Page again = page(upgrade);
    assertThat(again.one("[name='ways[0].people[0].skill']").val()).isEqualTo(own("dba"));
    assertThat(again.one("#plan-answer").text())
        .contains("1 of %s with %s".formatted(own("data"), own("dba")));
  }

  @Test
  void ways_and_rows_are_added_and_taken_away_with_all_else_as_it_was_typed() {
    String upgrade = scene.upgrade();
    Page one = scene.operator.press(button(page(upgrade), "way:big-bang"), Map.of("leftOut", "77"));
    Page two = scene.operator.press(button(one, "way:hybrid"), Map.of("ways[0].buffer", "20"));
    assertThat(two.html().select("fieldset.way legend").eachText())
        .containsExactly("big-bang", "hybrid");
    assertThat(two.html().select("button[value='way:hybrid']")).isEmpty();
    Page part = scene.operator.pressInPlace(button(two, "remove:ways[0]"), Map.of());
    assertThat(part.html().select("header.shell")).as("only the fields").isEmpty();
    assertThat(part.html().select("fieldset.way legend").eachText()).containsExactly("hybrid");
    assertThat(part.one("[name=leftOut]").val()).isEqualTo("77");
    assertThat(kept(upgrade).path("version").asLong()).isZero();
  }

  @Test
  void what_it_comes_to_is_told_while_it_is_typed() {
    String upgrade = scene.upgrade();
    Page way = scene.operator.press(button(page(upgrade), "way:big-bang"), Map.of());
    Element typed = way.one("#plan-answer");
    assertThat(typed.attr("hx-post")).endsWith("/schedule/typed");
    Element button = way.one("#plan-form button.primary");
    button.attr("formaction", typed.attr("hx-post"));
    Page live =
        scene.operator.pressInPlace(
            button, Map.of("ways[0].work", "2", "ways[0].work.unit", "h", "auditDays", "99"));
    assertThat(live.status()).isEqualTo(200);
    assertThat(live.one("#plan-sum").text()).contains("5 h of window");
    assertThat(beside(live.html(), "ways[0].wayBack")).contains("2h");
    assertThat(live.one("#say-auditDays").attr("hx-swap-oob")).isEqualTo("true");
    assertThat(beside(live.html(), "auditDays")).contains("99");
    assertThat(live.text()).contains("Free next");
  }

  @Test
  void who_saves_over_what_somebody_else_has_written_meanwhile_is_told_what_that_is() {
    String upgrade = scene.upgrade();
    Page mine = page(upgrade);
    scene.api.put("/api" + upgrade + "/schedule", "leftOut: 4711", "If-Match", "\"0\"");
    Page stale = scene.operator.press(save(mine), Map.of("hostingPerDay", "12"));
    assertThat(stale.status()).isEqualTo(409);
    assertThat(stale.one("#plan-newer").text())
        .contains("has changed this plan", "leftOut", "4711");
    assertThat(stale.one("[name=hostingPerDay]").val()).isEqualTo("12");
    assertThat(kept(upgrade).path("text").asString()).isEqualTo("leftOut: 4711");
    Page over = scene.operator.press(stale.one("button[name=over]"), Map.of());
    assertThat(over.status()).isEqualTo(302);
    assertThat(kept(upgrade).path("text").asString()).isEqualTo("hostingPerDay: 12\n");
  }

  @Test
  void form_and_text_show_the_same_and_one_may_switch_with_unsaved_work() {
    String upgrade = scene.upgrade();
    scene.api.put(
        "/api" + upgrade + "/schedule", "# ours\nleftOut: 10 # much\n", "If-Match", "\"0\"");
    Page untouched = scene.operator.press(button(page(upgrade), "as-text"), Map.of());
    assertThat(Browser.text(untouched.one("textarea"))).contains("# ours");
    scene.operator.press(save(page(upgrade)), Map.of());
    assertThat(kept(upgrade).path("text").asString()).contains("# much");
    Page text = scene.operator.press(button(page(upgrade), "as-text"), Map.of("leftOut", "12"));
    assertThat(Browser.text(text.one("textarea"))).isEqualTo("leftOut: 12\n");
    Page form =
        scene.operator.press(
            button(text, "as-form"), Map.of("text", "leftOut: 13\nhostingPerDay: 4\n"));
    assertThat(form.one("[name=leftOut]").val()).isEqualTo("13");
    assertThat(form.one("[name=hostingPerDay]").val()).isEqualTo("4");
    Page unreadable =
        scene.operator.press(button(text, "as-form"), Map.of("text", "leftOut: [13\n"));
    assertThat(Browser.text(unreadable.one("textarea"))).isEqualTo("leftOut: [13\n");
    assertThat(unreadable.one("[role=alert]").text()).contains("Line");
  }

  @Test
  void who_may_only_look_sees_all_of_it_and_can_change_nothing() {
    String upgrade = scene.upgrade();
    Page page = scene.viewer.open(upgrade + "/schedule");
    assertThat(page.html().select("fieldset:not([disabled])")).isEmpty();
    assertThat(page.html().select("#plan-form .primary, button[name=change]:not(fieldset *)"))
        .isEmpty();
    assertThat(scene.viewer.open(upgrade + "/schedule?as=text").one("textarea")).isNotNull();
  }
}
