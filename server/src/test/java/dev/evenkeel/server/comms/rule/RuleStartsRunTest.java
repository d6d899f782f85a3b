package dev.evenkeel.server.comms.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.ServerTest;
import dev.evenkeel.server.comms.rule.Firing.Outcome;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Role;
import dev.evenkeel.server.web.ApiClient;
import dev.evenkeel.server.web.ApiClient.Answer;
import dev.evenkeel.server.web.Browser;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Runs that automations start, in the name of whoever wrote them (C03). */
@ServerTest
@Tag("C03")
class RuleStartsRunTest {
  private static final String RUNBOOK =
      """
      apiVersion: evenkeel/v1
      kind: Runbook
      name: %1$s
      title: One thing
      targets: [{name: %1$s-n1}]
      rollout: {waves: [{targets: 100%%, soak: 1s}]}
      steps:
        target:
          - id: change
            timeout: 5s
            run: {exec: {command: ["true"]}}
            observe: {exec: {command: ["true"]}}
            revert: {exec: {command: ["true"]}}
      """;

  @Autowired ListableBeanFactory beans;
  @Autowired RuleClock clock;
  @Autowired AutomationDesk desk;
  @Autowired JdbcClient jdbc;
  @Autowired Clock time;
  private ApiClient api;
  private UpgradeId upgrade = new UpgradeId(1);
  private final String own = "s" + UUID.randomUUID().toString().substring(0, 8);

  @BeforeEach
  void open() {
    api = ApiClient.of(beans, Role.ADMIN);
    api.post(
        "/api/estate/apply",
        "{apiVersion: evenkeel/v1, kind: System, name: %s, title: Shop, version: '10.1'}"
            .formatted(own));
    Answer made =
        api.post(
            "/api/upgrades",
            "{\"systems\": [\"%s\"], \"to\": \"11.0\", \"owner\": \"ann\", \"title\": \"Shop to 11\"}"
                .formatted(own));
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    upgrade = new UpgradeId(made.json().path("id").asLong());
  }

  @AfterEach
  void nothingStartsLater() {
    jdbc.sql(
            "delete from execution_appointment where run in (select id from execution_run where"
                + " upgrade = :id)")
        .param("id", upgrade.value())
        .update();
    desk.of(upgrade).stream()
        .filter(rule -> rule.terms().upgrade().isPresent())
        .forEach(rule -> desk.remove(rule.id(), rule.version(), Actor.person("ann")));
  }

  private Answer write(ApiClient who) {
    return who.post(
        "/api/automations",
        "{\"name\": \"Go\", \"event\": \"window-scheduled\", \"action\": \"start-run\", \"upgrade\": %s}"
            .formatted(upgrade));
  }

  private Rule written(ApiClient who) {
    Answer made = write(who);
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    return desk.turn(made.json().path("id").asLong(), true, 1, Actor.person("ben"));
  }

  private String ready() {
    Map<String, Object> body = new HashMap<>();
    body.put("start", false);
    body.put("kind", "PRODUCTION");
    body.put("waiver", "a test");
    body.put("override", "a test");
    body.put("runbook", RUNBOOK.formatted(own));
    Answer made =
        api.post(
            "/api/runs",
            JsonMapper.shared().writeValueAsString(body),
            "Content-Type",
            "application/json");
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    String run = made.json().path("id").asString();
    // As if it had been agreed to when it was taken in.
    jdbc.sql("update execution_run set upgrade = :upgrade where id = :run")
        .param("upgrade", upgrade.value())
        .param("run", run)
        .update();
    return run;
  }

  private void windowIsScheduled() {
    Answer there = api.get("/api/upgrades/" + upgrade);
    Answer set =
        api.put(
            "/api/upgrades/" + upgrade,
            "{\"systems\": [\"%s\"], \"to\": \"11.0\", \"owner\": \"ann\", \"title\": \"Shop to 11\", \"goLive\": \"%s\"}"
                .formatted(own, LocalDate.ofInstant(time.instant(), ZoneOffset.UTC).plusDays(20)),
            "If-Match",
            there.header("ETag"));
    assertThat(set.status()).as(set.text()).isEqualTo(200);
    clock.tick();
    clock.tick();
  }

  private Firing fired(Rule rule) {
    List<Firing> all = desk.firings(rule.id());
    assertThat(all).hasSize(1);
    return all.getFirst();
  }

  private List<Map<String, Object>> appointments(String run) {
    return jdbc.sql("select * from execution_appointment where run = :run")
        .param("run", run)
        .query()
        .listOfRows();
  }

  @Test
  void it_starts_once_in_the_name_of_whoever_wrote_it_and_not_of_who_switched_it_on() {
    Rule rule = written(api);
    assertThat(rule.author().kind()).isEqualTo(Actor.Kind.TOKEN);
    String run = ready();
    windowIsScheduled();
    assertThat(fired(rule).outcome()).as(fired(rule).says()).isEqualTo(Outcome.DONE);
    assertThat(fired(rule).says()).contains("in the name of " + rule.author().name(), "all gates");
    assertThat(appointments(run))
        .singleElement()
        .satisfies(one -> assertThat(one).containsEntry("made_by", rule.author().name()));
  }

  @Test
  void whoever_may_not_start_runs_writes_no_such_automation() {
    Answer refused = write(ApiClient.of(beans, Role.COMMUNICATOR));
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.says()).contains("in the name of whoever wrote the automation", "may not");
  }

  @Test
  void whoever_lost_the_right_meanwhile_starts_nothing() {
    Rule rule = written(api);
    String run = ready();
    jdbc.sql("delete from identity_token where name = :name")
        .param("name", rule.author().name())
        .update();
    api = ApiClient.of(beans, Role.ADMIN);
    windowIsScheduled();
    assertThat(fired(rule).outcome()).isEqualTo(Outcome.FAILED);
    assertThat(fired(rule).says()).contains("may not");
    assertThat(appointments(run)).isEmpty();
  }

  @Test
  void a_trial_asks_what_is_asked_when_it_happens_and_what_cannot_be_repeated_has_no_button() {
    Rule rule = written(api);
    windowIsScheduled();
    String path = "/settings/automations/" + rule.id();
    Browser browser = Browser.signedIn(beans, Role.ADMIN);
    assertThat(browser.open(path + "/trial").html().text())
        .contains("would fail As things stand now: No run was started")
        .doesNotContain("would be done");
    assertThat(fired(rule).outcome()).isEqualTo(Outcome.FAILED);
    for (String page :
        List.of(path, "/settings/automations", "/upgrades/" + upgrade + "/automations")) {
      assertThat(
              browser
                  .open(page)
                  .html()
                  .select("form[action*='automations/%d/firings']".formatted(rule.id())))
          .as(page)
          .isEmpty();
    }
    assertThat(browser.open(path).html().text())
        .contains("the one that is ready for the upgrade")
        .doesNotContain("run:ready");
    ready();
    assertThat(browser.open(path + "/trial").html().text()).contains("would be done Start the run");
  }

  @Test
  void without_exactly_one_run_that_is_ready_it_says_so_and_is_not_tried_again_later() {
    Rule rule = written(api);
    windowIsScheduled();
    assertThat(fired(rule).says()).contains("has none in production that is ready");
    Answer again =
        api.post(
            "/api/automations/%d/firings/%d/again".formatted(rule.id(), fired(rule).seq()), "");
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.says()).contains("Start it by hand");
  }

  @Test
  void what_failed_is_tried_again_by_a_person_once_its_cause_is_gone() {
    Answer made =
        api.post(
            "/api/automations",
            "{\"name\": \"Do\", \"event\": \"window-scheduled\", \"action\": \"task\", \"to\": \"role:communicator\", \"upgrade\": %s}"
                .formatted(upgrade));
    Rule rule = desk.turn(made.json().path("id").asLong(), true, 1, Actor.person("ann"));
    windowIsScheduled();
    assertThat(fired(rule).outcome()).isEqualTo(Outcome.FAILED);
    String path = "/api/automations/%d/firings/%d/again".formatted(rule.id(), fired(rule).seq());
    assertThat(api.post(path, "").says()).contains("Launch a template");
    assertThat(fired(rule).outcome()).isEqualTo(Outcome.FAILED);
    api.post("/api/upgrades/%s/tasks".formatted(upgrade), "{\"template\": \"minimise-downtime\"}");
    Answer again = api.post(path, "");
    assertThat(again.status()).as(again.text()).isEqualTo(200);
    assertThat(fired(rule).outcome()).isEqualTo(Outcome.DONE);
    assertThat(fired(rule).says()).startsWith("Tried again by ");
    assertThat(api.post(path, "").status()).isEqualTo(409);
  }
}
