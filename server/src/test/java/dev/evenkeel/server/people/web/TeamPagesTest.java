package dev.evenkeel.server.people.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.ServerTest;
import dev.evenkeel.server.risk.RiskScene;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Role;
import dev.evenkeel.server.web.ApiClient;
import dev.evenkeel.server.web.ApiClient.Answer;
import dev.evenkeel.server.web.Browser;
import dev.evenkeel.server.web.Browser.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** With whom an upgrade is done (C22, C40 to C43). */
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TeamPagesTest {
  private static final String TEAM =
      """
      {"members": [{"role": "lead-engineer", "person": "OWN-dora", "standIn": "OWN-eve"},
        {"role": "operations", "person": "ops"}, {"role": "product-manager", "person": "pia"},
        {"role": "customer-support", "person": "sue"}, {"role": "business-sponsor", "person": "OWN-bo"},
        {"role": "it-manager", "person": "max"}]}
      """;

  @Autowired ListableBeanFactory beans;
  private RiskScene scene;

  @BeforeAll
  void open() {
    scene = new RiskScene(beans);
    scene.apply(
        """
        {apiVersion: evenkeel/v1, kind: Person, name: OWN-bo, title: Bo}
        ---
        {apiVersion: evenkeel/v1, kind: Person, name: OWN-jo, title: Jo, role: Junior engineer}
        ---
        {apiVersion: evenkeel/v1, kind: Stakeholder, name: OWN-vendor, title: The vendor, class: external-suppliers, systems: [OWN-erp]}
        """);
  }

  private Answer put(String upgrade, String part, String body) {
    String path = "/api" + upgrade + "/people/" + part;
    return scene.api.put(
        path, body.replace("OWN", scene.own), "If-Match", scene.api.get(path).header("ETag"));
  }

  private JsonNode whole(String upgrade) {
    return scene.api.get("/api" + upgrade + "/people").json();
  }

  private Answer told(String upgrade, String person, String answer, String seen) {
    return scene.api.post(
        "/api" + upgrade + "/people/told",
        "{\"person\": \"%s\", \"answer\": \"%s\", \"seen\": \"%s\", \"note\": \"by phone\"}"
            .formatted(person.replace("OWN", scene.own), answer, seen));
  }

  private static List<String> gaps(JsonNode whole) {
    return whole.path("gaps").valueStream().map(one -> one.path("says").asString()).toList();
  }

  @Test
  @Tag("C40")
  void what_is_missing_stands_on_top_until_the_team_is_ready_and_then_the_gate_is_open() {
    String upgrade = scene.upgrade();
    Page page = scene.viewer.open(upgrade + "/people");
    assertThat(page.one("section[aria-labelledby=ready-title]").text())
        .contains("Nobody is Business sponsor", "Nobody decides on going back");
    assertThat(put(upgrade, "team", TEAM).status()).isEqualTo(200);
    assertThat(scene.viewer.open(upgrade + "/people").one("#team table").text())
        .contains("IT manager max", "Business sponsor")
        .doesNotContain("Test lead");
    JsonNode whole = whole(upgrade);
    assertThat(whole.path("decidesOnGoingBack").asString()).isEqualTo(scene.own + "-bo");
    assertThat(gaps(whole)).anyMatch(one -> one.contains("Nobody has looked at the chart"));
    JsonNode duties = whole.path("duties");
    assertThat(put(upgrade, "duties", duties.toString()).status()).isEqualTo(200);
    String chart = whole(upgrade).path("chart").asString();
    assertThat(told(upgrade, "ops", "acknowledged", chart).says()).contains("not given out");
    Answer given =
        scene.api.post("/api" + upgrade + "/people/chart", "{\"seen\": \"%s\"}".formatted(chart));
    assertThat(given.json().path("givenOut").asBoolean()).as(given.text()).isTrue();
    String window = whole.path("window").asString();
    for (JsonNode member : whole.path("members")) {
      String person = member.path("person").asString();
      assertThat(told(upgrade, person, "acknowledged", chart).status()).isEqualTo(200);
      if (!person.endsWith("-dora")) {
        assertThat(told(upgrade, person, "available", window).status()).isEqualTo(200);
      }
    }
    JsonNode ready = whole(upgrade);
    assertThat(gaps(ready)).as("who stands in for Dora comes").isEmpty();
    JsonNode gates = scene.api.get("/api" + upgrade + "/gates").json();
    assertThat(gates.toString()).contains("all of them have seen the chart of duties");
    assertThat(told(upgrade, "sue", "not-available", window).status()).isEqualTo(200);
    assertThat(gaps(whole(upgrade)))
        .singleElement()
        .asString()
        .contains("sue, Customer support, has said no");
  }

  @Test
  @Tag("C42")
  void who_is_away_by_the_estate_is_told_and_a_promise_holds_for_one_window_only() {
    String upgrade = scene.upgrade();
    put(upgrade, "team", TEAM);
    JsonNode whole = whole(upgrade);
    assertThat(whole.path("members").path(0).path("against").toString()).contains("is away from");
    assertThat(told(upgrade, "OWN-dora", "available", "2020-01-01").status()).isEqualTo(412);
    told(upgrade, "OWN-dora", "available", whole.path("window").asString());
    assertThat(whole(upgrade).path("warnings").toString())
        .contains("Dora promised to be there, and is away");
  }

  @Test
  @Tag("C42")
  void people_answer_for_themselves_and_nobody_for_others_but_who_plans() {
    String upgrade = scene.upgrade();
    put(upgrade, "team", TEAM);
    String window = whole(upgrade).path("window").asString();
    ApiClient ops = ApiClient.of(beans, List.of(Role.VIEWER), Actor.person("ops"));
    String body = "{\"person\": \"%s\", \"answer\": \"available\", \"seen\": \"%s\"}";
    String path = "/api" + upgrade + "/people/answers";
    assertThat(ops.post(path, body.formatted("ops", window)).status()).isEqualTo(200);
    Answer other = ops.post(path, body.formatted("sue", window));
    assertThat(other.status()).isEqualTo(403);
    assertThat(other.says()).contains("Only sue says that");
    assertThat(ops.post(path, body.formatted("nobody", window)).says()).contains("not in the team");
  }

  @Test
  @Tag("C41")
  void a_chart_with_two_who_answer_for_a_task_is_not_kept() {
    String upgrade = scene.upgrade();
    put(upgrade, "team", TEAM);
    Answer two =
        put(
            upgrade,
            "duties",
            "{\"rows\": [{\"task\": \"Go\", \"letters\": {\"IT_MANAGER\": \"A\", \"OPERATIONS\": \"A\"}}]}");
    assertThat(two.status()).isEqualTo(400);
    assertThat(two.says()).contains("2 are accountable for 'Go'");
    Answer none =
        put(
            upgrade,
            "duties",
            "{\"rows\": [{\"task\": \"Go\", \"letters\": {\"IT_MANAGER\": \"R\"}}]}");
    assertThat(none.says()).contains("Nobody is accountable for 'Go'");
    Page page = scene.operator.open(upgrade + "/people");
    Page refused =
        scene.operator.press(
            page.one("#duties form.edit button"), Map.of("rows[0].letters.OPERATIONS", "A"));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.one("#duties .wrong").text()).contains("2 are accountable");
  }

  @Test
  @Tag("C41")
  void an_empty_chart_is_not_kept_and_the_proposed_one_is_read_and_put_back() {
    String upgrade = scene.upgrade();
    put(upgrade, "team", TEAM);
    Answer empty = put(upgrade, "duties", "{\"rows\": []}");
    assertThat(empty.status()).isEqualTo(400);
    assertThat(empty.says()).contains("no task");
    assertThat(put(upgrade, "duties", "{}").status()).isEqualTo(400);
    assertThat(gaps(whole(upgrade)))
        .anyMatch(one -> one.contains("Nobody has looked at the chart"));
    JsonNode proposed = scene.api.get("/api" + upgrade + "/people/duties").json();
    assertThat(proposed.path("proposed").asBoolean()).isTrue();
    assertThat(proposed.path("version").asInt()).isZero();
    assertThat(proposed.path("sheet").path("rows").toString()).contains("Carry out the upgrade");
    assertThat(put(upgrade, "duties", proposed.path("sheet").toString()).status()).isEqualTo(200);
    JsonNode kept = scene.api.get("/api" + upgrade + "/people/duties").json();
    assertThat(kept.path("proposed").asBoolean()).isFalse();
    assertThat(kept.path("version").asInt()).isEqualTo(1);
    assertThat(kept.path("sheet")).isEqualTo(proposed.path("sheet"));
  }

  @Test
  @Tag("C43")
  void a_beginner_does_not_decide_on_going_back_and_another_than_the_sponsor_needs_a_reason() {
    String upgrade = scene.upgrade();
    put(upgrade, "team", TEAM);
    Answer junior = put(upgrade, "escalation", "{\"authority\": \"OWN-jo\", \"why\": \"near\"}");
    assertThat(junior.status()).isEqualTo(400);
    assertThat(junior.says()).contains("Junior engineer", "who can answer for it");
    assertThat(put(upgrade, "escalation", "{\"authority\": \"max\"}").says()).contains("Say why");
    Answer order =
        put(
            upgrade,
            "escalation",
            "{\"levels\": [{\"person\": \"max\", \"after\": 15}, {\"person\": \"OWN-bo\", \"after\": 15}]}");
    assertThat(order.says()).contains("later than the one before");
    Answer kept =
        put(
            upgrade,
            "escalation",
            "{\"authority\": \"max\", \"why\": \"the sponsor flies\", \"levels\": [{\"person\": \"max\", \"after\": 0, \"reach\": \"+49 1\"}]}");
    assertThat(kept.status()).as(kept.text()).isEqualTo(200);
    assertThat(whole(upgrade).path("warnings").toString()).contains("the sponsor flies");
  }

  @Test
  @Tag("C42")
  void a_kick_off_is_a_file_for_calendars() {
    String upgrade = scene.upgrade();
    int year = LocalDate.now().getYear() + 1;
    assertThat(scene.viewer.open(upgrade + "/people/kick-off.ics").status()).isEqualTo(404);
    Page page = scene.operator.open(upgrade + "/people");
    Page saved =
        scene.operator.press(
            page.one("#kick-off form.edit button"),
            Map.of(
                "day",
                year + "-01-04",
                "time",
                "14:00",
                "zone",
                "Europe/Berlin",
                "place",
                "Room 3"));
    assertThat(saved.status()).isEqualTo(302);
    assertThat(scene.viewer.open(upgrade + "/people/kick-off.ics").text())
        .contains(
            "DTSTART:%d0104T130000Z".formatted(year),
            "DTEND:%d0104T140000Z".formatted(year),
            "Room 3",
            "The way back");
    assertThat(
            put(upgrade, "kick-off", "{\"day\": \"%d-01-04\", \"time\": \"soon\"}".formatted(year))
                .says())
        .contains("'soon' is no time");
    assertThat(put(upgrade, "kick-off", "{\"day\": \"2020-01-01\", \"time\": \"14:00\"}").says())
        .contains("2020-01-01 is over already");
  }

  @Test
  @Tag("C22")
  void the_register_takes_over_the_estate_and_people_say_more_of_its_entries() {
    String upgrade = scene.upgrade();
    assertThat(scene.viewer.open(upgrade + "/people").one("#stakeholders").text())
        .contains("The vendor", "external suppliers", "outside", "not known");
    Answer kept =
        put(
            upgrade,
            "stakeholders",
            """
            {"rows": [{"name": "OWN-vendor", "who": "external-suppliers", "uses": "sees tickets", "affected": "new API", "engagement": "consult"},
              {"name": "Branch <b>", "who": "end-users", "uses": "all day", "engagement": "inform"}]}
            """);
    assertThat(kept.status()).as(kept.text()).isEqualTo(200);
    assertThat(scene.viewer.open(upgrade + "/people").one("#stakeholders").text())
        .contains("sees tickets", "new API", "Branch <b>", "consult");
  }

  @Test
  @Tag("C40")
  void a_task_for_a_role_is_a_duty_of_whoever_has_that_part_in_the_team_of_this_upgrade() {
    String mine = launched();
    String other = launched();
    Browser person = Browser.signedIn(beans, Role.VIEWER);
    Matcher name =
        Pattern.compile("viewer-\\d+").matcher(person.open("/tasks").one("header").text());
    assertThat(name.find()).isTrue();
    assertThat(person.open("/tasks").html().select("a[href^=/tasks/]").eachAttr("href"))
        .doesNotContain(taskOf(mine), taskOf(other));
    String team = "{\"members\": [{\"role\": \"lead-engineer\", \"person\": \"%s\"}]}";
    assertThat(put(mine, "team", team.formatted(name.group())).status()).isEqualTo(200);

    assertThat(person.open("/tasks").html().select("a[href^=/tasks/]").eachAttr("href"))
        .contains(taskOf(mine))
        .doesNotContain(taskOf(other));
    assertThat(person.open(taskOf(mine)).html().select("form[action$=done]")).isNotEmpty();
    assertThat(person.open(taskOf(other)).html().select("form[action$=done]")).isEmpty();

    String standIn =
        "{\"members\": [{\"role\": \"lead-engineer\", \"person\": \"x\", \"standIn\": \"%s\"}]}";
    assertThat(put(mine, "team", standIn.formatted(name.group())).status()).isEqualTo(200);
    assertThat(person.open("/tasks").text()).contains(taskOf(mine));
    assertThat(put(mine, "team", team.formatted("somebody-else")).status()).isEqualTo(200);
    assertThat(person.open("/tasks").text()).doesNotContain(taskOf(mine));
  }

  private String launched() {
    String upgrade = scene.upgrade();
    Answer kept =
        scene.api.post(
            "/api/templates",
            """
            {apiVersion: evenkeel/v1, kind: Template, name: OWN-seat, title: One duty, owner: {role: lead-engineer},
             steps: [{key: drain, title: Drain it, offset: 1d}]}
            """
                .replace("OWN", scene.own),
            "Content-Type",
            "application/yaml");
    assertThat(kept.status()).as(kept.text()).isLessThan(300);
    Answer launch =
        scene.api.post(
            "/api" + upgrade + "/tasks",
            "{\"template\": \"%s-seat\"}".formatted(scene.own),
            "Content-Type",
            "application/json");
    assertThat(launch.status()).as(launch.text()).isLessThan(300);
    return upgrade;
  }

  private String taskOf(String upgrade) {
    return "/tasks/"
        + scene.api.get("/api" + upgrade + "/tasks").json().path(0).path("id").asLong();
  }
}
