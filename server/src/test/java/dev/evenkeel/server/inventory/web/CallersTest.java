package dev.evenkeel.server.inventory.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.Crew;
import dev.evenkeel.server.ServerTest;
import dev.evenkeel.server.shared.Role;
import dev.evenkeel.server.web.ApiClient;
import dev.evenkeel.server.web.Browser;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Shows C12 over HTTP and on pages: who really calls whom, and dependencies learned from it. */
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("C12")
class CallersTest {
  @Autowired ListableBeanFactory beans;
  private ApiClient operator;
  private ApiClient viewer;

  /** No other test has systems of this name. */
  private final String own = "k" + UUID.randomUUID().toString().substring(0, 8);

  @BeforeAll
  void open() {
    operator = ApiClient.of(beans, Crew.ALL_HANDS);
    viewer = ApiClient.of(beans, Role.VIEWER);
    var answer =
        operator.post(
            "/api/estate/apply",
            """
            {apiVersion: evenkeel/v1, kind: System, name: OWN-shop, criticality: red, labels: {address: OWN.example}}
            ---
            {apiVersion: evenkeel/v1, kind: System, name: OWN-report}
            ---
            {apiVersion: evenkeel/v1, kind: System, name: OWN-app, dependsOn: [OWN-shop]}
            ---
            {apiVersion: evenkeel/v1, kind: System, name: OWN-tool, criticality: green}
            """
                .replace("OWN", own));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  private String line(String caller) {
    return "%s - - [21/Nov/2026:10:00:00 +0000] \"GET /orders?key=%s HTTP/1.1\" 200 5 \"-\" \"curl/8\"\n"
        .formatted(caller.replace("OWN", own), UUID.randomUUID());
  }

  private JsonNode take(String of, String text) {
    var answer =
        operator.post(
            "/api/callers?file=access.log&of=" + own + "-" + of,
            text,
            "Content-Type",
            "application/octet-stream");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  private List<String> links() {
    return viewer
        .get("/api/callers")
        .json()
        .path("links")
        .valueStream()
        .filter(link -> link.path("callee").asString().startsWith(own))
        .map(link ->
            "%s %s %s %d"
                .formatted(
                    link.path("state").asString(),
                    link.path("caller").asString(),
                    link.path("callee").asString(),
                    link.path("count").asInt())
                .replace(own + "-", ""))
        .toList();
  }

  private List<String> findings() {
    return viewer
        .get("/api/callers/findings")
        .json()
        .valueStream()
        .map(one -> one.path("says").asString())
        .filter(says -> says.contains(own))
        .map(says -> says.replace(own + "-", ""))
        .toList();
  }

  @Test
  void a_stranger_of_a_red_system_is_a_finding_until_somebody_says_who_it_is() {
    String log = line("OWN-report.lan") + line("OWN-report.lan") + line("OWN-app");
    assertThat(take("shop", log).path("counted").asInt()).isEqualTo(3);
    assertThat(take("shop", log).path("known").asBoolean()).isTrue();
    assertThat(links()).containsExactly("DECLARED_AND_SEEN app shop 1");
    assertThat(findings())
        .containsExactly("host report.lan, agent curl calls shop, and nobody has said what it is.");
    assertThat(viewer.get("/api/callers/findings").json())
        .allSatisfy(one -> {
          assertThat(one.path("id").asString()).matches("caller-[0-9a-f]{16}");
          assertThat(one.has("digest")).isFalse();
        });
    String rule = "/api/callers/rules?kind=host&pattern=" + own + "-report.*";
    assertThat(operator.put(rule + "&system=" + own + "-report", "").status()).isEqualTo(200);
    assertThat(links())
        .containsExactly("SEEN_NOT_DECLARED report shop 2", "DECLARED_AND_SEEN app shop 1");
    assertThat(findings()).containsExactly("report calls shop, and no dependency says so.");

    var page = Browser.signedIn(beans, Crew.ALL_HANDS);
    var button =
        page.open("/estate/callers").html().select("form[action=/estate/callers/learn]").stream()
            .filter(form -> form.html().contains(own))
            .findFirst()
            .orElseThrow()
            .selectFirst("button");
    assertThat(page.press(button, Map.of()).leadsTo()).isEqualTo("/estate/callers");
    assertThat(findings()).isEmpty();
    assertThat(viewer.get("/api/estate/systems/" + own + "-report").text())
        .contains("\"source\":\"learned\"")
        .contains("GET /orders")
        .doesNotContain("key=");
    assertThat(operator.delete(rule).status()).isEqualTo(200);
    assertThat(findings()).hasSize(1);
  }

  @Test
  void strangers_of_other_systems_are_no_finding() {
    take("tool", line("OWN-somebody.lan"));
    assertThat(findings()).noneMatch(says -> says.contains("tool"));
    assertThat(viewer.get("/api/callers").json().path("strangers").toString())
        .contains(own + "-somebody.lan");
  }

  @Test
  void what_cannot_be_used_is_refused_in_words() {
    var none = operator.post("/api/callers", line("a.lan"), "Content-Type", "text/plain");
    assertThat(none.status()).isEqualTo(400);
    assertThat(none.says()).contains("Say of which system it is the log.");
    var other =
        operator.post(
            "/api/callers?of=" + own + "-none", line("a.lan"), "Content-Type", "text/plain");
    assertThat(other.status()).isEqualTo(404);
    assertThat(operator.put("/api/callers/rules?kind=ADDRESS&pattern=10.0.0.0/99", "").says())
        .contains("is neither an address nor a network");
    assertThat(viewer.post("/api/callers", "x").status()).isEqualTo(403);
    assertThat(viewer.put("/api/callers/rules?kind=HOST&pattern=x", "").status()).isEqualTo(403);
    assertThat(
            operator
                .post("/api/callers/learn?caller=%s-tool&callee=%s-shop".formatted(own, own), "")
                .says())
        .contains("was not seen");
  }

  @Test
  void a_log_is_previewed_and_taken_on_the_page() {
    var page = Browser.signedIn(beans, Crew.ALL_HANDS);
    var buttons = page.open("/estate/callers").html().select("button[name=preview]");
    var typed = Map.of("file", line("OWN-page.lan"), "of", own + "-tool");
    assertThat(page.press(buttons.first(), typed).one("[role=status]").text())
        .contains("1 calls", "Choose it again to take it.");
    assertThat(
            page.press(buttons.last(), typed)
                .one("section[aria-labelledby=strangers-title]")
                .text())
        .contains(own + "-page.lan");
    assertThat(page.press(buttons.last(), typed).one("[role=status]").text())
        .contains("It was taken before");
    var reader = Browser.signedIn(beans, Role.VIEWER).open("/estate/callers");
    assertThat(reader.status()).isEqualTo(200);
    assertThat(reader.html().select("main form, main button")).isEmpty();
  }

  @Test
  void rules_stand_among_the_changes_with_who_made_and_forgot_them() {
    String rule = "/api/callers/rules?kind=HOST&pattern=" + own + ".rules.example";
    assertThat(operator.put(rule + "&system=" + own + "-shop", "").status()).isEqualTo(200);
    assertThat(operator.delete(rule).status()).isEqualTo(200);
    assertThat(operator.delete(rule).status()).isEqualTo(404);
    List<JsonNode> changes = new java.util.ArrayList<>();
    viewer.get("/api/estate/changes?limit=200").json().forEach(changes::add);
    assertThat(changes)
        .filteredOn(change -> change.path("origin").asString().contains(own + ".rules.example"))
        .allSatisfy(change -> assertThat(change.path("actor").toString()).contains("test-"))
        .extracting(change -> change.path("origin").asString())
        .containsExactly(
            "the rule for the host '%s.rules.example' of callers forgotten".formatted(own),
            "the host '%s.rules.example' of callers is %s-shop".formatted(own, own));
  }
}
