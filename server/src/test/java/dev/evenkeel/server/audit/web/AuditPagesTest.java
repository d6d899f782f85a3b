package dev.evenkeel.server.audit.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.audit.Anchor;
import dev.evenkeel.audit.ChainCheck;
import dev.evenkeel.server.ServerTest;
import dev.evenkeel.server.shared.Role;
import dev.evenkeel.server.web.ApiClient;
import dev.evenkeel.server.web.ApiClient.Answer;
import dev.evenkeel.server.web.Browser;
import dev.evenkeel.server.web.Browser.Page;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** The audit trail as auditors and programs read it. */
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("C90")
class AuditPagesTest {
  @Autowired ListableBeanFactory beans;
  private Browser viewer;
  private ApiClient admin;
  private final String own = "a" + UUID.randomUUID().toString().substring(0, 8);
  private String upgrade = "";

  @BeforeAll
  void open() {
    viewer = Browser.signedIn(beans, Role.VIEWER);
    admin = ApiClient.of(beans, Role.ADMIN);
    admin.post(
        "/api/estate/apply",
        "{apiVersion: evenkeel/v1, kind: System, name: %s, title: The shop, version: '10.1.24'}"
            .formatted(own));
    upgrade =
        "/upgrades/"
            + admin
                .post(
                    "/api/upgrades",
                    "{\"systems\": [\"%s\"], \"to\": \"11.0\", \"owner\": \"ann\", \"title\": \"Up with %s\"}"
                        .formatted(own, own))
                .json()
                .path("id")
                .asString();
  }

  private List<String> whats(String subject) {
    return admin.get("/api/audit?subject=" + subject).json().findValuesAsString("what");
  }

  @Test
  void what_is_done_to_an_upgrade_and_to_the_estate_stands_there_with_who_did_it() {
    assertThat(whats(upgrade)).contains("upgrade added");
    Answer estate = admin.get("/api/audit?subject=/estate/systems/" + own);
    assertThat(estate.json().get(0).path("what").asString()).isEqualTo("estate changed");
    assertThat(estate.json().get(0).path("actorKind").asString()).isEqualTo("TOKEN");
    assertThat(estate.json().get(0).path("facts").path("System " + own).asString())
        .startsWith("added, SHA-256 ");
  }

  @Test
  void people_read_it_and_go_to_what_it_is_about() {
    Page page = viewer.open("/audit?what=added&subject=" + upgrade);
    assertThat(page.one("table.trail tbody tr").text()).contains("upgrade added", upgrade, own);
    assertThat(page.one("table.trail td[data-label=About] a").attr("href")).isEqualTo(upgrade);
    assertThat(viewer.open("/audit?actor=nobody-at-all").one("section.panel").text())
        .contains("No row is like that.");
    Page wrong = viewer.open("/audit?from=yesterday");
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.notice()).contains("from: 'yesterday' is no time.");
  }

  @Test
  void a_page_of_many_rows_leads_to_the_older_ones() {
    for (int i = 0; i < 60; i++) {
      admin.put(
          "/api/secrets/%s-%d".formatted(own, i),
          "{\"value\": \"hidden-from-all\"}",
          "Content-Type",
          "application/json");
    }
    Page first = viewer.open("/audit?subject=/secrets&what=kept");
    Page second = viewer.open(first.one("nav[aria-label='Pages of the trail'] a").attr("href"));
    assertThat(first.html().select("table.trail tbody tr")).hasSize(50);
    assertThat(second.html().select("table.trail tbody tr")).hasSizeGreaterThanOrEqualTo(10);
    assertThat(second.html().select("td[data-label=Row]").eachText())
        .doesNotContainAnyElementsOf(first.html().select("td[data-label=Row]").eachText());
  }

  @Test
  void no_value_of_a_secret_stands_in_it_and_all_of_it_verifies() {
    String name = own + "-db";
    admin.put(
        "/api/secrets/" + name,
        "{\"value\": \"s3cr3t-of-%s\"}".formatted(own),
        "Content-Type",
        "application/json");
    String all = admin.get("/api/audit/export").text();
    assertThat(all).contains("/secrets/" + name).doesNotContain("s3cr3t-of-" + own);
    String head = admin.get("/api/audit/head").json().path("anchor").asString();
    ChainCheck check = new ChainCheck(List.of());
    all.lines().forEach(check::line);
    assertThat(check.end()).isEmpty();
    assertThat(Anchor.of(head).seq()).isGreaterThanOrEqualTo(check.rows());
  }

  @Test
  void who_is_not_signed_in_sees_nothing_of_it() {
    assertThat(Browser.signedOut(beans).open("/audit").status()).isNotEqualTo(200);
  }

  @Test
  void what_is_asked_wrongly_is_refused_in_words() {
    assertThat(admin.get("/api/audit?limit=0").says()).contains("from 1 to 1000");
    assertThat(admin.get("/api/audit/999999999").status()).isEqualTo(404);
  }
}
