package dev.evenkeel.server.risk.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.ServerTest;
import dev.evenkeel.server.shared.Role;
import dev.evenkeel.server.web.ApiClient;
import dev.evenkeel.server.web.ApiClient.Answer;
import dev.evenkeel.server.web.Browser;
import dev.evenkeel.server.web.Browser.Page;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The risk of an upgrade, as people and programs keep it (C10, C11, C16 to C21, C24, C26, C27). */
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RiskPagesTest {
  @Autowired ListableBeanFactory beans;
  private Browser operator;
  private Browser viewer;
  private ApiClient api;
  private final String own = "r" + UUID.randomUUID().toString().substring(0, 8);
  private final LocalDate goLive =
      LocalDate.ofInstant(java.time.Instant.now(), ZoneOffset.UTC).plusDays(90);

  @BeforeAll
  void open() {
    operator = Browser.signedIn(beans, Role.OPERATOR);
    viewer = Browser.signedIn(beans, Role.VIEWER);
    api = ApiClient.of(beans, Role.OPERATOR);
    apply(
        """
        {apiVersion: evenkeel/v1, kind: System, name: OWN-erp, title: ERP, version: '15.0', experts: [OWN-dora],
         criticality: red, dependsOn: [{system: OWN-script, type: script}, OWN-ghost]}
        ---
        {apiVersion: evenkeel/v1, kind: System, name: OWN-script, title: Nightly export, product: php, version: '7.4', supportEnd: 2022-11-28}
        ---
        {apiVersion: evenkeel/v1, kind: System, name: OWN-shop, title: Shop, dependsOn: [{system: OWN-erp, type: calls, via: orders, until: '15'}],
         demand: {weekdays: [0,0,1,1,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,8]}}
        ---
        {apiVersion: evenkeel/v1, kind: Person, name: OWN-dora, title: Dora, absences: [{from: FROM, to: TO}]}
        """
            .replace("FROM", goLive.minusDays(2).toString())
            .replace("TO", goLive.plusDays(2).toString()));
  }

  private void apply(String text) {
    Answer answer = api.post("/api/estate/apply", text.replace("OWN", own));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  private String upgrade() {
    Answer answer =
        api.post(
            "/api/upgrades",
            "{\"systems\": [\"%s-erp\"], \"to\": \"18.0\", \"owner\": \"ann\", \"goLive\": \"%s\", \"downtimeMinutes\": 60}"
                .formatted(own, goLive));
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return "/upgrades/" + answer.json().path("id").asLong();
  }

  private Answer put(String path, String body) {
    Answer answer = api.put("/api" + path, body, "If-Match", api.get("/api" + path).header("ETag"));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer;
  }

  private List<JsonNode> risks(String upgrade) {
    List<JsonNode> risks = new ArrayList<>();
    api.get("/api" + upgrade + "/risks").json().forEach(risks::add);
    return risks;
  }

  private JsonNode risk(String upgrade, String key) {
    return risks(upgrade).stream()
        .filter(risk -> risk.path("key").asString().startsWith(key.replace("OWN", own)))
        .findFirst()
        .orElseThrow(() -> new AssertionError(key + " in " + risks(upgrade)));
  }

  private static void until(BooleanSupplier so) {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!so.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("It did not come true");
      }
      Thread.onSpinWait();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/audit",
        "/risks",
        "/cost",
        "/stocktake",
        "/answers",
        "/capacity",
        "/strategy",
        "/sheet"
      })
  void every_page_is_there_for_viewers_and_offers_them_no_change(String tab) {
    Page page = viewer.open(upgrade() + tab);
    assertThat(page.status()).as(page.text()).isEqualTo(200);
    assertThat(page.html().select("#page button")).isEmpty();
    assertThat(page.html().select("#page fieldset:not([disabled])")).isEmpty();
  }

  @Test
  @Tag("C11")
  @Tag("C16")
  void what_the_estate_shows_is_on_the_register_by_itself() {
    String upgrade = upgrade();
    assertThat(risks(upgrade))
        .extracting(risk -> risk.path("key").asString().replace(own, "OWN"))
        .containsExactlyInAnyOrder(
            "out-of-support:OWN-script",
            "knowledge:OWN-erp",
            "incompatible:OWN-shop:calls (orders)",
            "dangling:OWN-ghost",
            "no-way-back");
    assertThat(risk(upgrade, "knowledge").path("title").asString())
        .isEqualTo("Nobody who knows ERP is there around go-live");
    assertThat(risk(upgrade, "out-of-support").path("detail").asString())
        .contains("php 7.4", "2022-11-28", "ERP → Nightly export");
    assertThat(viewer.open(upgrade + "/risks").one("table.risks").text())
        .contains("Nightly export is out of support", "Evenkeel");
    assertThat(viewer.open("/risks").one("table.risks").text()).contains("No way back is known");
    assertThat(viewer.open(upgrade).one(".blockers").text())
        .contains("High risk: No way back is known.");
  }

  @Test
  @Tag("C11")
  void what_people_said_stays_when_it_is_computed_again_and_every_change_is_kept() {
    String upgrade = upgrade();
    long id = risk(upgrade, "out-of-support").path("id").asLong();
    Page saved =
        operator.press(
            operator.open("/risks/" + id).one("form.edit button.primary"),
            Map.of(
                "state",
                "ACCEPTED",
                "owner",
                "bob",
                "impact",
                "2",
                "mitigation",
                "It runs at night <only>"));
    assertThat(saved.status()).as(saved.text()).isEqualTo(302);
    apply(
        "{apiVersion: evenkeel/v1, kind: System, name: OWN-script, title: Old export, product: php, version: '7.4', supportEnd: 2022-11-28}");
    until(() -> risk(upgrade, "out-of-support").path("title").asString().startsWith("Old export"));
    JsonNode after = risk(upgrade, "out-of-support");
    assertThat(after.path("id").asLong()).isEqualTo(id);
    assertThat(after.path("state").asString()).isEqualTo("ACCEPTED");
    assertThat(after.path("owner").asString()).isEqualTo("bob");
    assertThat(after.path("impact").asInt()).isEqualTo(2);
    assertThat(after.path("acceptedBy").asString()).startsWith("operator-");
    apply(
        "{apiVersion: evenkeel/v1, kind: System, name: OWN-script, title: Old export, product: php, version: '8.4'}");
    until(() -> !risk(upgrade, "out-of-support").path("goneAt").isNull());
    apply(
        "{apiVersion: evenkeel/v1, kind: System, name: OWN-script, title: Nightly export, product: php, version: '7.4', supportEnd: 2022-11-28}");
    until(() -> risk(upgrade, "out-of-support").path("goneAt").isNull());
    assertThat(api.get("/api/risks/" + id).json().path("history").toString())
        .contains(
            "\"field\":\"state\"",
            "\"before\":\"open\"",
            "\"after\":\"accepted\"",
            "not found any more",
            "found again");
    assertThat(viewer.open("/risks/" + id).one("p.above").text()).isEqualTo("Risks ERP to 18.0");
    assertThat(viewer.open("/risks/" + id).one("ul.history").text())
        .contains("mitigation It runs at night <only>");
  }

  @Test
  @Tag("C11")
  void a_person_adds_a_risk_and_is_told_what_is_missing() {
    String upgrade = upgrade();
    Page form = operator.open(upgrade + "/risks");
    Page again =
        operator.press(
            form.one("form.edit button.primary"),
            Map.of("title", "The vendor is slow", "state", "MITIGATED"));
    assertThat(again.status()).isEqualTo(400);
    assertThat(again.html().select(".wrong").eachText())
        .contains(
            "This is missing. Choose from 1 to 5.", "Say what makes it less likely or less bad.");
    assertThat(again.one("input[name=title]").val()).isEqualTo("The vendor is slow");
    operator.press(
        again.one("form.edit button.primary"),
        Map.of("likelihood", "5", "impact", "4", "mitigation", "Call them", "state", "OPEN"));
    Page page = viewer.open(upgrade + "/risks");
    assertThat(page.one("table.risks").text()).contains("The vendor is slow", "20 high");
    assertThat(page.one("table.matrix td[title*=vendor]").text()).isEqualTo("1");
    assertThat(
            api.post(
                    "/api" + upgrade + "/risks",
                    "{\"title\": \"x\", \"likelihood\": 6, \"impact\": 0}")
                .says())
        .contains("likelihood: It is 6; it must be from 1 to 5.", "impact: It is 0");
  }

  @Test
  @Tag("C10")
  void the_audit_blocks_until_it_is_done_in_time_with_evidence() {
    String upgrade = upgrade();
    assertThat(viewer.open(upgrade).one(".blockers").text()).contains("The audit is not planned.");
    assertThat(viewer.open(upgrade + "/audit").one("section[aria-labelledby=length-title]").text())
        .contains("It takes 3 working days", "class major");
    Page form = operator.open(upgrade + "/audit");
    Page late =
        operator.press(
            form.one("form.edit button.primary"),
            Map.of(
                "owner",
                "ann",
                "first",
                goLive.minusDays(10).toString(),
                "last",
                goLive.minusDays(5).toString()));
    assertThat(late.status()).isEqualTo(302);
    assertThat(viewer.open(upgrade + "/audit").one("ul.missing").text())
        .contains("14 days before go-live. Go live on " + goLive.plusDays(9) + " or later.");
    Page done = operator.open(upgrade + "/audit");
    String today = LocalDate.ofInstant(java.time.Instant.now(), ZoneOffset.UTC).toString();
    assertThat(operator.press(done.one("form.edit button.primary"), Map.of("doneOn", today)).text())
        .contains("Done needs evidence.");
    operator.press(
        done.one("form.edit button.primary"), Map.of("doneOn", today, "evidence", "wiki/audit"));
    JsonNode state = api.get("/api" + upgrade + "/audit").json();
    assertThat(state.at("/computed/state/gateOpen").asBoolean()).isTrue();
    assertThat(state.path("version").asLong()).isEqualTo(2);
    assertThat(viewer.open(upgrade).one(".blockers").text()).doesNotContain("Audit:");
  }

  @Test
  void a_sheet_that_somebody_changed_meanwhile_is_not_overwritten() {
    String upgrade = upgrade();
    Page mine = operator.open(upgrade + "/audit");
    put(upgrade + "/audit", "{\"owner\": \"zoe\"}");
    Page late = operator.press(mine.one("form.edit button.primary"), Map.of("owner", "ann"));
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.text()).contains("changed by somebody else");
    assertThat(api.get("/api" + upgrade + "/audit").json().at("/sheet/owner").asString())
        .isEqualTo("zoe");
    assertThat(
            ApiClient.of(beans, Role.VIEWER)
                .put("/api" + upgrade + "/audit", "{}", "If-Match", "1")
                .status())
        .isEqualTo(403);
  }

  @Test
  @Tag("C17")
  @Tag("C18")
  void the_cost_of_downtime_is_computed_with_its_sources_and_says_whether_to_test_longer() {
    String upgrade = upgrade();
    Answer bare =
        api.put(
            "/api" + upgrade + "/cost",
            "{\"method\": \"saas\", \"monthlyRevenue\": {\"amount\": 100}}",
            "If-Match",
            "0");
    assertThat(bare.says()).contains("monthlyRevenue.source: Say where the number comes from");
    Page form = operator.open(upgrade + "/cost");
    Page saved =
        operator.press(
            form.one("form.edit button.primary"),
            Map.of(
                "method",
                "SERVICES",
                "people.amount",
                "40",
                "people.source",
                "HR",
                "billableShare.amount",
                "75",
                "billableShare.source",
                "controlling",
                "rate.amount",
                "120",
                "rate.source",
                "price list",
                "testingDay.amount",
                "2,000",
                "testingDay.source",
                "QA lead"));
    assertThat(saved.status()).as(saved.text()).isEqualTo(302);
    assertThat(viewer.open(upgrade + "/cost").one("#page").text())
        .contains("3,600.00", "Test another day.");
    assertThat(viewer.open(upgrade).one("dl.glance").text()).contains("3,600 EUR an hour");
    assertThat(viewer.open(upgrade + "/sheet").one("article.sheet").text())
        .contains(
            "An extra week of testing costs 10,000 EUR.",
            "One hour of downtime costs 3,600 EUR.",
            "A day of testing: QA lead",
            "People: HR");
    JsonNode kept =
        put(
                upgrade + "/cost",
                "{\"method\": \"demand\", \"dailyRevenue\": {\"amount\": 1000, \"source\": \"shop report\"}, \"system\": \"%s-shop\"}"
                    .formatted(own))
            .json();
    assertThat(kept.at("/computed/cost/overWindow").asDouble()).isEqualTo(100.0);
  }

  @Test
  @Tag("C19")
  void customisations_are_decided_one_by_one_and_what_does_not_fit_is_flagged() {
    String upgrade = upgrade();
    assertThat(viewer.open(upgrade + "/stocktake").one("ul.missing").text())
        .contains("Nobody has said");
    Page form = operator.open(upgrade + "/stocktake");
    operator.press(
        form.one("form.edit button.primary"),
        Map.of(
            "items[0].name",
            "Discounts",
            "items[0].place",
            "CORE",
            "items[0].needed",
            "YES",
            "items[0].offered",
            "NO",
            "items[0].decision",
            "UPGRADE",
            "items[0].integrated",
            "shop"));
    Page page = viewer.open(upgrade + "/stocktake");
    assertThat(page.one("table.cards").text())
        .contains(
            "Discounts",
            "re-implement",
            "A change to the core does not survive an upgrade",
            "operator-");
    assertThat(viewer.open(upgrade).one(".blockers").text()).doesNotContain("Customisations:");
  }

  @Test
  @Tag("C20")
  @Tag("C24")
  void questions_that_are_not_answered_block_and_answers_keep_who_gave_them() {
    String upgrade = upgrade();
    assertThat(viewer.open(upgrade).one(".blockers").text())
        .contains(
            "Sign-in and encryption: 4 of the questions are open.",
            "Requirements: 4 of the questions are open.");
    Page form = operator.open(upgrade + "/answers");
    operator.press(
        form.one("form.edit button.primary"),
        Map.of(
            "given.AUTHENTICATION.yes",
            "true",
            "given.ENCRYPTION.yes",
            "false",
            "given.DESIGN.yes",
            "false"));
    JsonNode first = api.get("/api" + upgrade + "/answers").json();
    assertThat(first.at("/computed/openSecurity").toString()).contains("what follows is not said");
    JsonNode second =
        put(
                upgrade + "/answers",
                "{\"given\": {\"ENCRYPTION\": {\"yes\": false}, \"AUTHENTICATION\": {\"yes\": true, \"follows\": \"new OIDC client\"}}}")
            .json();
    assertThat(second.at("/sheet/given/ENCRYPTION/by").asString()).startsWith("operator-");
    assertThat(second.at("/sheet/given/AUTHENTICATION/by").asString()).startsWith("test-");
    assertThat(second.at("/computed/openSecurity").toString())
        .doesNotContain("follows is not said");
  }

  @Test
  @Tag("C21")
  void capacity_fails_while_room_or_numbers_are_missing() {
    String upgrade = upgrade();
    assertThat(viewer.open(upgrade).one(".blockers").text())
        .contains("Capacity, cpu: Nobody has said what is needed and what is there.");
    Page form = operator.open(upgrade + "/capacity");
    Page saved =
        operator.press(
            form.one("form.edit button.primary"),
            Map.of(
                "rows[0].needed.amount",
                "8",
                "rows[0].needed.source",
                "vendor",
                "rows[0].there.amount",
                "9",
                "rows[0].there.source",
                "vCenter",
                "rows[1].needed.amount",
                "32",
                "rows[1].needed.source",
                "vendor",
                "rows[1].there.amount",
                "64",
                "rows[1].there.source",
                "vCenter"));
    assertThat(saved.status()).as(saved.text()).isEqualTo(302);
    JsonNode check = api.get("/api" + upgrade + "/capacity").json().path("computed");
    assertThat(check.at("/check/verdicts/0/says").asString())
        .isEqualTo("1 cores left over; 1.6 should be, so this is too little.");
    assertThat(check.at("/check/verdicts/1/passes").asBoolean()).isTrue();
    assertThat(check.at("/check/verdicts/1/headroom").asInt()).isEqualTo(32);
    assertThat(check.path("passes").asBoolean()).isFalse();
  }

  @Test
  @Tag("C26")
  @Tag("C27")
  void the_strategy_is_advised_adjusted_decided_and_advised_again_when_the_data_change() {
    String upgrade = upgrade();
    JsonNode first = api.get("/api" + upgrade + "/strategy").json().path("computed");
    assertThat(first.at("/notes/0/why").asString()).isEqualTo("first look");
    put(upgrade + "/strategy", "{\"toleranceMinutes\": 30}");
    JsonNode second = api.get("/api" + upgrade + "/strategy").json().path("computed");
    assertThat(second.at("/notes/0/why").asString())
        .contains("tolerance in minutes: not known → 30");
    assertThat(second.at("/advice/rows").toString())
        .contains("Away for 60 minutes; 30 can be borne.");
    Page form = operator.open(upgrade + "/strategy");
    Page unsaid =
        operator.press(
            form.one("form.edit button.primary"),
            Map.of("decided", "PHASED", "adjusted[1].score", "5"));
    assertThat(unsaid.html().select(".wrong").eachText())
        .contains(
            "A decision needs its reason. Say why this one.",
            "Say why the score is another than the one proposed.");
    operator.press(
        form.one("form.edit button.primary"),
        Map.of(
            "decided",
            "PHASED",
            "rationale",
            "Thirty minutes at most",
            "adjusted[1].score",
            "5",
            "adjusted[1].reason",
            "no window is free"));
    JsonNode decided = api.get("/api" + upgrade + "/strategy").json();
    assertThat(decided.at("/sheet/decidedBy").asString()).startsWith("operator-");
    assertThat(decided.at("/sheet/rationale").asString()).isEqualTo("Thirty minutes at most");
    assertThat(decided.at("/sheet/adjusted")).hasSize(1);
    assertThat(viewer.open(upgrade).one("dl.glance").text()).contains("Strategy phased");
  }
}
