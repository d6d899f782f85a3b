package dev.evenkeel.server.comms.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.ServerTest;
import dev.evenkeel.server.comms.Outbox;
import dev.evenkeel.server.comms.Posted;
import dev.evenkeel.server.execution.RunId;
import dev.evenkeel.server.execution.RunReport;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeBook;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Role;
import dev.evenkeel.server.web.ApiClient;
import dev.evenkeel.server.web.ApiClient.Answer;
import dev.evenkeel.server.web.Browser;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An upgrade with its plan of messages and one channel that nobody listens to. The clock that sends
 * what is due stands still: tests turn it by hand.
 */
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class MessageScene {
  static final String RUNBOOK =
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
  Browser communicator;
  Browser viewer;
  ApiClient api;
  final String own = "m" + UUID.randomUUID().toString().substring(0, 8);
  final String channel = own + "-mail";
  final LocalDate today = LocalDate.now(ZoneId.of("Europe/Berlin"));

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

  /** Not while it is at work: then it would wind itself up again. */
  @BeforeAll
  void stopTheClock() throws InterruptedException {
    while (wind(Instant.now().plus(1, ChronoUnit.DAYS)) == 0) {
      Thread.sleep(100);
    }
  }

  @AfterAll
  void letTheClockRun() {
    wind(Instant.now());
  }

  private int wind(Instant at) {
    return jdbc.sql(
            """
            update scheduled_tasks set execution_time = :at
            where task_name = 'planned-messages' and not picked
            """)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  String upgrade(int daysAhead) {
    return "/upgrades/"
        + api.post(
                "/api/upgrades",
                "{\"systems\": [\"%s\"], \"to\": \"11.0\", \"owner\": \"ann\", \"goLive\": \"%s\"}"
                    .formatted(own, today.plusDays(daysAhead)))
            .json()
            .path("id")
            .asLong();
  }

  Answer put(String path, String body) {
    return api.put("/api" + path, body, "If-Match", tag(path));
  }

  Answer post(String path, String body) {
    return api.post("/api" + path, body, "If-Match", tag(path));
  }

  String tag(String path) {
    return api.get("/api" + path.replaceAll("/messages.*", "/messages")).header("ETag");
  }

  JsonNode message(String upgrade, String occasion) {
    for (JsonNode one : api.get("/api" + upgrade + "/messages").json().path("messages")) {
      if (one.path("fields").path("occasion").asString().equals(occasion)) {
        return one;
      }
    }
    throw new AssertionError("no " + occasion);
  }

  /** Everything on the one channel, so that it can be approved. */
  void addressed(String upgrade) {
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

  String gate(String upgrade) {
    return viewer.open(upgrade + "/go-live").html().select("ol.gates > li").last().text();
  }

  List<Posted> posted(String upgrade) {
    return outbox.of(upgrade);
  }

  /** A run in production that succeeded at once. */
  String begun(String upgrade) {
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
            "update execution_run set status = 'SUCCEEDED', started_at = now(), ended_at = now(),"
                + " upgrade = :upgrade where id = :id")
        .param("upgrade", found(upgrade).id().value())
        .param("id", run)
        .update();
    return run;
  }

  void audience(String channel, String audience) {
    jdbc.sql("update comms_channel set audience = :audience where name = :name")
        .param("audience", audience)
        .param("name", channel)
        .update();
  }

  void practise(String upgrade, boolean practice) {
    Answer answer =
        api.post("/api" + upgrade + "/adoption/practice", "{\"practice\": %s}".formatted(practice));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  Upgrade found(String upgrade) {
    return book.get(new UpgradeId(Long.parseLong(upgrade.replaceAll("\\D", ""))));
  }

  void byHand(String upgrade, int number, RunReport run) {
    Upgrade found = found(upgrade);
    desk.send(
        found.id(), number, "", desk.of(found).version(), Optional.of(run), Actor.person("cleo"));
  }

  void byItself(String upgrade, RunReport run) {
    Upgrade found = found(upgrade);
    MessagePlan plan = desk.of(found);
    Due.of(plan, Optional.empty(), List.of(run), Instant.now())
        .forEach(due -> desk.send(found, plan, due));
  }

  RunReport run(String status, long mark) {
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
        Optional.empty(),
        Map.of());
  }
}
