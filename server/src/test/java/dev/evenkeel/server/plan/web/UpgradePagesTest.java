package dev.evenkeel.server.plan.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.Crew;
import dev.evenkeel.server.ServerTest;
import dev.evenkeel.server.shared.Role;
import dev.evenkeel.server.web.ApiClient;
import dev.evenkeel.server.web.ApiClient.Answer;
import dev.evenkeel.server.web.Browser;
import dev.evenkeel.server.web.Browser.Page;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The record of an upgrade (C04, C09), as people and programs keep it. */
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("C04")
class UpgradePagesTest {
  @Autowired ListableBeanFactory beans;
  @Autowired JdbcClient jdbc;
  private Browser operator;
  private Browser viewer;
  private ApiClient api;
  private final String shop = "u" + UUID.randomUUID().toString().substring(0, 8);

  @BeforeAll
  void open() {
    operator = Browser.signedIn(beans, Crew.ALL_HANDS);
    viewer = Browser.signedIn(beans, Role.VIEWER);
    api = ApiClient.of(beans, Crew.ALL_HANDS);
    api.post(
        "/api/estate/apply",
        "{apiVersion: evenkeel/v1, kind: System, name: %s, title: The shop, version: '10.1.24'}"
            .formatted(shop));
  }

  private long added(String more) {
    Answer answer =
        api.post(
            "/api/upgrades",
            "{\"systems\": [\"%s\"], \"to\": \"11.0\", \"owner\": \"ann\"%s}"
                .formatted(shop, more));
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return answer.json().path("id").asLong();
  }

  @Test
  @Tag("C09")
  void is_planned_by_naming_the_system_and_the_version_and_the_rest_is_filled_in() {
    Page saved =
        operator.press(
            operator.open("/upgrades/new").one("form.edit button.primary"),
            Map.of("systems", shop, "to", "11.0", "owner", "ann", "why", "<b>old</b>"));
    assertThat(saved.status()).as(saved.text()).isEqualTo(302);
    Page page = viewer.open(saved.leadsTo());
    assertThat(page.one("h1").text()).isEqualTo("The shop to 11.0 identified");
    assertThat(page.one("dl.glance").text())
        .contains(
            "What The shop 10.1.24 → 11.0 major",
            "Why now <b>old</b>",
            "Who ann",
            "No way back is known.");
    assertThat(page.one(".blockers").text()).contains("Nobody has said when it happens.");
    assertThat(viewer.open("/upgrades?q=" + shop).one("table.upgrades").text())
        .contains("The shop to 11.0", "identified");
  }

  @Test
  void the_same_form_sent_again_leads_to_what_it_made_and_makes_no_second() {
    Map<String, String> typed =
        Map.of("systems", shop, "to", "11.7", "owner", "ann", "why", "sent twice");
    Page form = operator.open("/upgrades/new");
    String made = operator.press(form.one("form.edit button.primary"), typed).leadsTo();
    assertThat(operator.press(form.one("form.edit button.primary"), typed).leadsTo())
        .isEqualTo(made);
    assertThat(viewer.open(made).text()).contains("Made by").doesNotContain("changed by");
  }

  @Test
  void the_list_is_searched_by_title_system_owner_and_state_a_page_at_a_time() {
    String word = "w" + UUID.randomUUID().toString().substring(0, 8);
    for (int number = 0; number < 51; number++) {
      added(", \"title\": \"%s 100%%_ %d\"".formatted(word, number));
    }
    Page first = viewer.open("/upgrades?q=" + word.toUpperCase(Locale.ROOT));
    assertThat(first.html().select("table.upgrades tbody tr")).hasSize(50);
    Page last = viewer.open(first.one("nav[aria-label='Pages of upgrades'] a").attr("href"));
    assertThat(last.html().select("table.upgrades tbody tr")).hasSize(1);
    assertThat(last.one("nav[aria-label='Pages of upgrades'] a").text()).isEqualTo("Before");
    assertThat(viewer.open("/upgrades?q=" + word + "+100%25_+7").html().select("tbody tr"))
        .hasSize(1);
    assertThat(viewer.open("/upgrades?q=" + word + "%25x").text()).contains("No upgrade fits.");
    assertThat(viewer.open("/upgrades?state=cancelled&q=" + word).text())
        .contains("No upgrade fits.");
    assertThat(viewer.open("/upgrades?state=lost").html().text())
        .contains("'lost' is no state of upgrades. There are open, cancelled, reviewed and all.");
    assertThat(api.get("/api/upgrades?q=" + word + "&limit=7&from=49").json()).hasSize(2);
  }

  @Test
  void what_cannot_be_so_is_said_at_its_field_and_what_was_typed_stays() {
    Page again =
        operator.press(
            operator.open("/upgrades/new").one("form.edit button.primary"),
            Map.of(
                "systems",
                shop + "x",
                "to",
                "11",
                "goLive",
                "tomorrow",
                "downtimeMinutes",
                "-5",
                "why",
                "because"));
    assertThat(again.status()).isEqualTo(400);
    assertThat(again.html().select(".wrong").eachText())
        .anyMatch(text -> text.contains(shop + "x is not in the estate."))
        .anyMatch(text -> text.contains("'tomorrow' is no day"))
        .anyMatch(text -> text.contains("It is -5; it must be from 0 to 10080."))
        .anyMatch(text -> text.contains("Name the person"));
    assertThat(again.one("input[name=goLive]").val()).isEqualTo("tomorrow");
    assertThat(Browser.text(again.one("textarea[name=why]"))).isEqualTo("because");
  }

  @Test
  @Tag("C09")
  void versions_that_go_back_or_do_not_say_how_far_are_asked_about() {
    String upgrade = "{\"systems\": [\"%s\"], \"owner\": \"ann\", \"to\": \"%s\"%s}";
    assertThat(api.post("/api/upgrades", upgrade.formatted(shop, "9.0", "")).says())
        .contains("This is no upgrade", "9.0 is older than 10.1.24");
    assertThat(api.post("/api/upgrades", upgrade.formatted(shop, "blue", "")).says())
        .contains("upgradeClass: ", "Choose it.");
    Answer swap =
        api.post(
            "/api/upgrades",
            upgrade.formatted(shop, "blue", ", \"upgradeClass\": \"platform-swap\""));
    assertThat(swap.json().at("/terms/upgradeClass").asString()).isEqualTo("PLATFORM_SWAP");
  }

  @Test
  void without_a_system_nothing_is_said_of_the_version_that_runs() {
    Answer nothing = api.post("/api/upgrades", "{}");
    assertThat(nothing.status()).isEqualTo(400);
    assertThat(nothing.says())
        .contains("systems: This is missing.", "to: This is missing.")
        .doesNotContain("from: ", "the estate does not say");
  }

  @Test
  void an_edit_is_refused_when_somebody_was_quicker() {
    long id = added("");
    Page mine = operator.open("/upgrades/" + id + "/edit");
    Page other = operator.open("/upgrades/" + id + "/edit");
    assertThat(
            operator
                .press(mine.one("form.edit button.primary"), Map.of("goLive", "2099-03-31"))
                .leadsTo())
        .isEqualTo("/upgrades/" + id);
    Page late = operator.press(other.one("form.edit button.primary"), Map.of("owner", "zoe"));
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.text()).contains("changed by somebody else");
    assertThat(late.one("input[name=owner]").val()).isEqualTo("zoe");
    assertThat(api.get("/api/upgrades/" + id).json().at("/upgrade/terms/goLive").asString())
        .isEqualTo("2099-03-31");
  }

  @Test
  void a_day_that_has_gone_by_is_refused_unless_it_was_there_before() {
    String past = ", \"goLive\": \"2020-01-01\"";
    Answer refused =
        api.post(
            "/api/upgrades",
            "{\"systems\": [\"%s\"], \"to\": \"11.0\", \"owner\": \"ann\"%s}"
                .formatted(shop, past));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.says())
        .contains("goLive: 2020-01-01 lies in the past. Write the day", "Nothing was changed.");

    String upgrade = "/upgrades/" + added(", \"goLive\": \"2099-01-01\"");
    Map<String, String> moved = Map.of("goLive", "2020-01-01");
    Page again =
        operator.press(operator.open(upgrade + "/edit").one("form.edit button.primary"), moved);
    assertThat(again.status()).isEqualTo(400);
    assertThat(again.text()).contains("2020-01-01 lies in the past");

    // As time makes it.
    jdbc.sql("update plan_upgrade set go_live = '2020-01-01' where id = :id")
        .param("id", Long.parseLong(upgrade.substring("/upgrades/".length())))
        .update();
    Page other =
        operator.press(
            operator.open(upgrade + "/edit").one("form.edit button.primary"),
            Map.of("why", "It is late."));
    assertThat(other.leadsTo()).as(other.text()).isEqualTo(upgrade);
    Answer whole = api.get("/api" + upgrade);
    assertThat(whole.json().at("/upgrade/terms/goLive").asString()).isEqualTo("2020-01-01");
    String body =
        "{\"systems\": [\"%s\"], \"to\": \"11.0\", \"owner\": \"ann\", \"goLive\": \"%s\"}";
    assertThat(
            api.put(
                    "/api" + upgrade,
                    body.formatted(shop, "2020-01-02"),
                    "If-Match",
                    whole.header("ETag"))
                .says())
        .contains("2020-01-02 lies in the past");
    assertThat(
            api.put(
                    "/api" + upgrade,
                    body.formatted(shop, "2020-01-01"),
                    "If-Match",
                    whole.header("ETag"))
                .status())
        .isEqualTo(200);
  }

  @Test
  void a_program_edits_the_version_it_has_seen() {
    long id = added(", \"downtimeMinutes\": 30");
    String body = "{\"systems\": [\"%s\"], \"to\": \"11.1\", \"owner\": \"bob\"}".formatted(shop);
    assertThat(api.put("/api/upgrades/" + id, body).says()).contains("If-Match");
    String etag = api.get("/api/upgrades/" + id).header("ETag");
    Answer edited = api.put("/api/upgrades/" + id, body, "If-Match", etag);
    assertThat(edited.json().at("/upgrade/terms/to").asString()).isEqualTo("11.1");
    assertThat(api.put("/api/upgrades/" + id, body, "If-Match", etag).status()).isEqualTo(412);
  }

  @Test
  void a_viewer_sees_and_changes_nothing() {
    long id = added("");
    assertThat(viewer.open("/upgrades/" + id).html().select("#page form, a[href$=/edit]"))
        .isEmpty();
    assertThat(viewer.open("/upgrades/new").status()).isEqualTo(403);
    assertThat(ApiClient.of(beans, Role.VIEWER).post("/api/upgrades", "{}").status())
        .isEqualTo(403);
  }

  @Test
  void what_is_not_there_says_so() {
    assertThat(viewer.open("/upgrades/999999999").one("#page").text())
        .contains("There is no upgrade 999999999.");
    assertThat(api.get("/api/upgrades/abc").status()).isEqualTo(404);
  }
}
