package dev.evenkeel.server.execution.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.comms.Outbox;
import dev.evenkeel.server.comms.Posted;
import dev.evenkeel.server.risk.RiskScene;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Role;
import dev.evenkeel.server.web.ApiClient;
import dev.evenkeel.server.web.ApiClient.Answer;
import dev.evenkeel.server.web.Browser;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** People, each of whom may do everything, an upgrade of one system, and what they do with it. */
abstract class ApprovalScene extends OnStillServer {
  static final JsonMapper JSON = new JsonMapper();

  RiskScene scene;
  ApiClient ann;
  ApiClient ben;
  ApiClient cy;
  ApiClient dan;
  ApiClient vera;
  long upgrade;
  String approval;

  @BeforeAll
  void paint() {
    scene = new RiskScene(beans);
    // All of them may do everything, so that only their duties keep them from it.
    ann = person("ann");
    ben = person("ben");
    cy = person("cy");
    dan = person("dan");
    vera = person("vera");
  }

  ApiClient person(String name) {
    return ApiClient.of(beans, List.of(Role.ADMIN), Actor.person(scene.own + "-" + name));
  }

  @BeforeEach
  void write() {
    server.clearTheWay();
    Answer made =
        ann.post(
            "/api/upgrades",
            "{\"systems\": [\"%s-shop\"], \"from\": \"15.0\", \"to\": \"18.0\", \"owner\": \"ann\", \"goLive\": \"%s\", \"wayBack\": \"Restore.\"}"
                .formatted(scene.own, scene.today));
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    scene.untilComputed();
    upgrade = made.json().path("id").asLong();
    approval = "/api/upgrades/%d/approval".formatted(upgrade);
  }

  /** Of the newest request, as if the night had passed; rows are only added but for this. */
  void endTheWindow() {
    JdbcClient jdbc = beans.getBean(JdbcClient.class);
    jdbc.sql("alter table approval_request disable trigger approval_request_append_only").update();
    try {
      jdbc.sql("update approval_request set until_at = now() where upgrade = :upgrade")
          .param("upgrade", upgrade)
          .update();
    } finally {
      jdbc.sql("alter table approval_request enable trigger approval_request_append_only").update();
    }
  }

  /** To whom, and what, up to the title. */
  List<String> told() {
    return beans.getBean(Outbox.class).of("/upgrades/%d/approval".formatted(upgrade)).stream()
        .map(Posted::message)
        .map(one -> one.to().orElse("") + ": " + one.subject().split(", ", 2)[0])
        .toList()
        .reversed();
  }

  static Answer ok(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isBetween(200, 204);
    return answer;
  }

  String stage() {
    return scene.api.get("/api/upgrades/%d/facts".formatted(upgrade)).text();
  }

  Answer ask(ApiClient who, Map<String, String> more) {
    Map<String, String> body = new HashMap<>(Map.of("why", "It is due."));
    body.put("from", Instant.now().minus(1, ChronoUnit.HOURS).toString());
    body.put("until", Instant.now().plus(12, ChronoUnit.HOURS).toString());
    body.putAll(more);
    return who.post(approval + "/requests", JSON.writeValueAsString(body));
  }

  Answer decide(ApiClient who, String decision) {
    return who.post(
        approval + "/decision", "{\"decision\": \"%s\"}".formatted(decision), "If-Match", tag());
  }

  Answer decide(ApiClient who, String decision, String comment) {
    return who.post(
        approval + "/decision",
        "{\"decision\": \"%s\", \"comment\": \"%s\"}".formatted(decision, comment),
        "If-Match",
        tag());
  }

  String tag() {
    return scene.api.get(approval).header("ETag");
  }

  String signedInAsAdmin() {
    return Browser.signedIn(beans, Role.ADMIN).open("/settings").one("header .name").text();
  }

  Answer insteadOfBen(ApiClient who) {
    return who.post(
        approval + "/decision",
        "{\"decision\": \"approve\", \"insteadOf\": \"%s-ben\"}".formatted(scene.own),
        "If-Match",
        tag());
  }

  static Answer delegation(ApiClient of, String to) {
    return of.post(
        "/api/approvals/delegations",
        JSON.writeValueAsString(
            Map.of(
                "to",
                to,
                "until",
                Instant.now().plus(1, ChronoUnit.DAYS).toString(),
                "reason",
                "on leave")));
  }

  String status(String run) {
    return scene.api.get("/api/runs/" + run).json().path("status").asString();
  }

  Answer confirm(ApiClient who, String answer) {
    String gates = "/api/upgrades/%d/gates".formatted(upgrade);
    return who.post(
        gates + "/pilot/confirmation",
        "{\"answer\": \"%s\", \"why\": \"Five.\"}".formatted(answer),
        "If-Match",
        who.get(gates).header("ETag"));
  }

  void change(String fields) {
    String path = "/api/upgrades/" + upgrade;
    Answer changed =
        ann.put(
            path,
            "{\"systems\": [\"%s-shop\"], \"from\": \"15.0\", \"to\": \"18.0\", \"owner\": \"ann\", \"goLive\": \"%s\", %s}"
                .formatted(scene.own, scene.today, fields),
            "If-Match",
            ann.get(path).header("ETag"));
    assertThat(changed.status()).as(changed.text()).isEqualTo(200);
    scene.untilComputed();
  }

  String take(ApiClient who, String to) {
    return ok(made(who, to, false)).json().path("id").asString();
  }

  Answer made(ApiClient who, String to, boolean start) {
    Map<String, Object> body = new HashMap<>();
    body.put("start", start);
    body.put("kind", "PRODUCTION");
    body.put("waiver", "a test");
    body.put("override", "a test");
    body.put("upgrade", upgrade);
    body.put(
        "runbook",
        SampleRunbooks.rolling(1, "Shop to " + to, "")
            .replace(
                "name: tomcat-rolling",
                "name: %s-shop\nsystems: [%s-shop]".formatted(scene.own, scene.own))
            .replace("default: 11.0.2", "default: '%s'".formatted(to)));
    return who.post("/api/runs", JSON.writeValueAsString(body), "Content-Type", "application/json");
  }

  Answer start(ApiClient who, String run, boolean override) {
    return command(who, run, "START", override);
  }

  Answer command(ApiClient who, String run, String command, boolean override) {
    return who.post(
        "/api/runs/%s/commands".formatted(run),
        override
            ? "{\"command\": \"%s\", \"reason\": \"a test\", \"override\": \"a test\"}"
                .formatted(command)
            : "{\"command\": \"%s\", \"reason\": \"a test\"}".formatted(command),
        "Content-Type",
        "application/json");
  }
}
