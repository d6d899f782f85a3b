package dev.evenkeel.server.schedule.budget.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.evenkeel.server.ServerTest;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.risk.RiskScene;
import dev.evenkeel.server.schedule.timetable.UnapprovedCosts;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Role;
import dev.evenkeel.server.web.ApiClient;
import dev.evenkeel.server.web.ApiClient.Answer;
import dev.evenkeel.server.web.Browser;
import dev.evenkeel.server.web.Browser.Page;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Costs approved by a second person, spent against planned, budgets by period (C36). */
@ServerTest
@Tag("C36")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BudgetsTest {
  @Autowired ListableBeanFactory beans;
  @Autowired JdbcClient jdbc;
  @Autowired UnapprovedCosts unapproved;
  private RiskScene scene;
  private Browser bob;
  private Browser cy;
  private String budget;

  @BeforeAll
  void open() {
    scene = new RiskScene(beans);
    bob = Browser.signedIn(beans, Role.ADMIN);
    cy = Browser.signedIn(beans, Role.ADMIN);
    budget = scene.own + "-it";
    scene.apply(
        """
        {apiVersion: evenkeel/v1, kind: Budget, name: OWN-it, title: IT of OWN, owner: ann, currency: CHF,
         periods: [{title: now, from: FROM, to: TO, amount: 10000}, {title: later, from: THEN, to: LAST, amount: 500}]}
        """
            .replace("FROM", scene.today.minusDays(30).toString())
            .replace("TO", scene.goLive.plusDays(30).toString())
            .replace("THEN", scene.goLive.plusDays(31).toString())
            .replace("LAST", scene.goLive.plusDays(300).toString()));
  }

  private String written(String costs) {
    String upgrade = scene.upgrade();
    write(upgrade, costs);
    return upgrade;
  }

  private void write(String upgrade, String costs) {
    scene.put(
        upgrade + "/schedule",
        "budget: %s\nways: [{strategy: big-bang, costs: [%s]}]\n".formatted(budget, costs));
  }

  private JsonNode costs(String upgrade) {
    return scene.api.get("/api" + upgrade + "/costs").json();
  }

  private static Element approve(Browser who, String upgrade) {
    return who.open(upgrade + "/budget").one("form.approve button");
  }

  private Answer spend(String upgrade, String body) {
    String path = "/api" + upgrade + "/spending";
    return scene.api.post(path, body, "If-Match", scene.api.get(path).header("ETag"));
  }

  private String entry(long amount, String kind, String note) {
    return "{\"day\": \"%s\", \"kind\": \"%s\", \"amount\": %d, \"note\": \"%s\"}"
        .formatted(scene.today, kind, amount, note);
  }

  @Test
  void costs_block_an_upgrade_until_an_administrator_approves_them() {
    String upgrade =
        written("{kind: licences, amount: 4000}, {kind: labour, amount: 900, phase: 2}");
    assertThat(scene.viewer.open(upgrade).one("ul.blockers").text())
        .contains("The costs of 4,900 CHF are not approved.");
    UpgradeId id = new UpgradeId(costs(upgrade).path("upgrade").asLong());
    assertThat(unapproved.of(List.of(id)))
        .singleElement()
        .satisfies(one -> assertThat(one.says()).contains("4,900 CHF, not approved"));
    assertThat(scene.operator.open(upgrade + "/budget").html().select("form.approve")).isEmpty();
    assertThat(bob.press(approve(bob, upgrade), Map.of("note", "as agreed")).status())
        .isEqualTo(302);
    assertThat(costs(upgrade).path("state").asString()).isEqualTo("approved");
    assertThat(costs(upgrade).path("decisions").path(0).path("digest").asString())
        .isEqualTo(costs(upgrade).path("digest").asString());
    assertThat(scene.viewer.open(upgrade).one("ul.blockers").text()).doesNotContain("CHF");
    assertThat(unapproved.of(List.of(id))).isEmpty();
  }

  @Test
  void who_wrote_costs_cannot_approve_them_and_neither_can_a_program() {
    String upgrade = scene.upgrade();
    Page edit = bob.open(upgrade + "/schedule");
    assertThat(
            bob.press(
                    edit.one("form.edit button.primary"),
                    Map.of(
                        "text",
                        "budget: %s\nways: [{strategy: phased, costs: [{kind: hardware, amount: 7000}]}]"
                            .formatted(budget)))
                .status())
        .isEqualTo(302);
    // Another person changes something else: the costs are still Bob's.
    String path = "/api" + upgrade + "/schedule";
    scene.put(
        upgrade + "/schedule",
        "testingDays: 30\n" + scene.api.get(path, "Accept", "application/yaml").text());
    assertThat(bob.open(upgrade + "/budget").html().select("form.approve")).isEmpty();
    Element form = approve(cy, upgrade);
    Page refused = bob.press(form, Map.of("_csrf", csrf(bob, upgrade)));
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.one(".said").text()).startsWith("You wrote these costs, at least in part.");
    assertThat(costs(upgrade).path("state").asString()).isEqualTo("open");
    ApiClient program = ApiClient.of(beans, Role.ADMIN);
    String costs = "/api" + upgrade + "/costs";
    Answer answer =
        program.post(costs + "/approval", "", "If-Match", program.get(costs).header("ETag"));
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.says()).contains("by a person who signs in");
    assertThat(scene.api.post(costs + "/approval", "", "If-Match", "\"x\"").status())
        .isEqualTo(403);
    assertThat(cy.press(form, Map.of()).status()).isEqualTo(302);
    assertThat(costs(upgrade).path("state").asString()).isEqualTo("approved");
  }

  @Test
  @Tag("C46")
  void costs_written_with_a_token_are_those_of_whoever_issued_it_also_when_it_is_taken_back() {
    Actor bobHimself =
        Actor.person(
            JsonMapper.shared().readTree(bob.api("/api/me").text()).path("name").asString());
    ApiClient bobs = ApiClient.of(beans, List.of(Role.ADMIN), bobHimself);
    Answer made =
        bobs.post(
            "/api/tokens",
            "{\"name\": \"%s-deploy\", \"role\": \"OPERATOR\"}".formatted(scene.own),
            "Content-Type",
            "application/json");
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    JsonNode issued = made.json();
    ApiClient program = bobs.with(issued.path("token").asString());
    String upgrade = scene.upgrade();
    String text =
        "budget: %s\nways: [{strategy: big-bang, costs: [{kind: hardware, amount: 7000}]}]"
            .formatted(budget);
    String path = "/api" + upgrade + "/schedule";
    assertThat(program.put(path, text, "If-Match", "\"0\"").status()).isBetween(200, 204);
    assertThat(bobs.delete("/api/tokens/" + issued.path("id").asString()).status()).isEqualTo(204);

    assertThat(bob.open(upgrade + "/budget").html().select("form.approve")).isEmpty();
    assertThat(bob.open(upgrade + "/budget").text()).contains("You wrote these costs");
    Element form = approve(cy, upgrade);
    Page refused = bob.press(form, Map.of("_csrf", csrf(bob, upgrade)));
    assertThat(refused.status()).isEqualTo(409);
    String says =
        "You wrote these costs, at least in part, with your token '%s-deploy'. Ask another sponsor"
            .formatted(scene.own);
    assertThat(refused.one(".said").text()).startsWith(says);
    String edition = scene.api.get("/api" + upgrade + "/costs").header("ETag");
    Page overHttp = approvalOverHttp(bob, upgrade, edition);
    assertThat(overHttp.status()).as(overHttp.text()).isEqualTo(403);
    assertThat(overHttp.text()).contains(says);
    assertThat(costs(upgrade).path("state").asString()).isEqualTo("open");
    assertThat(approvalOverHttp(cy, upgrade, edition).status()).isEqualTo(200);
    assertThat(costs(upgrade).path("state").asString()).isEqualTo("approved");
  }

  /** Without it a request is refused before anybody looks at what it asks. */
  private static String csrf(Browser who, String upgrade) {
    return Objects.requireNonNull(
            who.open(upgrade + "/budget").html().select("input[name=_csrf]").first())
        .attr("value");
  }

  /** As a person who is signed in and uses the API. */
  private static Page approvalOverHttp(Browser who, String upgrade, String edition) {
    return who.send(
        who.request("/api" + upgrade + "/costs/approval")
            .header("If-Match", edition)
            .header("X-XSRF-TOKEN", csrf(who, upgrade))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{}")));
  }

  @Test
  void a_material_change_voids_an_approval_and_shows_the_difference() {
    String upgrade = written("{kind: licences, amount: 4000}");
    bob.press(approve(bob, upgrade), Map.of());
    scene.put(
        upgrade + "/schedule",
        "testingDays: 40\nbudget: %s\nways: [{strategy: big-bang, work: 3h, costs: [{kind: licences, amount: 4000}]}]"
            .formatted(budget));
    assertThat(costs(upgrade).path("state").asString()).isEqualTo("approved");
    Element seenBefore = bob.open(upgrade + "/budget").one("form.withdraw button");
    write(upgrade, "{kind: licences, amount: 9000}");
    assertThat(costs(upgrade).path("state").asString()).isEqualTo("void");
    assertThat(cy.open(upgrade + "/budget").one("ul.difference").text())
        .isEqualTo("Licences in phase 1: 9,000, approved was 4,000.");
    assertThat(scene.viewer.open(upgrade).one("ul.blockers").text())
        .contains("9,000, approved was 4,000");
    assertThat(bob.press(seenBefore, Map.of()).status()).isEqualTo(409);
    Element stale = approve(cy, upgrade);
    write(upgrade, "{kind: licences, amount: 9500}");
    Page refused = cy.press(stale, Map.of());
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.one(".said").text()).contains("are others than those you looked at");
    assertThat(costs(upgrade).path("state").asString()).isEqualTo("void");
  }

  @Test
  void of_two_approvals_at_once_one_counts() throws Exception {
    String upgrade = written("{kind: training, amount: 300}");
    Element bobs = approve(bob, upgrade);
    Element cys = approve(cy, upgrade);
    try (var both = Executors.newFixedThreadPool(2)) {
      List<Callable<Integer>> presses =
          List.of(() -> bob.press(bobs, Map.of()).status(), () -> cy.press(cys, Map.of()).status());
      List<Future<Integer>> answers = both.invokeAll(presses);
      assertThat(List.of(answers.get(0).get(), answers.get(1).get()))
          .containsExactlyInAnyOrder(302, 409);
    }
    assertThat(costs(upgrade).path("decisions")).hasSize(1);
  }

  @Test
  void what_is_wrong_is_taken_back_once_and_money_adds_up() {
    String upgrade =
        written("{kind: licences, amount: 4000}, {kind: labour, amount: 900, phase: 2}");
    assertThat(spend(upgrade, entry(3_000, "licences", "=HYPERLINK(1)")).status()).isEqualTo(201);
    assertThat(spend(upgrade, entry(250, "training", "a course")).status()).isEqualTo(201);
    String path = "/api" + upgrade + "/spending";
    Answer back =
        scene.api.post(path + "/2/taking-back", "{\"note\": \"not ours\"}", "If-Match", "\"2\"");
    assertThat(back.status()).as(back.text()).isEqualTo(201);
    assertThat(
            scene
                .api
                .post(path + "/2/taking-back", "{\"note\": \"again\"}", "If-Match", "\"3\"")
                .says())
        .contains("Entry 2 was taken back already, by entry 3");
    assertThat(
            scene
                .api
                .post(path + "/3/taking-back", "{\"note\": \"again\"}", "If-Match", "\"3\"")
                .status())
        .isEqualTo(409);
    JsonNode sum = costs(upgrade).path("sum");
    assertThat(sum.path("planned").asLong()).isEqualTo(4_900);
    assertThat(sum.path("spent").asLong()).isEqualTo(3_000);
    assertThat(sum.path("toCome").asLong()).isEqualTo(1_900);
    assertThat(sum.path("over").asLong()).isZero();
    String csv = scene.api.get("/api" + upgrade + "/spending.csv").text();
    assertThat(csv.lines()).hasSize(4);
    assertThat(csv).contains("\"'=HYPERLINK(1)\"", ",-250,");
    assertThatThrownBy(
            () -> jdbc.sql("update schedule_spending set amount = 1 where amount > 1").update())
        .hasMessageContaining("append-only");
    assertThatThrownBy(() -> jdbc.sql("delete from schedule_cost_decision where true").update())
        .satisfies(refused -> assertThat(refused.getMessage()).contains("append-only"));
  }

  @Test
  void an_entry_that_is_sent_twice_counts_once_and_hostile_ones_are_refused_in_words() {
    String upgrade = written("{kind: licences, amount: 4000}");
    String path = "/api" + upgrade + "/spending";
    String body = entry(10, "labour", "an hour");
    assertThat(scene.api.post(path, body, "If-Match", "\"0\"").status()).isEqualTo(201);
    assertThat(scene.api.post(path, body, "If-Match", "\"0\"").status()).isEqualTo(412);
    assertThat(scene.api.post(path, body).status()).isEqualTo(400);
    Map.of(
            entry(-5, "labour", "x"), "from 1 to",
            entry(0, "labour", "x"), "from 1 to",
            entry(5, "bribes", "x"), "is none of licences",
            entry(5, "labour", ""), "This is missing",
            body.replace("10", "1.5"), "no whole number",
            body.replace("10", "99999999999999999999"), "from 1 to",
            body.replace(scene.today.toString(), scene.today.plusDays(9).toString()),
                "still to come",
            body.replace("}", ", \"phase\": 13}"), "phase",
            body.replace("}", ", \"number\": 7}"), "no such field")
        .forEach((bad, says) -> {
          Answer answer = scene.api.post(path, bad, "If-Match", "\"1\"");
          assertThat(answer.status()).as(bad).isEqualTo(400);
          assertThat(answer.says()).as(bad).contains(says);
        });
    assertThat(scene.api.get(path).json()).hasSize(1);
    Page page = scene.operator.open(upgrade + "/budget");
    Page wrong =
        scene.operator.press(
            page.one("form.spend button.primary"),
            Map.of("amount", "<b>much</b>", "note", "<script>"));
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.one("form.spend .wrong").text()).contains("is no number");
    assertThat(wrong.one("form.spend input[name=note]").attr("value")).isEqualTo("<script>");
    assertThat(scene.viewer.open(upgrade + "/budget").html().select("form.spend")).isEmpty();
  }

  @Test
  void a_budget_tells_planned_approved_spent_and_what_is_left_by_period() {
    scene.apply(
        """
        {apiVersion: evenkeel/v1, kind: Budget, name: OWN-two, currency: CHF,
         periods: [{title: now, from: FROM, to: TO, amount: 1000}]}
        """
            .replace("FROM", scene.today.minusDays(30).toString())
            .replace("TO", scene.goLive.toString()));
    String one = scene.upgrade();
    String other = scene.upgradeOf("shop");
    String terms =
        "budget: %s-two\nways: [{strategy: big-bang, costs: [{kind: licences, amount: %d}]}]";
    scene.put(one + "/schedule", terms.formatted(scene.own, 600));
    scene.put(other + "/schedule", terms.formatted(scene.own, 300));
    bob.press(approve(bob, one), Map.of());
    spend(one, entry(1_100, "licences", "dear"));
    JsonNode period =
        scene
            .api
            .get("/api/schedule/budgets/%s-two".formatted(scene.own))
            .json()
            .path("periods")
            .path(0);
    assertThat(period.path("planned").asLong()).isEqualTo(900);
    assertThat(period.path("approved").asLong()).isEqualTo(600);
    assertThat(period.path("spent").asLong()).isEqualTo(1_100);
    assertThat(period.path("toCome").asLong()).isEqualTo(300);
    assertThat(period.path("left").asLong()).isEqualTo(-400);
    Page page = scene.viewer.open("/schedule/budgets/%s-two".formatted(scene.own));
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.one("table.money .badge.bad:contains(overspent)")).isNotNull();
    assertThat(scene.viewer.open("/schedule/budgets").status()).isEqualTo(200);
    assertThat(scene.viewer.open("/schedule/budgets/none").status()).isEqualTo(404);
    assertThat(scene.viewer.open(one).one("ul.blockers").text())
        .contains("500 CHF more than planned");
  }

  @Test
  void phases_are_paid_from_the_periods_in_which_they_happen_on_pages_and_over_http() {
    String upgrade = scene.upgrade();
    // The second period begins 31 days after the day of go-live.
    scene.put(
        upgrade + "/schedule",
        """
        budget: %s
        ways: [{strategy: big-bang, costs: [{kind: hardware, amount: 400}, {kind: labour, amount: 600, phase: 2}]}]
        phases: [{phase: 2, title: After-care, when: after, days: 60}]
        """
            .formatted(budget));
    JsonNode phases = costs(upgrade).path("phases");
    assertThat(phases).hasSize(3);
    assertThat(phases.path(1).path("phase").asInt()).isEqualTo(2);
    assertThat(phases.path(1).path("period").asString()).isEqualTo("now");
    assertThat(phases.path(1).path("sum").path("planned").asLong()).isEqualTo(300);
    assertThat(phases.path(2).path("period").asString()).isEqualTo("later");
    assertThat(phases.path(2).path("sum").path("planned").asLong()).isEqualTo(300);
    Element table = scene.viewer.open(upgrade + "/budget").one("details.phases table");
    assertThat(table.text()).contains("2 After-care, 60 days after the end later 300");
    assertThat(scene.viewer.open("/schedule/budgets/" + budget).text())
        .contains("By phase and period");
    bob.press(approve(bob, upgrade), Map.of());
    scene.put(
        upgrade + "/schedule",
        """
        budget: %s
        ways: [{strategy: big-bang, costs: [{kind: hardware, amount: 400}, {kind: labour, amount: 600, phase: 2}]}]
        phases: [{phase: 2, title: Care, when: before}]
        """
            .formatted(budget));
    assertThat(costs(upgrade).path("difference").path(0).asString())
        .isEqualTo("Phase 2 is preparation and tests, approved was 60 days after the end.");
  }

  @Test
  void an_amount_nobody_can_mean_is_refused_with_what_is_possible() {
    String upgrade = scene.upgrade();
    Answer refused =
        scene.api.put(
            "/api" + upgrade + "/schedule",
            "hostingPerDay: 1000000001\nphases: [{phase: 1, from: 2027-05-01, to: 2027-04-01}, {phase: 1, days: 3}]",
            "If-Match",
            "\"0\"");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.says()).contains("hostingPerDay", "1000000000");
  }

  @Test
  void an_upgrade_without_costs_says_what_to_do_and_needs_no_approval() {
    String upgrade = scene.upgrade();
    assertThat(scene.viewer.open(upgrade + "/budget").one(".empty").text())
        .contains("Nobody has said what it costs", "schedule");
    assertThat(costs(upgrade).path("state").asString()).isEqualTo("nothing");
  }
}
