package dev.evenkeel.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.ServerTest;
import dev.evenkeel.server.risk.RiskScene;
import dev.evenkeel.server.shared.Role;
import dev.evenkeel.server.web.ApiClient.Answer;
import dev.evenkeel.server.web.Browser.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Everybody sees what waits for them, and nobody what waits for others (C02, C36, C44, C49, C50).
 */
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("C02")
class WaitingTest {
  @Autowired ListableBeanFactory beans;
  private RiskScene scene;

  @BeforeAll
  void paint() {
    scene = new RiskScene(beans);
    scene.apply(
        """
        {apiVersion: evenkeel/v1, kind: Budget, name: OWN-it, title: IT of OWN, owner: ann, currency: CHF,
         periods: [{title: now, from: FROM, to: TO, amount: 10000}]}
        """
            .replace("FROM", scene.today.minusDays(30).toString())
            .replace("TO", scene.goLive.plusDays(30).toString()));
  }

  private String upgrade(String title, LocalDate goLive) {
    Answer answer =
        scene.api.post(
            "/api/upgrades",
            "{\"systems\": [\"%s-script\"], \"title\": \"%s of %s\", \"from\": \"7.4\", \"to\": \"8.4\", \"owner\": \"ann\", \"goLive\": \"%s\"}"
                .formatted(scene.own, title, scene.own, goLive));
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    scene.untilComputed();
    return "/upgrades/" + answer.json().path("id").asLong();
  }

  /** What waits of upgrades of this scene, a line each. */
  private List<String> waits(Browser who) {
    Page page = who.open("/waiting");
    assertThat(page.status()).as(page.text()).isEqualTo(200);
    return page.html().select(".waits li").eachText().stream()
        .filter(line -> line.contains(scene.own))
        .toList();
  }

  private List<String> waits(Browser who, String title) {
    return waits(who).stream().filter(line -> line.contains(title + " of " + scene.own)).toList();
  }

  @Test
  @Tag("C36")
  void costs_wait_for_a_sponsor_who_did_not_write_them_until_they_are_approved() {
    String upgrade = upgrade("Dear", scene.goLive);
    Browser sponsor = Browser.signedIn(beans, Role.SPONSOR);
    assertThat(waits(sponsor, "Dear")).isEmpty();
    scene.put(
        upgrade + "/schedule",
        "budget: %s-it\nways: [{strategy: big-bang, costs: [{kind: licences, amount: 9000}]}]"
            .formatted(scene.own));
    RiskScene.until(() -> !waits(sponsor, "Dear").isEmpty());
    assertThat(waits(sponsor, "Dear"))
        .singleElement()
        .asString()
        .contains("Approve what it costs", "9,000 CHF");
    assertThat(waits(Browser.signedIn(beans, Role.VIEWER), "Dear")).isEmpty();
    RiskScene.until(() -> sponsor.open("/upgrades").html().select("nav .badge").hasText());
    Page budget = sponsor.open(upgrade + "/budget");
    assertThat(sponsor.press(budget.one("form.approve button"), Map.of()).status()).isEqualTo(302);
    assertThat(waits(sponsor, "Dear")).isEmpty();
  }

  @Test
  @Tag("C49")
  void items_of_a_checklist_wait_for_who_validates_once_the_go_live_is_near() {
    upgrade("Far", scene.goLive);
    String upgrade = upgrade("Near", scene.today.plusDays(9));
    Browser validator = Browser.signedIn(beans, Role.VALIDATOR);
    assertThat(waits(validator, "Far")).isEmpty();
    assertThat(waits(validator, "Near"))
        .singleElement()
        .asString()
        .contains("Confirm what no fact shows");
    assertThat(waits(Browser.signedIn(beans, Role.APPROVER), "Near")).isEmpty();
    for (String gate : List.of("test-environment", "tests", "pilot", "dashboard", "feedback")) {
      Page page = validator.open(upgrade + "/go-live");
      page.html().select("form[action$=/%s] button".formatted(gate)).stream()
          .findFirst()
          .ifPresent(button -> validator.press(button, Map.of("why", "seen")));
    }
    assertThat(waits(validator, "Near")).isEmpty();
  }

  @Test
  @Tag("C50")
  void drafts_and_a_notice_that_is_late_wait_for_who_speaks() {
    upgrade("Spoken", scene.today.plusDays(3));
    Browser speaker = Browser.signedIn(beans, Role.COMMUNICATOR);
    assertThat(waits(speaker, "Spoken"))
        .anySatisfy(line -> assertThat(line).contains("The advance notice is late"))
        .anySatisfy(line -> assertThat(line).contains("Approve messages"));
    assertThat(waits(Browser.signedIn(beans, Role.SPONSOR), "Spoken")).isEmpty();
    Page page = speaker.open("/waiting");
    assertThat(page.one("section[aria-label=Late]").text()).contains("advance notice");
  }

  @Test
  void tasks_wait_for_their_owner_and_programs_are_told_the_same() {
    String upgrade = upgrade("Tasked", scene.goLive);
    Browser owner = Browser.signedIn(beans, Role.ENGINEER);
    String name = owner.open("/upgrades").one(".who .name").text();
    Answer launched =
        scene.api.post(
            "/api" + upgrade + "/tasks",
            "{\"template\": \"minimise-downtime\", \"basis\": \"launch\", \"owner\": \"%s\"}"
                .formatted(name));
    assertThat(launched.status()).as(launched.text()).isEqualTo(201);
    assertThat(waits(owner, "Tasked")).isNotEmpty();
    String first = waits(owner, "Tasked").getFirst();
    Page api = owner.api("/api/waiting");
    assertThat(api.text())
        .contains("\"kind\":\"task\"", "Tasked of " + scene.own, "\"path\":\"/tasks/");
    assertThat(first).doesNotContain("Task ");
    assertThat(waits(Browser.signedIn(beans, Role.ENGINEER), "Tasked")).isEmpty();
  }

  @Test
  void the_first_page_is_what_waits_and_says_when_it_is_nothing() {
    Browser viewer = Browser.signedIn(beans, Role.VIEWER);
    assertThat(viewer.open("/").leadsTo()).isEqualTo("/waiting");
    assertThat(viewer.open("/waiting").text()).contains("Nothing waits for you");
    assertThat(viewer.open("/waiting").html().select("nav a[aria-current=page]").text())
        .isEqualTo("Waiting");
  }
}
