package dev.evenkeel.server.plan.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.Crew;
import dev.evenkeel.server.ServerTest;
import dev.evenkeel.server.plan.UpgradeBook;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.shared.Role;
import dev.evenkeel.server.web.ApiClient;
import dev.evenkeel.server.web.ApiClient.Answer;
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

/** Where an upgrade stands, how it ends, and what delays its go-live (C04, C49). */
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("C04")
class UpgradeRecordTest {
  @Autowired ListableBeanFactory beans;
  @Autowired UpgradeBook book;
  private Browser engineer;
  private Browser validator;
  private Browser viewer;
  private ApiClient api;
  private final String shop = "w" + UUID.randomUUID().toString().substring(0, 8);

  @BeforeAll
  void open() {
    engineer = Browser.signedIn(beans, Crew.ALL_HANDS);
    validator = Browser.signedIn(beans, Role.VALIDATOR);
    viewer = Browser.signedIn(beans, Role.VIEWER);
    api = ApiClient.of(beans, Crew.ALL_HANDS);
    api.post(
        "/api/estate/apply",
        "{apiVersion: evenkeel/v1, kind: System, name: %s, title: The shop, version: '10.1'}"
            .formatted(shop));
  }

  private long added() {
    return api.post(
            "/api/upgrades",
            "{\"systems\": [\"%s\"], \"to\": \"11.0\", \"owner\": \"ann\"}".formatted(shop))
        .json()
        .path("id")
        .asLong();
  }

  private boolean planned(long id) {
    return book.open().stream().anyMatch(one -> one.id().equals(new UpgradeId(id)));
  }

  @Test
  void the_checklist_says_what_is_missing_and_not_only_that_it_is_no() {
    Page page = viewer.open("/upgrades/%d/go-live".formatted(added()));
    assertThat(page.html().select("ol.gates > li").eachText())
        .anySatisfy(item ->
            assertThat(item)
                .contains("risk audit", "Nobody answers for the audit. Name its owner."))
        .anySatisfy(item ->
            assertThat(item)
                .contains("The team is complete", "Nobody is Lead engineer (IT)")
                .containsPattern("And \\d+ more things are missing\\."))
        .anySatisfy(item ->
            assertThat(item)
                .contains("The plan of messages")
                .containsPattern("\\d+ of its \\d+ messages are neither approved nor skipped\\."));
  }

  @Test
  void its_pages_stand_by_what_one_is_at_and_the_seven_questions_on_top() {
    Page page = viewer.open("/upgrades/%d/go-live".formatted(added()));
    assertThat(page.html().select(".phases .phase").eachText())
        .containsExactly("What and why", "Plan", "Agree", "Carry out", "Look back");
    assertThat(page.html().select(".phases a").eachText())
        .doesNotHaveDuplicates()
        .contains("Overview", "Roll-out", "Approval", "Messages", "History");
    assertThat(page.one("nav.parts summary").text()).isEqualTo("Parts of the upgrade: Go-live");
    assertThat(page.one("nav.parts a[aria-current=page]").text()).isEqualTo("Go-live");
    page = viewer.open(page.one("nav.parts a:contains(Overview)").attr("href"));
    assertThat(page.html().select("dl.glance dt").eachText())
        .containsExactly(
            "What",
            "Why now",
            "What it costs if it goes wrong",
            "When",
            "Who",
            "What blocks it",
            "How we get back");
    assertThat(page.html().select("main time:not([data-day])").first().text())
        .matches("[-0-9]{10} [:0-9]{5} UTC");
  }

  @Test
  void the_page_shows_where_it_stands_and_what_happened() {
    long id = added();
    Page page = viewer.open("/upgrades/" + id);
    assertThat(page.one("ol.lifeline li[aria-current=step]").text()).isEqualTo("identified now");
    assertThat(page.html().select("ol.lifeline li")).hasSize(8);
    assertThat(page.one("#timeline").text()).contains("It was written down.");
    assertThat(page.html().select("#decide")).isEmpty();
    assertThat(api.get("/api/upgrades/%d/facts".formatted(id)).json().path("stage").asString())
        .isEqualTo("IDENTIFIED");
  }

  @Test
  void a_cancelled_upgrade_is_planned_no_more_until_it_is_opened_again() {
    long id = added();
    assertThat(planned(id)).isTrue();
    Page unsaid =
        engineer.press(
            engineer.open("/upgrades/" + id).one("form.cancel button"), Map.of("why", " "));
    assertThat(unsaid.status()).isEqualTo(400);
    assertThat(unsaid.one("form.cancel .wrong, #decide .wrong").text())
        .contains("Say why it does not happen.");

    Page early = engineer.open("/upgrades/" + id);
    Page done =
        engineer.press(early.one("form.cancel button"), Map.of("why", "It is bought anew."));
    assertThat(done.leadsTo()).as(done.text()).isEqualTo("/upgrades/" + id);
    assertThat(planned(id)).isFalse();
    assertThat(engineer.open("/upgrades/" + id).one("p.saved[role=status]").text())
        .isEqualTo("Saved.");
    Page page = viewer.open("/upgrades/" + id);
    assertThat(page.one("h1").text()).endsWith("cancelled");
    assertThat(page.text()).contains("with that over");
    assertThat(page.one("#timeline").text()).contains("It was cancelled: It is bought anew.");
    assertThat(page.html().select(".blockers")).isEmpty();
    assertThat(viewer.open("/upgrades?state=cancelled&q=" + shop).one("table.upgrades").text())
        .contains("cancelled");

    Page late = engineer.press(early.one("form.review button"), Map.of("why", "It went well."));
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.text()).contains("is cancelled. Open it again on its page first.");
    String body = "{\"systems\": [\"%s\"], \"to\": \"11.1\", \"owner\": \"ann\"}".formatted(shop);
    assertThat(api.put("/api/upgrades/" + id, body, "If-Match", "\"1\"").says())
        .contains("is cancelled.");

    Page again =
        engineer.press(
            engineer.open("/upgrades/" + id).one("form.reopen button"),
            Map.of("why", "It is not to be had."));
    assertThat(again.leadsTo()).isEqualTo("/upgrades/" + id);
    assertThat(planned(id)).isTrue();
  }

  @Test
  @Tag("C02")
  void nobody_is_asked_for_the_tasks_of_a_cancelled_upgrade() {
    long id = added();
    String owner = "o" + UUID.randomUUID().toString().substring(0, 8);
    api.post(
        "/api/upgrades/%d/tasks".formatted(id),
        "{\"template\": \"minimise-downtime\", \"owner\": \"%s\"}".formatted(owner));
    String mine = "/api/tasks?of=" + owner;
    int all = api.get(mine).json().size();
    assertThat(all).isPositive();

    decide(id, "cancel");
    assertThat(api.get(mine).json().isEmpty()).isTrue();
    assertThat(api.get("/api/tasks/portfolio?limit=500").json().findValuesAsString("upgrade"))
        .doesNotContain(Long.toString(id));
    assertThat(api.get("/api/upgrades/%d/tasks".formatted(id)).json().isEmpty()).isFalse();

    decide(id, "reopen");
    assertThat(api.get(mine).json().size()).isEqualTo(all);
  }

  private void decide(long id, String what) {
    String decisions = "/api/upgrades/%d/decisions".formatted(id);
    Answer answer =
        api.post(
            decisions,
            "{\"decision\": \"%s\", \"why\": \"So it is.\"}".formatted(what),
            "If-Match",
            api.get(decisions).header("ETag"));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  @Test
  void a_program_reviews_it_with_what_it_has_seen() {
    String decisions = "/api/upgrades/%d/decisions".formatted(added());
    String review = "{\"decision\": \"review\", \"why\": \"Rehearse the import, too.\"}";
    assertThat(api.post(decisions, review).says()).contains("If-Match");
    assertThat(api.post(decisions, "{}", "If-Match", "\"0\"").says())
        .contains("decision: This is missing.", "why: ");
    assertThat(api.post(decisions, review, "If-Match", "\"1\"").status()).isEqualTo(412);
    Answer reviewed = api.post(decisions, review, "If-Match", api.get(decisions).header("ETag"));
    assertThat(reviewed.status()).as(reviewed.text()).isEqualTo(200);
    assertThat(reviewed.json().path(0).path("decision").asString()).isEqualTo("review");
    assertThat(api.get(decisions.replace("/decisions", "")).json().at("/upgrade/state").asString())
        .isEqualTo("REVIEWED");
    assertThat(
            ApiClient.of(beans, Role.VIEWER).post(decisions, review, "If-Match", "\"1\"").status())
        .isEqualTo(403);
  }

  @Test
  @Tag("C49")
  void any_no_of_the_ten_delays_go_live_and_a_validator_confirms_what_no_fact_shows() {
    long id = added();
    String path = "/upgrades/%d/go-live".formatted(id);
    assertThat(viewer.open("/upgrades/" + id).one(".blockers").text())
        .contains("Of the go-live checklist 10 of 10 are no.");
    assertThat(told(id, "Of the go-live checklist")).isEqualTo("stops the start");
    assertThat(told(id, "Nobody has agreed to it")).isEqualTo("stops the start");
    assertThat(told(id, "Audit:"))
        .as("an item of the checklist, and no gate itself")
        .isEqualTo("to be done");
    Page page = validator.open(path);
    assertThat(page.one("#list-title").text()).isEqualTo("Go-live waits: 10 of 10 are no");
    assertThat(page.html().select("ol.gates > li")).hasSize(10);
    assertThat(viewer.open(path).html().select("ol.gates form")).isEmpty();
    assertThat(engineer.open(path).html().select("ol.gates form")).isEmpty();

    Page done =
        validator.press(
            page.one("form[action$=/pilot] button"), Map.of("why", "Five of the back office."));
    assertThat(done.leadsTo()).as(done.text()).isEqualTo(path);
    assertThat(viewer.open(path).one("ol.gates").text()).contains("Five of the back office.");
    Page late =
        validator.press(page.one("form[action$=/dashboard] button"), Map.of("why", "It is there."));
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.text()).contains("Somebody else decided about upgrade");
  }

  @Test
  @Tag("C49")
  void programs_confirm_too_but_nothing_that_facts_show() {
    ApiClient vera = ApiClient.of(beans, Role.VALIDATOR);
    String gates = "/api/upgrades/%d/gates".formatted(added());
    assertThat(vera.get(gates).json().path("ready").asBoolean()).isFalse();
    assertThat(vera.get(gates).json().path("items").size()).isEqualTo(10);
    String yes = "{\"answer\": \"yes\", \"why\": \"seen\"}";
    assertThat(vera.post(gates + "/risk-audit/confirmation", yes, "If-Match", "\"0\"").says())
        .contains("follows from facts");
    assertThat(vera.post(gates + "/nothing/confirmation", yes, "If-Match", "\"0\"").status())
        .isEqualTo(404);
    assertThat(api.post(gates + "/pilot/confirmation", yes, "If-Match", "\"0\"").status())
        .isEqualTo(403);
    assertThat(vera.post(gates + "/pilot/confirmation", "{}", "If-Match", "\"0\"").says())
        .contains("answer: This is missing. Write yes or no.");
  }

  /** Whether a blocker keeps a run from starting. */
  private String told(long id, String says) {
    return viewer
        .open("/upgrades/" + id)
        .html()
        .select(".blockers li:contains(%s)".formatted(says))
        .first()
        .select(".badge")
        .text();
  }
}
