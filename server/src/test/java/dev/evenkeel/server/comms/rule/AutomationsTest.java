package dev.evenkeel.server.comms.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.ServerTest;
import dev.evenkeel.server.comms.Outbox;
import dev.evenkeel.server.comms.Posted;
import dev.evenkeel.server.comms.rule.Firing.Outcome;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Auditable;
import dev.evenkeel.server.shared.Role;
import dev.evenkeel.server.web.ApiClient;
import dev.evenkeel.server.web.ApiClient.Answer;
import dev.evenkeel.server.web.Browser;
import dev.evenkeel.server.web.Browser.Page;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Automations tell people what happens, once, and are kept by people (C03). */
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("C03")
class AutomationsTest {
  @Autowired ListableBeanFactory beans;
  @Autowired RuleClock clock;
  @Autowired AutomationDesk desk;
  @Autowired AutomationStore store;
  @Autowired Outbox outbox;
  @Autowired ApplicationEventPublisher events;
  @Autowired JdbcClient jdbc;
  @Autowired Clock time;
  private ApiClient api;
  private final String own = "r" + UUID.randomUUID().toString().substring(0, 8);

  @BeforeAll
  void open() {
    api = ApiClient.of(beans, Role.ADMIN);
    api.post(
        "/api/estate/apply",
        """
        {apiVersion: evenkeel/v1, kind: System, name: %1$s, title: Shop of %1$s, version: '10.1'}
        """
            .formatted(own));
    channel(own + "-users", "users");
    channel(own + "-hook", "");
  }

  private void channel(String name, String audience) {
    jdbc.sql(
            """
            insert into comms_channel (name, kind, address, language, audience, changed_at, changed_by)
            values (:name, 'WEBHOOK', 'http://127.0.0.1:9/', 'de', :audience, now(), 'test')
            """)
        .param("name", name)
        .param("audience", audience)
        .update();
  }

  private UpgradeId upgrade() {
    Answer made =
        api.post(
            "/api/upgrades",
            "{\"systems\": [\"%s\"], \"to\": \"11.0\", \"owner\": \"ann\", \"title\": \"Shop to 11\"}"
                .formatted(own));
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    return new UpgradeId(made.json().path("id").asLong());
  }

  private void launch(UpgradeId id) {
    Answer launched =
        api.post("/api/upgrades/%s/tasks".formatted(id), "{\"template\": \"minimise-downtime\"}");
    assertThat(launched.status()).as(launched.text()).isLessThan(300);
  }

  private void setDay(UpgradeId id, int days) {
    Answer there = api.get("/api/upgrades/" + id);
    Answer set =
        api.put(
            "/api/upgrades/" + id,
            "{\"systems\": [\"%s\"], \"to\": \"11.0\", \"owner\": \"ann\", \"title\": \"Shop to 11\", \"goLive\": \"%s\"}"
                .formatted(own, LocalDate.ofInstant(time.instant(), ZoneOffset.UTC).plusDays(days)),
            "If-Match",
            there.header("ETag"));
    assertThat(set.status()).as(set.text()).isEqualTo(200);
  }

  private List<Posted> toUsers(UpgradeId id) {
    return outbox.of("/upgrades/" + id).stream()
        .filter(one -> one.channelName().equals(own + "-users"))
        .toList();
  }

  private Rule made(String more) {
    Answer made =
        api.post(
            "/api/automations",
            "{\"name\": \"%s\", \"event\": \"window-scheduled\", %s}".formatted(own, more));
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    return desk.turn(made.json().path("id").asLong(), true, 1, Actor.person("ann"));
  }

  @Test
  void launching_a_process_brings_its_two_automations_into_force_for_that_upgrade() {
    UpgradeId id = upgrade();
    launch(id);
    assertThat(desk.of(id))
        .filteredOn(one -> one.template().isPresent())
        .allSatisfy(one -> assertThat(one.on()).isTrue())
        .extracting(one -> one.terms().event())
        .containsExactly(RuleEvent.WINDOW_SCHEDULED, RuleEvent.ROLLBACK_MAY_BE_NEEDED);
  }

  @Test
  void when_a_window_is_scheduled_the_stakeholders_are_told_once_however_often_the_trail_is_read() {
    UpgradeId id = upgrade();
    launch(id);
    long before = store.position();
    setDay(id, 20);
    clock.tick();
    assertThat(toUsers(id))
        .singleElement()
        .satisfies(
            one -> assertThat(one.message().subject()).isEqualTo("Shop to 11: der Termin steht"));
    // A server that dies before it keeps how far it came reads the same rows again.
    jdbc.sql("update comms_rule_position set seq = :seq").param("seq", before).update();
    clock.tick();
    assertThat(toUsers(id)).hasSize(1);
    assertThat(desk.firings(id))
        .singleElement()
        .satisfies(one -> {
          assertThat(one.outcome()).isEqualTo(Outcome.DONE);
          assertThat(one.messages()).isNotEmpty();
        });
    assertThat(api.get("/api/audit?what=automation%20fired&subject=/upgrades/" + id).text())
        .contains("automation fired");
  }

  @Test
  void what_happened_before_it_was_on_and_what_rules_do_is_not_told() {
    UpgradeId id = upgrade();
    setDay(id, 20);
    Rule rule =
        made(
            "\"upgrade\": %s, \"action\": \"webhook\", \"to\": \"channel:%s-hook\""
                .formatted(id, own));
    events.publishEvent(Auditable.by(Event.actor(1), "window scheduled", "/upgrades/" + id));
    clock.tick();
    assertThat(desk.firings(rule.id())).isEmpty();
    // Tried over the past it shows what it would have done, and tells nobody.
    assertThat(desk.trial(rule.id()).firings()).hasSize(1);
    assertThat(outbox.of("/upgrades/" + id)).isEmpty();
    setDay(id, 21);
    clock.tick();
    assertThat(outbox.of("/upgrades/" + id))
        .singleElement()
        .satisfies(
            one -> assertThat(one.message().text()).contains("\"what\":\"upgrade changed\""));
  }

  @Test
  void tried_over_the_past_it_says_to_whom_and_what_it_would_say() {
    UpgradeId id = upgrade();
    setDay(id, 20);
    Rule rule =
        made(
            "\"upgrade\": %s, \"action\": \"message\", \"to\": \"channel:%s-users\", \"occasion\": \"window-scheduled\""
                .formatted(id, own));
    AutomationDesk.Trial trial = desk.trial(rule.id());
    assertThat(trial.firings())
        .singleElement()
        .satisfies(one -> assertThat(one.says()).contains("To channel " + own + "-users."));
    assertThat(trial.says())
        .singleElement()
        .satisfies(one -> {
          assertThat(one.to()).containsExactly("channel " + own + "-users");
          assertThat(one.subject()).isEqualTo("Shop to 11: der Termin steht");
          assertThat(one.text()).contains("Shop of " + own + " wird aktualisiert");
        });
    assertThat(
            Browser.signedIn(beans, Role.COMMUNICATOR)
                .open("/settings/automations/%d/trial".formatted(rule.id()))
                .html()
                .text())
        .contains("What it would say", "wird aktualisiert");
    assertThat(outbox.of("/upgrades/" + id)).isEmpty();
  }

  @Test
  void a_task_is_made_where_a_process_was_launched_and_else_it_is_on_record_why_not() {
    UpgradeId without = upgrade();
    Rule rule =
        made(
            "\"action\": \"task\", \"to\": \"role:communicator\", \"system\": \"%s\""
                .formatted(own));
    setDay(without, 20);
    UpgradeId with = upgrade();
    launch(with);
    setDay(with, 20);
    clock.tick();
    assertThat(desk.firings(rule.id()))
        .filteredOn(one -> one.upgrade().equals(java.util.Optional.of(without)))
        .singleElement()
        .satisfies(one -> {
          assertThat(one.outcome()).isEqualTo(Outcome.FAILED);
          assertThat(one.says()).contains("Launch a template");
        });
    assertThat(api.get("/api/upgrades/%s/tasks".formatted(with)).text()).contains(own + "\"");
    desk.turn(rule.id(), false, desk.get(rule.id()).version(), Actor.person("ann"));
  }

  @Test
  void whoever_fires_too_often_is_stopped_visibly_until_a_person_switches_it_on_again() {
    UpgradeId id = upgrade();
    Rule rule =
        made(
            "\"upgrade\": %s, \"action\": \"webhook\", \"to\": \"channel:%s-hook\", \"mostAnHour\": 1"
                .formatted(id, own));
    setDay(id, 20);
    setDay(id, 21);
    setDay(id, 22);
    clock.tick();
    assertThat(desk.firings(rule.id()))
        .extracting(Firing::outcome)
        .containsExactly(Outcome.STOPPED, Outcome.DONE);
    Page page =
        Browser.signedIn(beans, Role.COMMUNICATOR).open("/settings/automations/" + rule.id());
    assertThat(page.html().text()).contains("stopped", "more than 1 times an hour");
    assertThat(
            desk.turn(rule.id(), true, desk.get(rule.id()).version(), Actor.person("ann"))
                .stopped())
        .isEmpty();
  }

  @Test
  void a_communicator_makes_one_in_a_form_and_a_viewer_only_looks() {
    UpgradeId id = upgrade();
    Browser communicator = Browser.signedIn(beans, Role.COMMUNICATOR);
    Page wrong =
        communicator.press(
            communicator.open("/settings/automations/new").one("form.edit button.primary"),
            Map.of("name", own, "action", "webhook", "to", "role:stakeholders"));
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.html().text()).contains("Choose a channel of the kind webhook");
    Page made =
        communicator.press(
            wrong.one("form.edit button.primary"),
            Map.of("action", "message", "upgrade", id.toString()));
    assertThat(made.leadsTo()).contains("/settings/automations/");
    String path = made.leadsTo().substring(made.leadsTo().indexOf("/settings"));
    assertThat(communicator.open(path).html().text()).contains("Switch on", own);
    assertThat(communicator.open(path + "/trial").html().text()).contains("no such thing happened");
    Browser viewer = Browser.signedIn(beans, Role.VIEWER);
    assertThat(viewer.open(path).html().text()).doesNotContain("Switch on");
    assertThat(viewer.open("/upgrades/%s/automations".formatted(id)).html().text()).contains(own);
    assertThat(
            viewer
                .open("/settings/automations")
                .html()
                .select("a[href=/upgrades/%s]".formatted(id))
                .eachText())
        .as("people know it by its title")
        .isNotEmpty()
        .noneMatch(text -> text.matches("upgrade \\d+"));
    assertThat(viewer.open("/settings/automations").html().text())
        .contains("The team is alerted when a rollback may be needed");
    assertThat(viewer.open("/settings/automations/new").status()).isEqualTo(403);
  }

  @Test
  void a_stale_edit_and_what_is_none_are_refused() {
    Rule rule = made("\"action\": \"message\", \"to\": \"role:stakeholders\"");
    String body =
        "{\"name\": \"%s\", \"event\": \"window-scheduled\", \"action\": \"message\", \"to\": \"role:stakeholders\"}"
            .formatted(own);
    assertThat(api.put("/api/automations/" + rule.id(), body, "If-Match", "\"1\"").status())
        .isEqualTo(412);
    assertThat(api.post("/api/automations", body.replace("window-scheduled", "full-moon")).says())
        .contains("'full-moon' is none of");
    assertThat(
            api.post("/api/automations", body.replace("\"to\"", "\"wording\": \"Hello\", \"to\""))
                .says())
        .contains("first line must be the subject");
    desk.remove(rule.id(), rule.version(), Actor.person("ann"));
    assertThat(api.get("/api/automations/" + rule.id()).status()).isEqualTo(404);
  }

  @Test
  @Tag("C120")
  void of_practice_the_record_says_that_nobody_was_told_or_called() {
    UpgradeId id = upgrade();
    Rule tells =
        made(
            "\"upgrade\": %s, \"action\": \"message\", \"to\": \"role:stakeholders\""
                .formatted(id));
    Rule calls =
        made(
            "\"upgrade\": %s, \"action\": \"webhook\", \"to\": \"channel:%s-hook\""
                .formatted(id, own));
    Answer practice =
        api.post("/api/upgrades/%s/adoption/practice".formatted(id), "{\"practice\": true}");
    assertThat(practice.status()).as(practice.text()).isLessThan(300);
    setDay(id, 20);
    clock.tick();
    assertThat(api.get("/api/automations/%d/firings".formatted(tells.id())).text())
        .contains("Nobody was told: one only practises");
    assertThat(api.get("/api/automations/%d/firings".formatted(calls.id())).text())
        .contains("Nobody was called: one only practises");
    assertThat(toUsers(id)).isEmpty();
  }
}
