package dev.evenkeel.server.execution.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Role;
import dev.evenkeel.server.web.ApiClient;
import dev.evenkeel.server.web.ApiClient.Answer;
import dev.evenkeel.server.web.Browser;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Who had another duty, and what nobody agreed to, starts no run by any way. */
@Tag("C45")
@Tag("C46")
class WaysIntoRunsTest extends ApprovalScene {
  @Test
  void nobody_agrees_without_a_runbook_and_a_run_waits_until_two_others_have_agreed() {
    assertThat(ask(ann, Map.of()).says()).contains("There is no runbook to agree to");
    String run = take(dan, "18.0");
    assertThat(start(dan, run, false).says()).contains("nobody has agreed to it");

    Answer asked = ask(ann, Map.of());
    assertThat(asked.status()).as(asked.text()).isEqualTo(201);
    assertThat(asked.json().path("state").asString()).isEqualTo("waiting");
    assertThat(asked.json().path("quorum").asString()).isEqualTo("2 of anyone");
    assertThat(start(dan, run, false).says()).contains("its approval waits for 2 of");

    assertThat(decide(ann, "approve").says()).contains("asked for its approval, and may not agree");
    assertThat(decide(ben, "approve").json().path("state").asString()).isEqualTo("waiting");
    assertThat(decide(ben, "approve").says()).contains("agreed already");
    JsonNode approved = decide(cy, "approve").json();
    assertThat(approved.path("state").asString()).isEqualTo("approved");
    assertThat(stage()).contains("{\"stage\":\"APPROVED\",\"mark\":\"DONE\"}");

    Answer delayed = start(dan, run, false);
    assertThat(delayed.status()).isEqualTo(409);
    assertThat(delayed.says()).contains("go-live checklist", "may override it with a reason");
    Answer started = start(dan, run, true);
    assertThat(started.status()).as(started.text()).isEqualTo(200);
    assertThat(scene.api.get("/api/overrides").text()).contains("go-live checklist", run);
    assertThat(ask(dan, Map.of()).says()).contains("carries it out, and may not ask");
  }

  @ParameterizedTest
  @CsvSource({
    "requester, a new run that starts at once", "requester, a run that was taken in",
    "requester, the page", "requester, going on after a pause",
    "approver, a new run that starts at once", "approver, a run that was taken in",
    "approver, the page", "approver, going on after a pause",
    "validator, a new run that starts at once", "validator, a run that was taken in",
    "validator, the page", "validator, going on after a pause"
  })
  void who_has_another_duty_starts_no_run_of_it_by_any_way(String duty, String way) {
    String run = take(dan, "18.0");
    Browser browser = Browser.signedIn(beans, Role.ADMIN);
    String signedIn = browser.open("/settings").one("header .name").text();
    ApiClient token = ApiClient.of(beans, List.of(Role.ADMIN), Actor.person(signedIn));
    String did =
        switch (duty) {
          case "requester" -> {
            ok(ask(token, Map.of()));
            ok(decide(ben, "approve"));
            ok(decide(cy, "approve"));
            yield "asked for its approval, and may not carry it out";
          }
          case "approver" -> {
            ok(ask(ann, Map.of()));
            ok(decide(token, "approve"));
            ok(decide(cy, "approve"));
            yield "agreed to it, and may not carry it out";
          }
          default -> {
            ok(ask(ann, Map.of()));
            ok(decide(ben, "approve"));
            ok(decide(cy, "approve"));
            ok(confirm(token, "yes"));
            yield "said whether it is well, and may not carry it out";
          }
        };
    String refused =
        switch (way) {
          case "a new run that starts at once" -> made(token, "18.0", true).says();
          case "a run that was taken in" -> start(token, run, true).says();
          case "the page" ->
              browser
                  .press(
                      Objects.requireNonNull(
                          browser
                              .open("/runs/" + run)
                              .html()
                              .select("button[value=start], form[action$=/start] button")
                              .last()),
                      Map.of())
                  .text();
          default -> {
            ok(start(dan, run, true));
            ok(command(dan, run, "PAUSE", false));
            yield command(token, run, "RESUME", true).says();
          }
        };
    assertThat(refused).contains(signedIn + " " + did);
  }

  @Test
  void another_runbook_than_the_one_that_was_approved_does_not_start() {
    take(dan, "18.0");
    ok(ask(ann, Map.of()));
    ok(decide(ben, "approve"));
    ok(decide(cy, "approve"));
    assertThat(made(dan, "18.1", true).says()).contains("Text of the runbook (SHA-256)");
  }

  @Test
  void who_saw_a_run_fail_may_ask_for_another_try_and_neither_agrees_to_it_nor_runs_it() {
    String run = take(dan, "18.0");
    ok(ask(ann, Map.of()));
    ok(decide(ben, "approve"));
    ok(decide(cy, "approve"));
    ok(start(dan, run, true));
    assertThat(ask(dan, Map.of()).says()).contains("carries it out, and may not ask");
    ok(command(dan, run, "ABORT", false));

    ok(ask(ann, Map.of()));
    assertThat(decide(dan, "approve").says()).contains("carries it out, and may not agree");
    ok(ask(dan, Map.of()));
    assertThat(viewer.open("/upgrades/%d/approval".formatted(upgrade)).text())
        .contains("-dan (run is over)");
    ok(decide(ben, "approve"));
    ok(decide(cy, "approve"));
    String again = take(dan, "18.0");
    assertThat(start(dan, again, true).says())
        .contains("asked for its approval, and may not carry it out");
    assertThat(start(ben, again, true).says()).contains("agreed to it, and may not carry it out");
    assertThat(confirm(dan, "yes").says()).contains("dan");
    ok(start(ann, again, true));
    assertThat(ask(ann, Map.of()).says()).contains("carries it out, and may not ask");
  }

  @Test
  void the_page_of_an_upgrade_leads_to_scheduling_its_run() {
    take(dan, "18.0");
    for (String tab : List.of("", "/schedule", "/approval")) {
      String path = "/upgrades/%d%s".formatted(upgrade, tab);
      String leads = operator.open(path).one("a[href^='/runs/schedule']").attr("href");
      Browser.Page page = operator.open(leads);
      assertThat(page.one("form[action='/runs/schedule'] input[name=upgrade]").attr("value"))
          .isEqualTo(String.valueOf(upgrade));
      assertThat(page.text()).contains("Shop to 18.0");
      assertThat(viewer.open(path).html().select("a[href^='/runs/schedule']")).isEmpty();
    }
  }

  @Test
  @Tag("C51")
  void a_time_on_the_day_of_go_live_or_as_people_were_told_is_proposed_before_any_sooner_one() {
    take(dan, "18.0");
    goesLive(scene.today.plusDays(30));
    Browser.Page page = operator.open(scheduling());
    assertThat(page.one("#meant").text())
        .contains("Its day of go-live is " + scene.today.plusDays(30));
    assertThat(page.html().select("ul.slots li").eachText())
        .hasSizeGreaterThan(1)
        .first()
        .asString()
        .contains("on the day of go-live")
        .doesNotContain("another day");
    assertThat(page.html().select("ul.slots li").get(1).text()).contains("on another day than");
    assertThat(page.html().select("ul.slots input[checked]")).hasSize(1);

    beans
        .getBean(JdbcClient.class)
        .sql(
            """
            insert into comms_notice (upgrade, at, window_start, window_end, exact)
            values (:upgrade, now(), date_trunc('day', now()) + interval '40 days',
              date_trunc('day', now()) + interval '41 days', false)
            """)
        .param("upgrade", upgrade)
        .update();
    Browser.Page told = operator.open(scheduling());
    assertThat(told.one("#meant").text())
        .contains("People were told of " + scene.today.plusDays(40).getYear());
    assertThat(told.html().select("ul.slots li").getFirst().text()).contains("as people were told");
    assertThat(told.html().select("ul.slots li").get(1).text())
        .contains("people were told of another time");
  }

  private String scheduling() {
    return "/runs/schedule?system=%s-shop&upgrade=%d".formatted(scene.own, upgrade);
  }

  private void goesLive(LocalDate day) {
    String path = "/api/upgrades/%d".formatted(upgrade);
    ok(
        ann.put(
            path,
            "{\"systems\": [\"%s-shop\"], \"from\": \"15.0\", \"to\": \"18.0\", \"owner\": \"ann\", \"goLive\": \"%s\", \"wayBack\": \"Restore.\"}"
                .formatted(scene.own, day),
            "If-Match",
            ann.get(path).header("ETag")));
  }
}
