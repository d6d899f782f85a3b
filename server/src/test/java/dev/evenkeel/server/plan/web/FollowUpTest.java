package dev.evenkeel.server.plan.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.Crew;
import dev.evenkeel.server.ServerTest;
import dev.evenkeel.server.shared.Role;
import dev.evenkeel.server.web.ApiClient;
import dev.evenkeel.server.web.ApiClient.Answer;
import dev.evenkeel.server.web.Browser;
import dev.evenkeel.server.web.Browser.Page;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** What follows from an upgrade that was carried out: the estate, the next one, the lessons. */
@ServerTest
@Tag("C04")
class FollowUpTest {
  private static final String[] JSON = {"Content-Type", "application/json"};

  @Autowired ListableBeanFactory beans;
  private Browser engineer;
  private ApiClient api;
  private String shop;
  private long id;

  @BeforeEach
  void write() {
    engineer = Browser.signedIn(beans, Crew.ALL_HANDS);
    api = ApiClient.of(beans, Crew.ALL_HANDS);
    shop = "f" + UUID.randomUUID().toString().substring(0, 8);
    api.post(
        "/api/estate/apply",
        "{apiVersion: evenkeel/v1, kind: System, name: %s, title: The shop, version: '10.1', owner: ann, supportEnd: 2026-12-31, securityEnd: 2027-06-30, warrantyEnd: 2028-01-31}"
            .formatted(shop));
    id = upgrade("11.0");
  }

  private long upgrade(String to) {
    Answer made =
        api.post(
            "/api/upgrades",
            "{\"systems\": [\"%s\"], \"from\": \"10.1\", \"to\": \"%s\", \"title\": \"The shop to %s\", \"owner\": \"ann\"}"
                .formatted(shop, to, to));
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    return made.json().path("id").asLong();
  }

  private void carryOut() {
    Instant began = Instant.now().minus(2, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
    state("started", began);
    state("finished", began.plus(1, ChronoUnit.HOURS));
  }

  private void state(String kind, Instant when) {
    String path = "/api/upgrades/%d/adoption".formatted(id);
    Answer stated =
        api.post(
            path + "/statements",
            "{\"kind\": \"%s\", \"says\": \"by hand\", \"who\": \"bob\", \"when\": \"%s\"}"
                .formatted(kind, when),
            "If-Match",
            api.get(path).header("ETag"));
    assertThat(stated.status()).as(stated.text()).isLessThan(300);
  }

  @Test
  void what_runs_now_and_until_when_is_written_into_the_estate_from_the_page() {
    carryOut();
    assertThat(engineer.open("/upgrades/" + id).text())
        .contains("The estate still says the old version of The shop.");
    Page page = engineer.open(path());
    assertThat(page.one("input[name=version.%s]".formatted(shop)).val()).isEqualTo("11.0");
    assertThat(page.one("input[name=warranty.%s]".formatted(shop)).val())
        .as("a warranty is of the thing, whatever version runs")
        .isEqualTo("2028-01-31");
    assertThat(page.one("input[name=support.%s]".formatted(shop)).val())
        .as("what was stated of the old version says nothing of the new one")
        .isEmpty();
    assertThat(page.text()).contains("until now 2026-12-31");

    engineer.press(
        page.one("form[action$=estate] button"), Map.of("support." + shop, "2030-06-30"));

    var document = api.get("/api/estate/systems/" + shop).json().path("document");
    assertThat(document.path("version").asString()).isEqualTo("11.0");
    assertThat(document.path("supportEnd").asString()).isEqualTo("2030-06-30");
    assertThat(document.has("securityEnd")).isFalse();
    assertThat(document.path("warrantyEnd").asString()).isEqualTo("2028-01-31");
    assertThat(document.path("owner").asString()).as("the rest stays").isEqualTo("ann");
    Page after = engineer.open("/upgrades/" + id);
    assertThat(after.text())
        .contains("The estate says what runs now: %s 11.0".formatted(shop))
        .doesNotContain("The estate still says the old version");
  }

  @Test
  void the_next_upgrade_is_put_on_the_schedule_and_told_by_this_one() {
    carryOut();
    LocalDate due = LocalDate.now().plusYears(2);
    Answer put =
        api.post(
            "/api" + path() + "/next",
            "{\"title\": \"The shop to 12\", \"to\": \"12\", \"due\": \"%s\"}".formatted(due),
            JSON);
    assertThat(put.status()).as(put.text()).isEqualTo(200);
    String next = put.json().at("/followed/0/path").asString();
    var made = api.get("/api" + next).json();
    assertThat(made.toString()).contains("The shop to 12", due.toString(), shop);
    assertThat(engineer.open(path()).text()).contains("On the schedule next: The shop to 12");
    Answer empty = api.post("/api" + path() + "/next", "{\"title\": \"x\"}", JSON);
    assertThat(empty.status()).isEqualTo(400);
    assertThat(empty.text()).contains("Say by which day");
  }

  @Test
  void days_that_are_over_and_versions_that_are_none_are_refused() {
    carryOut();
    Answer next =
        api.post(
            "/api" + path() + "/next",
            "{\"title\": \"x\", \"to\": \"<b>\", \"due\": \"2001-01-01\"}",
            JSON);
    assertThat(next.status()).isEqualTo(400);
    assertThat(next.says()).contains("2001-01-01 is no day that lies ahead", "No version has <");
    Page page = engineer.open(path());
    Page refused =
        engineer.press(
            page.one("form[action$=estate] button"),
            Map.of("support." + shop, "2001-06-30", "version." + shop, "11>0"));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text()).contains("2001-06-30 is over already", "No version has");
    Answer renewed =
        api.post(
            "/api" + path() + "/estate",
            "{\"systems\": [{\"system\": \"%s\", \"edition\": \"%s\", \"version\": \"11.0\", \"security\": \"2001-01-01\"}]}"
                .formatted(shop, edition()),
            JSON);
    assertThat(renewed.status()).isEqualTo(400);
    assertThat(version()).isEqualTo("10.1");
  }

  @Test
  void nothing_follows_from_what_was_not_carried_out() {
    Page page = engineer.open(path());
    assertThat(page.html().select("form[action*=afterwards]")).isEmpty();
    Answer early =
        api.post(
            "/api" + path() + "/next",
            "{\"title\": \"x\", \"to\": \"12\", \"due\": \"2030-01-01\"}",
            JSON);
    assertThat(early.status()).isEqualTo(409);
    assertThat(renew("11.0", edition()).status()).isEqualTo(409);
    assertThat(version()).isEqualTo("10.1");
  }

  @Test
  void an_entry_that_was_changed_meanwhile_or_is_of_another_upgrade_stays_as_it_is() {
    carryOut();
    assertThat(renew("11.0", "long ago").status()).isEqualTo(412);
    Answer bad =
        api.post(
            "/api" + path() + "/estate",
            "{\"systems\": [{\"system\": \"%s\", \"edition\": \"%s\", \"version\": \"11.0\", \"support\": \"soon\"}]}"
                .formatted(shop, edition()),
            JSON);
    assertThat(bad.status()).isEqualTo(400);
    assertThat(api.post("/api" + path() + "/estate", "{\"systems\": []}", JSON).status())
        .isEqualTo(400);
    assertThat(version()).isEqualTo("10.1");
    assertThat(renew("11.0", edition()).status()).isEqualTo(200);
    assertThat(version()).isEqualTo("11.0");
  }

  @Test
  void what_was_learned_is_shown_to_whoever_plans_the_next_one_of_the_same_system() {
    carryOut();
    String decisions = "/api/upgrades/%d/decisions".formatted(id);
    Answer reviewed =
        api.post(
            decisions,
            "{\"decision\": \"review\", \"why\": \"Drain the queue before the switch.\"}",
            "If-Match",
            api.get(decisions).header("ETag"));
    assertThat(reviewed.status()).as(reviewed.text()).isLessThan(300);
    id = upgrade("12");
    assertThat(engineer.open(path()).text()).contains("Drain the queue before the switch.");
    assertThat(engineer.open("/upgrades/" + id).text()).contains("Learned before");
  }

  @Test
  void viewers_see_it_and_change_nothing() {
    carryOut();
    Browser viewer = Browser.signedIn(beans, Role.VIEWER);
    Page page = viewer.open(path());
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.text()).contains("10.1", "2026-12-31");
    assertThat(page.html().select("form[action*=afterwards]")).isEmpty();
  }

  private Answer renew(String version, String edition) {
    return api.post(
        "/api" + path() + "/estate",
        "{\"systems\": [{\"system\": \"%s\", \"edition\": \"%s\", \"version\": \"%s\"}]}"
            .formatted(shop, edition, version),
        JSON);
  }

  private String edition() {
    return api.get("/api" + path()).json().at("/renewals/0/edition").asString();
  }

  private String version() {
    return api.get("/api/estate/systems/" + shop).json().at("/document/version").asString();
  }

  private String path() {
    return "/upgrades/%d/afterwards".formatted(id);
  }
}
