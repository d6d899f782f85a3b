package dev.evenkeel.server.inventory.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.Crew;
import dev.evenkeel.server.ServerTest;
import dev.evenkeel.server.shared.Role;
import dev.evenkeel.server.web.ApiClient;
import dev.evenkeel.server.web.Browser;
import dev.evenkeel.server.web.Browser.Page;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Rules of the way up that operators write themselves (C25). */
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("C25")
class PathRulesTest {
  private static final String RULES = "/api/lifecycle/path-rules";

  @Autowired ListableBeanFactory beans;
  private final String own = "p" + UUID.randomUUID().toString().replace("-", "").substring(0, 8);
  private ApiClient api;
  private Browser operator;

  @BeforeAll
  void open() {
    api = ApiClient.of(beans, Crew.ALL_HANDS);
    operator = Browser.signedIn(beans, Crew.ALL_HANDS);
    var loaded =
        api.post(
            "/api/lifecycle/feeds?file=rules.json",
            """
            {"OWN": [
               {"cycle": "3", "releaseDate": "2025-09-25", "eol": "2099-11-14", "latest": "3.1"},
               {"cycle": "2", "releaseDate": "2022-09-25", "eol": "2099-11-14", "latest": "2.9"},
               {"cycle": "1", "releaseDate": "2020-09-24", "eol": "2025-11-13", "latest": "1.8"}]}
            """
                .replace("OWN", own),
            "Content-Type",
            "application/json");
    assertThat(loaded.status()).as(loaded.text()).isEqualTo(200);
    var applied =
        api.post(
            "/api/estate/apply",
            "{apiVersion: evenkeel/v1, kind: System, name: OWN, product: OWN, version: '1.4'}"
                .replace("OWN", own));
    assertThat(applied.status()).as(applied.text()).isEqualTo(200);
  }

  private JsonNode way() {
    return api.get("/api/backlog/" + own).json();
  }

  private String rule(String way) {
    return "rules:\n  - {product: %s, way: %s, says: it was tried, source: runbook 12}\n"
        .formatted(own, way);
  }

  @Test
  void a_rule_of_ones_own_counts_at_once_and_no_more_when_it_is_removed() {
    assertThat(way().path("whose").asString()).isEqualTo("NOBODYS");
    assertThat(way().path("hops")).hasSize(1);
    var kept = api.put(RULES, rule("each-major"), "Content-Type", "application/yaml");
    assertThat(kept.status()).as(kept.text()).isEqualTo(200);
    assertThat(way().path("whose").asString()).isEqualTo("OWN");
    assertThat(way().at("/hops/0/version").asString()).isEqualTo("2.9");
    assertThat(way().at("/hops/0/source").asString()).isEqualTo("runbook 12");
    assertThat(operator.open("/backlog/" + own).one("section[aria-labelledby=path-title]").text())
        .contains("It follows a rule of your own.");

    Page page = operator.open("/estate/lifecycle/path-rules?product=" + own);
    assertThat(page.one("textarea[name=text]").val()).contains("each-major");
    Page changed =
        operator.press(page.one("form.stack button.primary"), Map.of("text", rule("direct")));
    assertThat(changed.status()).isEqualTo(302);
    assertThat(way().path("hops")).hasSize(1);
    JsonNode mine = api.get(RULES).json().path("own").get(0);
    assertThat(mine.at("/by/name").asString()).startsWith("operator");
    assertThat(mine.path("at").asString()).isNotBlank();
    assertThat(api.get("/api/estate/changes").text()).contains("rules of the way of " + own);

    assertThat(api.delete(RULES + "/" + own).status()).isEqualTo(204);
    assertThat(way().path("whose").asString()).isEqualTo("NOBODYS");
    assertThat(api.delete(RULES + "/" + own).status()).isEqualTo(404);
  }

  @Test
  void a_rule_that_makes_no_sense_is_refused_with_its_line_and_kept_in_the_form() {
    String text = "rules:\n  - product: gitlab\n    way: sideways\n    says: x\n    source: y\n";
    var refused = api.put(RULES, text, "Content-Type", "application/yaml");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text()).contains("Line 3, column 10").contains("Nothing was changed.");
    assertThat(refused.json().at("/findings/0/where/line").asInt()).isEqualTo(3);
    Page form = operator.open("/estate/lifecycle/path-rules");
    Page again = operator.press(form.one("form.stack button.primary"), Map.of("text", text));
    assertThat(again.status()).isEqualTo(400);
    assertThat(again.one(".notice.bad").text()).contains("Line 3, column 10");
    assertThat(again.one("textarea[name=text]").val()).contains("sideways");
    String two = rule("direct") + "  - {product: redis, way: direct, says: x, source: y}\n";
    assertThat(api.put(RULES, two, "Content-Type", "application/yaml").text())
        .contains("Write the rules of each product by itself");
  }

  @Test
  void a_viewer_sees_rules_and_changes_none() {
    var viewer = ApiClient.of(beans, Role.VIEWER);
    assertThat(viewer.get(RULES).json().path("shipped").size()).isGreaterThan(10);
    assertThat(viewer.put(RULES, rule("direct"), "Content-Type", "application/yaml").status())
        .isEqualTo(403);
    Page page = Browser.signedIn(beans, Role.VIEWER).open("/estate/lifecycle/path-rules");
    assertThat(page.html().select("form.stack")).isEmpty();
    assertThat(page.text()).contains("gitlab");
  }
}
