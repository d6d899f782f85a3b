package dev.evenkeel.server.risk.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.Crew;
import dev.evenkeel.server.ServerTest;
import dev.evenkeel.server.shared.Role;
import dev.evenkeel.server.web.ApiClient;
import dev.evenkeel.server.web.ApiClient.Answer;
import dev.evenkeel.server.web.Browser;
import dev.evenkeel.server.web.Browser.Page;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Who is hit by an upgrade, how many people they are and what an hour costs (C13). */
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("C13")
class ImpactTest {
  @Autowired ListableBeanFactory beans;
  private Browser viewer;
  private ApiClient api;
  private final String own = "i" + UUID.randomUUID().toString().substring(0, 8);

  @BeforeAll
  void open() {
    viewer = Browser.signedIn(beans, Role.VIEWER);
    api = ApiClient.of(beans, Crew.ALL_HANDS);
    apply(
        """
        {apiVersion: evenkeel/v1, kind: System, name: OWN-db1, group: OWN-db}
        ---
        {apiVersion: evenkeel/v1, kind: System, name: OWN-db2, group: OWN-db}
        ---
        {apiVersion: evenkeel/v1, kind: System, name: OWN-shop, title: Shop, criticality: red, dependsOn: [OWN-db1, OWN-db2]}
        ---
        {apiVersion: evenkeel/v1, kind: UserGroup, name: OWN-buyers, audience: customers, users: 9000, dependsOn: [OWN-shop]}
        """);
  }

  private void apply(String text) {
    Answer answer = api.post("/api/estate/apply", text.replace("OWN", own));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  private String upgrade(String systems) {
    Answer answer =
        api.post(
            "/api/upgrades",
            "{\"systems\": [%s], \"from\": \"17\", \"to\": \"18\", \"owner\": \"ann\", \"goLive\": \"2099-04-01\"}"
                .formatted(systems.replace("OWN", own)));
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return "/upgrades/" + answer.json().path("id").asLong();
  }

  @Test
  void what_stands_in_for_each_other_hits_nobody_one_by_one_and_everybody_when_all_of_it_is_away() {
    JsonNode one = api.get("/api" + upgrade("\"OWN-db1\"") + "/impact").json();
    assertThat(one.path("red").asLong()).isZero();
    assertThat(one.at("/hits/0/effect").asString()).isEqualTo("WEAKENED");
    JsonNode both = api.get("/api" + upgrade("\"OWN-db1\", \"OWN-db2\"") + "/impact").json();
    assertThat(both.path("systems")).hasSize(2);
    assertThat(both.path("red").asLong()).isEqualTo(1);
    assertThat(both.path("users").asLong()).isEqualTo(9000);
    assertThat(both.at("/hits/0/id").asString()).isEqualTo("systems/" + own + "-shop");
  }

  @Test
  void the_page_says_what_an_hour_costs_once_somebody_has_given_the_numbers() {
    String upgrade = upgrade("\"OWN-db1\", \"OWN-db2\"");
    Page before = viewer.open(upgrade + "/impact");
    assertThat(before.one("dl.figures").text())
        .contains("9,000")
        .contains("nobody has given the numbers");
    Answer kept =
        api.put(
            "/api" + upgrade + "/cost",
            "{\"method\": \"SAAS\", \"currency\": \"EUR\", \"monthlyRevenue\": {\"amount\": 720000, \"source\": \"books\"}}",
            "If-Match",
            api.get("/api" + upgrade + "/cost").header("ETag"));
    assertThat(kept.status()).as(kept.text()).isEqualTo(200);
    Page after = viewer.open(upgrade + "/impact");
    assertThat(after.one("dl.figures").text()).contains("An hour costs 1,000 EUR");
    assertThat(after.one("section[aria-labelledby=impact-title] table").text()).contains("Shop");
    assertThat(api.get("/api" + upgrade + "/impact").json().path("perHour").asInt())
        .isEqualTo(1000);
    assertThat(after.one("a:containsOwn(On the map)").attr("href"))
        .contains("upgrade=" + upgrade.replaceFirst(".*/", ""))
        .contains("open=systems/" + own + "-db2");
  }

  @Test
  @Tag("C22")
  @Tag("C23")
  void whoever_has_a_stake_is_named_and_a_workflow_says_how_long_it_may_be_blocked() {
    apply(
        """
        {apiVersion: evenkeel/v1, kind: Stakeholder, name: OWN-board, title: The board, class: system-owners, engagement: decide, systems: [OWN-db1]}
        ---
        {apiVersion: evenkeel/v1, kind: Stakeholder, name: OWN-sellers, class: service-partners, uses: they sell there, affected: nothing is sold, systems: [OWN-shop]}
        ---
        {apiVersion: evenkeel/v1, kind: Stakeholder, name: OWN-others, class: trainers, systems: [OWN-elsewhere]}
        ---
        {apiVersion: evenkeel/v1, kind: Workflow, name: OWN-order, title: Place an order, longestBlock: 20m, dependsOn: [OWN-shop]}
        """);
    Page page = viewer.open(upgrade("\"OWN-db1\", \"OWN-db2\"") + "/impact");
    assertThat(page.one("section[aria-labelledby=stake-title]").text())
        .containsSubsequence("The board", "decide", "they sell there", "nothing is sold")
        .doesNotContain(own + "-others");
    assertThat(page.one("section[aria-labelledby=impact-title] table").text())
        .contains(
            "Place an order red Proposed: the business stops without it. hit; it may be blocked for 20 minutes");
  }

  @Test
  @Tag("C22")
  void a_class_of_stakeholders_that_does_not_exist_is_refused_with_the_ten_that_do() {
    Answer answer =
        api.post(
            "/api/estate/apply",
            "{apiVersion: evenkeel/v1, kind: Stakeholder, name: %s-x, class: gremlins}"
                .formatted(own));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text())
        .contains(
            "end-users",
            "trainers",
            "content-developers",
            "administrators",
            "support-teams",
            "hosting-teams",
            "qa-and-testing-teams",
            "system-owners",
            "external-suppliers",
            "service-partners");
  }

  @Test
  void an_upgrade_of_nothing_that_is_known_says_so() {
    apply("{apiVersion: evenkeel/v1, kind: System, name: OWN-gone}");
    String upgrade = upgrade("\"OWN-gone\"");
    String document = "/api/estate/systems/%s-gone".formatted(own);
    assertThat(api.delete(document, "If-Match", "*").status()).isLessThan(300);
    Page page = viewer.open(upgrade + "/impact");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.text()).contains("None of its systems is in the estate");
  }
}
