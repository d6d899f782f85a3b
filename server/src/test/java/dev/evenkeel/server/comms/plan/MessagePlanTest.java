package dev.evenkeel.server.comms.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.evenkeel.server.ServerTest;
import dev.evenkeel.server.comms.Outbox;
import dev.evenkeel.server.comms.Posted;
import dev.evenkeel.server.execution.RunId;
import dev.evenkeel.server.execution.RunReport;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeBook;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Refused;
import dev.evenkeel.server.shared.Role;
import dev.evenkeel.server.web.ApiClient;
import dev.evenkeel.server.web.ApiClient.Answer;
import dev.evenkeel.server.web.Browser;
import dev.evenkeel.server.web.Browser.Page;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The plan of messages of an upgrade, from its proposal to what was sent (C50, C51, C54). */
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("C50")
class MessagePlanTest {
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
  @Autowired Outbox outbox;
  @Autowired MessageClock messages;
  @Autowired MessageDesk desk;
  @Autowired UpgradeBook book;
  @Autowired JdbcClient jdbc;
  private Browser communicator;
  private Browser viewer;
  private ApiClient api;
  private final String own = "m" + UUID.randomUUID().toString().substring(0, 8);
  private final String channel = own + "-mail";
  private final LocalDate today = LocalDate.ofInstant(java.time.Instant.now(), ZoneOffset.UTC);

  @BeforeAll
  void open() {
    communicator = Browser.signedIn(beans, Role.COMMUNICATOR);
    viewer = Browser.signedIn(beans, Role.VIEWER);
    api = ApiClient.of(beans, Role.ADMIN);
    api.post(
        "/api/estate/apply",
        "{apiVersion: evenkeel/v1, kind: System, name: %s, title: The shop, version: '10.1', timeZone: Europe/Berlin}"
            .formatted(own));
    // Nobody listens there: what is posted stays in the outbox, for the tests to see.
    jdbc.sql(
            """
            insert into comms_channel (name, kind, address, secret, language, audience, changed_at, changed_by)
            values (:name, 'WEBHOOK', 'http://127.0.0.1:9/', null, 'en', 'users', now(), 'test')
            """)
        .param("name", channel)
        .update();
  }

  private String upgrade(int daysAhead) {
    return "/upgrades/"
        + api.post(
                "/api/upgrades",
                "{\"systems\": [\"%s\"], \"to\": \"11.0\", \"owner\": \"ann\", \"goLive\": \"%s\"}"
                    .formatted(own, today.plusDays(daysAhead)))
            .json()
            .path("id")
            .asLong();
  }

  private Answer put(String path, String body) {
    return api.put("/api" + path, body, "If-Match", tag(path));
  }

  private Answer post(String path, String body) {
    return api.post("/api" + path, body, "If-Match", tag(path));
  }

  private String tag(String path) {
    return api.get("/api" + path.replaceAll("/messages.*", "/messages")).header("ETag");
  }

  private JsonNode message(String upgrade, String occasion) {
    for (JsonNode one : api.get("/api" + upgrade + "/messages").json().path("messages")) {
      if (one.path("fields").path("occasion").asString().equals(occasion)) {
        return one;
      }
    }
    throw new AssertionError("no " + occasion);
  }

  /** Everything on the one channel, so that it can be approved. */
  private void addressed(String upgrade) {
    for (JsonNode one : api.get("/api" + upgrade + "/messages").json().path("messages")) {
      JsonNode fields = one.path("fields");
      Answer answer =
          put(
              "%s/messages/%d".formatted(upgrade, one.path("number").asInt()),
              "{\"occasion\": \"%s\", \"basis\": \"%s\", \"offset\": \"%s\", \"detail\": \"%s\", \"language\": \"en\", \"channel\": \"%s\", \"owner\": \"cleo\"}"
                  .formatted(
                      fields.path("occasion").asString(),
                      fields.path("basis").asString(),
                      fields.path("offset").asString(),
                      fields.path("detail").asString(),
                      channel));
      assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }
  }

  @Test
  void what_is_late_holds_up_no_message_that_is_not() {
    String upgrade = upgrade(3);
    addressed(upgrade);
    Page plan = communicator.open(upgrade + "/messages");
    assertThat(plan.one("dl.facts dt:contains(Window) + dd").text())
        .as("only the day is known")
        .isEqualTo(today.plusDays(3) + ", the hours are not known");
    Page done = communicator.press(plan.one("form[action$=/messages/approve] button"), Map.of());
    assertThat(done.leadsTo()).as(done.text()).isEqualTo(upgrade + "/messages");
    plan = communicator.open(upgrade + "/messages");
    assertThat(plan.one("p.saved[role=status]").text()).isEqualTo("Done.");
    assertThat(communicator.open(upgrade + "/messages").html().select("p.saved"))
        .as("said once")
        .isEmpty();
    assertThat(plan.one("#m1 .badge").text()).isEqualTo("late");
    assertThat(plan.html().select("ul.planned .badge:contains(approved)")).hasSize(9);
    assertThat(plan.one("ul.blockers").text())
        .isEqualTo(
            "Advance notice cannot be approved, for it is late: send it now and say why, or skip it.");
    Answer again = post(upgrade + "/messages/approve", "");
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.says())
        .contains("None of them can be approved", "too late for 'Advance notice'");
  }

  @Test
  void a_plan_is_proposed_edited_approved_and_given_to_everybody() {
    String upgrade = upgrade(30);
    Page page = viewer.open(upgrade + "/messages");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.html().select("ul.planned > li")).hasSize(10);
    assertThat(page.text()).contains("A proposal; nobody has touched it yet");
    assertThat(page.html().select("form[action*=approve]")).isEmpty();
    assertThat(page.one("#m1 pre.letter").text()).contains("we upgrade The shop");

    addressed(upgrade);
    assertThat(post(upgrade + "/messages/give", "").says()).contains("neither approved nor");
    assertThat(put(upgrade + "/messages", "{\"speaker\": \"Sam\", \"beatMinutes\": 61}").says())
        .contains("it must be from 5 to 60");
    assertThat(
            put(
                    upgrade + "/messages",
                    "{\"speaker\": \"Sam\", \"communicator\": \"Cleo\", \"live\": \"%s\"}"
                        .formatted(channel))
                .status())
        .isEqualTo(200);
    assertThat(gate(upgrade)).contains("no");
    Page plan = communicator.open(upgrade + "/messages");
    Page done = communicator.press(plan.one("form[action$=/messages/approve] button"), Map.of());
    assertThat(done.leadsTo()).as(done.text()).isEqualTo(upgrade + "/messages");
    done =
        communicator.press(
            communicator.open(upgrade + "/messages").one("form[action$=/messages/give] button"),
            Map.of());
    assertThat(done.leadsTo()).as(done.text()).isEqualTo(upgrade + "/messages");
    assertThat(gate(upgrade)).contains("no", "No advance notice was sent");
    post(upgrade + "/messages/1/skip", "{\"reason\": \"They asked for it.\"}");
    assertThat(gate(upgrade)).contains("yes");
    assertThat(api.get("/api" + upgrade + "/facts").text()).contains("What is said in a crisis");
    assertThat(posted(upgrade))
        .singleElement()
        .satisfies(one ->
            assertThat(one.message().text()).contains("Advance notice", "Sam speaks for us"));

    // Another time is another plan: people have to be told of it.
    put(
        upgrade + "/messages/1",
        "{\"occasion\": \"advance-notice\", \"basis\": \"window-start\", \"offset\": \"-10 d\", \"channel\": \"%s\"}"
            .formatted(channel));
    post(upgrade + "/messages/1/approve", "");
    assertThat(gate(upgrade)).contains("no");
  }

  private String gate(String upgrade) {
    return viewer.open(upgrade + "/go-live").html().select("ol.gates > li").last().text();
  }

  private List<Posted> posted(String upgrade) {
    return outbox.of(upgrade);
  }

  @Test
  void a_late_notice_is_shown_and_only_sent_with_a_reason() {
    String upgrade = upgrade(3);
    addressed(upgrade);
    assertThat(viewer.open(upgrade).text()).contains("The advance notice is late");
    assertThat(message(upgrade, "advance-notice").path("late").asBoolean()).isTrue();
    assertThat(post(upgrade + "/messages/1/approve", "").says())
        .contains("too late for 'Advance notice' to be sent in time");
    assertThat(post(upgrade + "/messages/1/send", "").says()).contains("Say why it is sent late");
    assertThat(posted(upgrade)).isEmpty();
    Answer sent = post(upgrade + "/messages/1/send", "{\"reason\": \"The flaw is exploited.\"}");
    assertThat(sent.status()).as(sent.text()).isEqualTo(200);
    assertThat(posted(upgrade)).hasSize(1);
    assertThat(viewer.open(upgrade).text())
        .doesNotContain("The advance notice is late")
        .contains("The flaw is exploited.");
    assertThat(post(upgrade + "/messages/1/send", "{\"reason\": \"again\"}").says())
        .contains("was sent already");
  }

  @Test
  void what_is_due_is_sent_once_however_often_the_clock_ticks() {
    String upgrade = upgrade(8);
    addressed(upgrade);
    post(upgrade + "/messages/1/approve", "");
    messages.tick();
    messages.tick();
    assertThat(posted(upgrade))
        .singleElement()
        .satisfies(one -> assertThat(one.message().text()).contains("The hour is not fixed yet"));
    assertThat(message(upgrade, "advance-notice").path("state").asString()).isEqualTo("SENT");
  }

  @Test
  void what_announces_an_upgrade_is_not_sent_once_it_began_and_says_why() {
    String upgrade = upgrade(1);
    addressed(upgrade);
    assertThat(post(upgrade + "/messages/3/approve", "").status()).isEqualTo(200);
    String run = begun(upgrade);
    try {
      messages.tick();
    } finally {
      jdbc.sql(
              "update execution_run set status = 'READY', started_at = null, ended_at = null, upgrade = null where id = :id")
          .param("id", run)
          .update();
    }
    messages.tick();
    assertThat(posted(upgrade)).isEmpty();
    Page page = viewer.open(upgrade + "/messages");
    assertThat(page.one("#m3 .badge").text()).isEqualTo("overtaken");
    assertThat(page.one("#m3").text()).contains("by evenkeel", "overtaken: it began on ");
    assertThat(api.get("/api" + upgrade + "/facts").text())
        .contains("'Reminder' was left out: overtaken: it began on ");
  }

  @Test
  void that_no_notice_was_sent_is_said_where_the_run_is_started() {
    String upgrade = upgrade(30);
    String run = begun(upgrade);
    try {
      jdbc.sql(
              "update execution_run set status = 'READY', started_at = null, ended_at = null where id = :id")
          .param("id", run)
          .update();
      assertThat(viewer.open("/runs/" + run).one("#outside").text())
          .contains("No advance notice was sent; it is due at least a week before.");
      assertThat(viewer.open(upgrade).text()).contains("No advance notice was sent");
      post(upgrade + "/messages/1/skip", "{\"reason\": \"They asked for it.\"}");
      assertThat(viewer.open("/runs/" + run).text()).doesNotContain("No advance notice");
      assertThat(viewer.open(upgrade).text()).doesNotContain("No advance notice");
    } finally {
      jdbc.sql("update execution_run set upgrade = null where id = :id").param("id", run).update();
    }
  }

  /** A run in production that succeeded at once. */
  private String begun(String upgrade) {
    Answer made =
        api.post(
            "/api/runs",
            JsonMapper.shared()
                .writeValueAsString(
                    Map.of(
                        "start", false,
                        "kind", "PRODUCTION",
                        "waiver", "a test",
                        "override", "a test",
                        "runbook", RUNBOOK.formatted(own))),
            "Content-Type",
            "application/json");
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    String run = made.json().path("id").asString();
    jdbc.sql(
            "update execution_run set status = 'SUCCEEDED', started_at = now(), ended_at = now(), upgrade = :upgrade where id = :id")
        .param("upgrade", found(upgrade).id().value())
        .param("id", run)
        .update();
    return run;
  }

  @Test
  void what_was_saved_before_there_was_a_channel_for_its_readers_gets_the_only_one() {
    String audience = "management";
    List<String> there =
        jdbc.sql("select name from comms_channel where audience = :audience")
            .param("audience", audience)
            .query(String.class)
            .list();
    there.forEach(name -> audience(name, "technical"));
    String upgrade = upgrade(30);
    String made = own + "-heads";
    try {
      assertThat(put(upgrade + "/messages", "{\"speaker\": \"Sam\"}").status()).isEqualTo(200);
      jdbc.sql("update comms_planned set channel = null where upgrade = :upgrade")
          .param("upgrade", found(upgrade).id().value())
          .update();
      Answer none = post(upgrade + "/messages/10/approve", "");
      assertThat(none.says()).contains("'Invitation to the review' goes nowhere yet");
      jdbc.sql(
              """
              insert into comms_channel (name, kind, address, secret, language, audience, changed_at, changed_by)
              values (:name, 'WEBHOOK', 'http://127.0.0.1:9/', null, 'de', :audience, now(), 'test')
              """)
          .param("name", made)
          .param("audience", audience)
          .update();
      assertThat(message(upgrade, "review-invitation").path("fields").path("channel").asString())
          .isEqualTo(made);
      assertThat(post(upgrade + "/messages/10/approve", "").status()).isEqualTo(200);
      audience(made, "technical");
      assertThat(desk.of(found(upgrade)).message(10).channel()).contains(made);
      assertThat(desk.of(found(upgrade)).message(10).language().word()).isEqualTo("de");
    } finally {
      there.forEach(name -> audience(name, audience));
    }
  }

  private void audience(String channel, String audience) {
    jdbc.sql("update comms_channel set audience = :audience where name = :name")
        .param("audience", audience)
        .param("name", channel)
        .update();
  }

  @Test
  void in_practice_nothing_is_sent_and_nothing_says_that_it_was() {
    String upgrade = upgrade(8);
    addressed(upgrade);
    post(upgrade + "/messages/1/approve", "");
    practise(upgrade, true);
    messages.tick();
    assertThat(message(upgrade, "advance-notice").path("state").asString()).isEqualTo("APPROVED");
    Answer sent = post(upgrade + "/messages/1/send", "{\"reason\": \"I want to\"}");
    assertThat(sent.status()).as(sent.text()).isEqualTo(409);
    assertThat(sent.says()).contains("is for practice, so nobody is told");
    assertThat(message(upgrade, "advance-notice").path("state").asString()).isEqualTo("APPROVED");
    assertThat(api.get("/api" + upgrade + "/facts").text()).doesNotContain("was sent");
    Page page = communicator.open(upgrade + "/messages");
    assertThat(page.html().select("form[action$=/send]")).isEmpty();

    practise(upgrade, false);
    messages.tick();
    assertThat(message(upgrade, "advance-notice").path("state").asString()).isEqualTo("SENT");
    assertThat(posted(upgrade)).hasSize(1);
  }

  private void practise(String upgrade, boolean practice) {
    Answer answer =
        api.post("/api" + upgrade + "/adoption/practice", "{\"practice\": %s}".formatted(practice));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  @Test
  void of_a_run_nobody_is_told_by_hand_while_there_is_none() {
    String upgrade = upgrade(30);
    addressed(upgrade);
    Answer sent = post(upgrade + "/messages/4/send", "");
    assertThat(sent.status()).as(sent.text()).isEqualTo(409);
    assertThat(sent.says()).contains("'It begins'", "No run of upgrade");
    assertThat(message(upgrade, "start").path("state").asString()).isEqualTo("DRAFT");
    assertThatThrownBy(() -> byHand(upgrade, 4, run("SUCCEEDED", 1)))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("did not happen");
    assertThatThrownBy(() -> byHand(upgrade, 8, run("RUNNING", 1)))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("did not happen");
    assertThat(posted(upgrade)).isEmpty();
  }

  @Test
  void what_was_sent_by_hand_counts_as_sent_and_goes_out_once() {
    String upgrade = upgrade(30);
    addressed(upgrade);
    byHand(upgrade, 4, run("RUNNING", 1));
    assertThat(message(upgrade, "start").path("state").asString()).isEqualTo("SENT");
    byItself(upgrade, run("RUNNING", 1));
    assertThatThrownBy(() -> byHand(upgrade, 4, run("RUNNING", 1)))
        .hasMessageContaining("was sent already");
    assertThat(post(upgrade + "/messages/7/send", "").status()).isEqualTo(200);
    assertThat(message(upgrade, "crisis").path("state").asString()).isEqualTo("SENT");
    assertThat(posted(upgrade)).hasSize(2);
  }

  @Test
  void what_was_approved_is_told_at_each_pause_and_of_none_twice() {
    String upgrade = upgrade(30);
    addressed(upgrade);
    post(upgrade + "/messages/5/approve", "");
    RunReport paused = run("PAUSED", 1);
    byHand(upgrade, 5, paused);
    byItself(upgrade, paused);
    assertThat(posted(upgrade)).hasSize(1);
    assertThatThrownBy(() -> byHand(upgrade, 5, paused)).hasMessageContaining("were told of this");
    assertThat(message(upgrade, "warning").path("state").asString()).isEqualTo("APPROVED");
    byItself(upgrade, run("PAUSED", 2));
    assertThat(posted(upgrade)).hasSize(2);
  }

  private Upgrade found(String upgrade) {
    return book.get(new UpgradeId(Long.parseLong(upgrade.replaceAll("\\D", ""))));
  }

  private void byHand(String upgrade, int number, RunReport run) {
    Upgrade found = found(upgrade);
    desk.send(
        found.id(), number, "", desk.of(found).version(), Optional.of(run), Actor.person("cleo"));
  }

  private void byItself(String upgrade, RunReport run) {
    Upgrade found = found(upgrade);
    MessagePlan plan = desk.of(found);
    Due.of(plan, Optional.empty(), List.of(run), Instant.now())
        .forEach(due -> desk.send(found, plan, due));
  }

  private RunReport run(String status, long mark) {
    Instant now = Instant.now();
    return new RunReport(
        new RunId("r" + own),
        "Shop",
        status,
        "",
        Optional.of(now),
        Optional.empty(),
        now,
        mark,
        1,
        4,
        true,
        Optional.empty(),
        Set.of(own),
        Optional.empty());
  }

  @Test
  void skipping_needs_a_reason_and_leaves_a_mark() {
    String upgrade = upgrade(30);
    assertThat(post(upgrade + "/messages/2/skip", "{}").says())
        .contains("Say why nobody needs to be told.");
    assertThat(post(upgrade + "/messages/2/skip", "{\"reason\": \"There is no pilot.\"}").status())
        .isEqualTo(200);
    assertThat(api.get("/api" + upgrade + "/facts").text()).contains("There is no pilot.");
    assertThat(api.put("/api" + upgrade + "/messages", "{}", "If-Match", "\"0\"").status())
        .isEqualTo(412);
  }

  @Test
  void notice_of_less_than_a_week_cannot_be_planned() {
    String upgrade = upgrade(30);
    assertThat(
            put(
                    upgrade + "/messages/1",
                    "{\"occasion\": \"advance-notice\", \"basis\": \"window-start\", \"offset\":"
                        + " \"-6 d\"}")
                .says())
        .contains("at least 7 days");
  }

  @Test
  void a_wording_is_changed_for_all_and_brought_back() {
    Page page = communicator.open("/messages/wordings/kick-off/de");
    Page wrong =
        communicator.press(page.one("form button.primary"), Map.of("text", "Subject: x\n{{ownr}}"));
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.one("#page p.notice").text()).contains("Did you mean 'owner'?");
    Page kept =
        communicator.press(
            page.one("form button.primary"), Map.of("text", "Subject: Los!\nEs geht los."));
    assertThat(kept.leadsTo()).as(kept.text()).isEqualTo("/messages/wordings");
    assertThat(viewer.open("/messages/wordings").text()).contains("of this installation");
    Page again = communicator.open("/messages/wordings/kick-off/de");
    assertThat(again.one("textarea").text()).contains("Es geht los.");
    communicator.press(again.one("form button.primary"), Map.of("text", ""));
    assertThat(viewer.open("/messages/wordings").text()).doesNotContain("of this installation");
  }
}
