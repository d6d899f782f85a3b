package dev.evenkeel.server.execution.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.comms.Outbox;
import dev.evenkeel.server.comms.Posted;
import dev.evenkeel.server.execution.engine.AgreementLook;
import dev.evenkeel.server.risk.RiskScene;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Role;
import dev.evenkeel.server.web.ApiClient;
import dev.evenkeel.server.web.ApiClient.Answer;
import dev.evenkeel.server.web.Browser;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A production run begins when others agreed to exactly it, and its checklist holds. */
@Tag("C45")
@Tag("C46")
class ApprovedRunsTest extends OnStillServer {
  private static final JsonMapper JSON = new JsonMapper();

  private RiskScene scene;
  private ApiClient ann;
  private ApiClient ben;
  private ApiClient cy;
  private ApiClient dan;
  private ApiClient vera;
  private long upgrade;
  private String approval;

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

  private ApiClient person(String name) {
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
  void a_material_change_voids_it_with_the_difference_and_an_immaterial_one_does_not() {
    String run = take(dan, "18.0");
    ok(ask(ann, Map.of()));
    ok(decide(ben, "approve"));
    ok(decide(cy, "approve"));
    change("\"title\": \"Another name\", \"wayBack\": \"Restore.\"");
    assertThat(ann.get(approval).json().path("state").asString()).isEqualTo("approved");

    change("\"title\": \"Another name\", \"wayBack\": \"Hope.\"");
    JsonNode now = ann.get(approval).json();
    assertThat(now.path("state").asString()).isEqualTo("void");
    assertThat(now.path("differences").toString()).contains("Restore.", "Hope.", "plan.title");
    assertThat(start(dan, run, true).says()).contains("Way back: Hope., approved was Restore.");
    assertThat(viewer.open("/upgrades/%d/approval".formatted(upgrade)).text())
        .contains("void: it changed", "voids it", "does no harm");
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
  void an_emergency_takes_one_approver_and_leaves_a_task_to_review_it() {
    take(dan, "18.0");
    Answer waiver = ask(ann, Map.of("waiver", "alone tonight"));
    assertThat(waiver.says()).contains("Only in an emergency");
    Answer asked = ask(dan, Map.of("kind", "emergency", "waiver", "alone tonight"));
    assertThat(asked.json().path("quorum").asString()).isEqualTo("1 of anyone");
    assertThat(decide(dan, "approve").says()).contains("may not agree");
    assertThat(decide(ben, "approve").json().path("state").asString()).isEqualTo("approved");
    assertThat(scene.api.get("/api/upgrades/%d/tasks".formatted(upgrade)).text())
        .contains("Review the emergency change");
    assertThat(start(dan, take(dan, "18.0"), true).status()).isEqualTo(200);
  }

  @Test
  void a_standing_approval_lets_its_runbook_through_within_its_limits_and_nobody_elses() {
    take(dan, "18.0");
    assertThat(ask(ann, Map.of("kind", "standard")).says()).contains("No standing approval");
    String digest = ok(ask(ann, Map.of())).json().at("/content/runbook.digest").asString();
    Map<String, Object> terms =
        new HashMap<>(
            Map.of(
                "title",
                "monthly " + scene.own,
                "runbook",
                digest,
                "mostClass",
                "minor",
                "mostRisk",
                25,
                "until",
                Instant.now().plus(30, ChronoUnit.DAYS).toString(),
                "why",
                "routine"));
    ok(ben.post("/api/approvals/standing", JSON.writeValueAsString(terms)));
    assertThat(ask(ann, Map.of("kind", "standard")).says()).contains("it reaches up to minor");
    terms.put("mostClass", "major");
    ok(ben.post("/api/approvals/standing", JSON.writeValueAsString(terms)));
    assertThat(ask(ben, Map.of("kind", "standard")).says()).contains("gave the standing approval");
    JsonNode through = ok(ask(ann, Map.of("kind", "standard"))).json();
    assertThat(through.path("state").asString()).isEqualTo("approved");
    assertThat(through.path("approvers").toString()).contains(scene.own + "-ben");
  }

  @Test
  void what_was_rejected_or_taken_back_starts_nothing() {
    String run = take(dan, "18.0");
    ok(ask(ann, Map.of()));
    assertThat(decide(ben, "reject").says()).contains("Say why");
    ok(decide(ben, "reject", "Not in May."));
    assertThat(start(dan, run, true).says()).contains("its approval was rejected");
    ok(ask(ann, Map.of()));
    ok(decide(ben, "approve"));
    ok(decide(cy, "approve"));
    ok(decide(cy, "withdraw"));
    assertThat(start(dan, run, true).says()).contains("its approval waits for 1 of");
    ok(ann.post(approval + "/withdrawal", "{}", "If-Match", tag()));
    assertThat(start(dan, run, true).says()).contains("its approval was taken back");
  }

  @Test
  void the_agenda_shows_what_the_board_decides_and_it_is_decided_there() {
    take(dan, "18.0");
    ok(ask(ann, Map.of()));
    Browser board = Browser.signedIn(beans, Role.APPROVER);
    assertThat(board.open("/approvals").text()).contains("Look and decide");
    assertThat(board.open("/upgrades").one("header nav").text()).contains("Approvals");
    Browser.Page agenda = board.open("/approvals/agenda");
    assertThat(agenda.text()).contains("Restore.", "2 of all approvers");
    var form =
        agenda
            .html()
            .select("form[action='/upgrades/%d/approval/decision']".formatted(upgrade))
            .first();
    Browser.Page done = board.press(Browser.one(form, "button[value=approve]"), Map.of());
    assertThat(done.leadsTo()).isEqualTo("/approvals/agenda");
    assertThat(ann.get(approval).json().path("missing").toString()).contains("1 of all approvers");
  }

  @Test
  @Tag("C49")
  void a_run_in_flight_pauses_when_its_approval_is_taken_back_and_says_why() {
    String run = take(ann, "18.0");
    ok(ask(ann, Map.of()));
    ok(decide(ben, "approve"));
    ok(decide(cy, "approve"));
    ok(start(dan, run, true));
    AgreementLook.now(beans);
    assertThat(status(run))
        .as("ann asked for it and took it in, dan started it")
        .isEqualTo("RUNNING");

    ok(decide(cy, "withdraw"));
    AgreementLook.now(beans);
    assertThat(status(run)).isEqualTo("PAUSED");
    assertThat(scene.api.get("/api/runs/" + run).text())
        .contains("its approval waits for 1 of all approvers");
    assertThat(command(dan, run, "RESUME", true).says()).contains("its approval waits for 1 of");
    ok(decide(vera, "approve"));
    ok(command(dan, run, "RESUME", true));
    AgreementLook.now(beans);
    assertThat(status(run)).isEqualTo("RUNNING");
  }

  @Test
  @Tag("C49")
  void a_run_in_flight_pauses_when_a_gate_turns_to_no_but_not_for_what_was_overridden() {
    String run = take(dan, "18.0");
    ok(ask(ann, Map.of()));
    ok(decide(ben, "approve"));
    ok(decide(cy, "approve"));
    ok(confirm(vera, "yes"));
    ok(start(dan, run, true));
    AgreementLook.now(beans);
    assertThat(status(run)).isEqualTo("RUNNING");

    ok(confirm(vera, "no"));
    AgreementLook.now(beans);
    assertThat(status(run)).isEqualTo("PAUSED");
    assertThat(scene.api.get("/api/runs/" + run).text())
        .contains("Upgrade %d, go-live checklist: '".formatted(upgrade), "is no");
    assertThat(command(dan, run, "RESUME", false).says()).contains("may override it with a reason");
    ok(command(dan, run, "RESUME", true));
    AgreementLook.now(beans);
    assertThat(status(run)).isEqualTo("RUNNING");
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
  @Tag("C49")
  void duties_and_agreement_outlive_the_window_while_a_run_is_not_over() {
    String run = take(dan, "18.0");
    ok(ask(ann, Map.of()));
    ok(decide(ben, "approve"));
    ok(decide(cy, "approve"));
    ok(start(dan, run, true));
    ok(command(dan, run, "PAUSE", false));
    endTheWindow();
    assertThat(ann.get(approval).json().path("state").asString()).isEqualTo("expired");
    assertThat(command(ben, run, "RESUME", true).says())
        .contains("agreed to it, and may not carry it out");
    assertThat(command(ann, run, "RESUME", true).says())
        .contains("asked for its approval, and may not carry it out");
    assertThat(confirm(ben, "yes").says()).contains("agreed to it, and may not say");
    ok(command(dan, run, "RESUME", true));
    AgreementLook.now(beans);
    assertThat(status(run)).as("it began in time").isEqualTo("RUNNING");

    ok(decide(cy, "withdraw"));
    AgreementLook.now(beans);
    assertThat(status(run)).isEqualTo("PAUSED");
    assertThat(command(dan, run, "RESUME", true).says()).contains("its approval waits for 1 of");

    ok(command(dan, run, "ABORT", false));
    assertThat(
            viewer
                .open("/upgrades/%d/approval".formatted(upgrade))
                .one("dt:containsOwn(Requester) + dd")
                .text())
        .as("with the last run the duties end")
        .isEqualTo("nobody yet");
  }

  @Test
  @Tag("C49")
  void a_paused_run_goes_on_only_with_what_was_agreed_to_and_one_in_flight_stays() {
    String run = take(dan, "18.0");
    ok(ask(ann, Map.of()));
    ok(decide(ben, "approve"));
    ok(decide(cy, "approve"));
    ok(start(dan, run, true));
    change("\"wayBack\": \"Hope.\"");
    AgreementLook.now(beans);
    assertThat(status(run)).as("a change alone pauses nothing").isEqualTo("RUNNING");

    ok(command(dan, run, "PAUSE", false));
    String changed = "Way back: Hope., approved was Restore.";
    assertThat(command(dan, run, "RESUME", true).says()).contains(changed);
    endTheWindow();
    assertThat(command(dan, run, "RESUME", true).says()).contains(changed);
    change("\"wayBack\": \"Restore.\"");
    ok(command(dan, run, "RESUME", true));
    change("\"wayBack\": \"Hope.\"");
    ok(decide(cy, "withdraw"));
    AgreementLook.now(beans);
    assertThat(status(run)).as("a change hides no agreement taken back").isEqualTo("PAUSED");
  }

  /** Of the newest request, as if the night had passed; rows are only added but for this. */
  private void endTheWindow() {
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

  @Test
  void what_a_delegate_decides_counts_as_both_and_neither_may_run_it() {
    String eve = signedInAsAdmin();
    String asks = signedInAsAdmin();
    ApiClient delegate = ApiClient.of(beans, List.of(Role.ADMIN), Actor.person(eve));
    take(dan, "18.0");
    ok(
        ask(
            ApiClient.of(beans, List.of(Role.ADMIN), Actor.person(asks)),
            Map.of("quorum", "1 of %s-ben, 1 of anyone".formatted(scene.own))));
    assertThat(insteadOfBen(delegate).says())
        .contains("has not named %s as delegate".formatted(eve));
    assertThat(delegation(ben, asks).says()).contains("asked for the approval of upgrade");
    ok(delegation(ben, eve));
    JsonNode half = ok(insteadOfBen(delegate)).json();
    assertThat(half.path("approvers").toString()).contains("-ben", eve);
    assertThat(half.path("quorum").asString()).endsWith("-ben, 2 of anyone");
    assertThat(half.path("missing").toString()).isEqualTo("[\"1 of all approvers\"]");
    ok(decide(cy, "approve"));
    String run = take(dan, "18.0");
    for (ApiClient other : List.of(ben, delegate)) {
      assertThat(start(other, run, true).says()).contains("agreed to it, and may not carry it out");
    }
    ok(start(dan, run, true));
  }

  @Test
  void the_text_that_was_signed_has_the_digest_that_was_signed() throws Exception {
    take(dan, "18.0");
    String digest = ok(ask(ann, Map.of())).json().path("digest").asString();
    Answer signed = scene.api.get(approval + "/content", "Accept", "text/plain");
    assertThat(signed.status()).as(signed.text()).isEqualTo(200);
    assertThat(signed.text())
        .startsWith("evenkeel-approval 1\n")
        .contains("plan.way-back=Restore.\n");
    assertThat(
            HexFormat.of()
                .formatHex(
                    MessageDigest.getInstance("SHA-256")
                        .digest(signed.text().getBytes(StandardCharsets.UTF_8))))
        .isEqualTo(digest);
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
  void approvers_are_told_that_their_agreement_is_asked_for_and_who_asked_what_was_decided() {
    String asks = signedInAsAdmin();
    String decides = signedInAsAdmin();
    String views = viewer.open("/settings").one("header .name").text();
    for (String name : List.of(asks, decides, views)) {
      scene.apply(
          "{apiVersion: evenkeel/v1, kind: Person, name: %1$s, title: %1$s, email: %1$s@example.org}"
              .formatted(name));
    }
    take(dan, "18.0");
    ok(ask(ApiClient.of(beans, List.of(Role.ADMIN), Actor.person(asks)), Map.of()));
    assertThat(told())
        .containsExactly(decides + "@example.org: Your agreement is asked for: upgrade " + upgrade);
    ok(decide(ApiClient.of(beans, List.of(Role.ADMIN), Actor.person(decides)), "approve"));
    assertThat(told()).as("one of two has agreed").hasSize(1);
    ok(decide(ben, "approve"));
    assertThat(told())
        .containsExactly(
            decides + "@example.org: Your agreement is asked for: upgrade " + upgrade,
            asks + "@example.org: upgrade " + upgrade);
    ok(decide(ben, "withdraw"));
    assertThat(told()).hasSize(3).last().isEqualTo(asks + "@example.org: upgrade " + upgrade);
  }

  /** To whom, and what, up to the title. */
  private List<String> told() {
    return beans.getBean(Outbox.class).of("/upgrades/%d/approval".formatted(upgrade)).stream()
        .map(Posted::message)
        .map(one -> one.to().orElse("") + ": " + one.subject().split(", ", 2)[0])
        .toList()
        .reversed();
  }

  private static Answer ok(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isBetween(200, 204);
    return answer;
  }

  private String stage() {
    return scene.api.get("/api/upgrades/%d/facts".formatted(upgrade)).text();
  }

  private Answer ask(ApiClient who, Map<String, String> more) {
    Map<String, String> body = new HashMap<>(Map.of("why", "It is due."));
    body.put("from", Instant.now().minus(1, ChronoUnit.HOURS).toString());
    body.put("until", Instant.now().plus(12, ChronoUnit.HOURS).toString());
    body.putAll(more);
    return who.post(approval + "/requests", JSON.writeValueAsString(body));
  }

  private Answer decide(ApiClient who, String decision) {
    return who.post(
        approval + "/decision", "{\"decision\": \"%s\"}".formatted(decision), "If-Match", tag());
  }

  private Answer decide(ApiClient who, String decision, String comment) {
    return who.post(
        approval + "/decision",
        "{\"decision\": \"%s\", \"comment\": \"%s\"}".formatted(decision, comment),
        "If-Match",
        tag());
  }

  private String tag() {
    return scene.api.get(approval).header("ETag");
  }

  private String signedInAsAdmin() {
    return Browser.signedIn(beans, Role.ADMIN).open("/settings").one("header .name").text();
  }

  private Answer insteadOfBen(ApiClient who) {
    return who.post(
        approval + "/decision",
        "{\"decision\": \"approve\", \"insteadOf\": \"%s-ben\"}".formatted(scene.own),
        "If-Match",
        tag());
  }

  private static Answer delegation(ApiClient of, String to) {
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

  private String status(String run) {
    return scene.api.get("/api/runs/" + run).json().path("status").asString();
  }

  private Answer confirm(ApiClient who, String answer) {
    String gates = "/api/upgrades/%d/gates".formatted(upgrade);
    return who.post(
        gates + "/pilot/confirmation",
        "{\"answer\": \"%s\", \"why\": \"Five.\"}".formatted(answer),
        "If-Match",
        who.get(gates).header("ETag"));
  }

  private void change(String fields) {
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

  private String take(ApiClient who, String to) {
    return ok(made(who, to, false)).json().path("id").asString();
  }

  private Answer made(ApiClient who, String to, boolean start) {
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

  private Answer start(ApiClient who, String run, boolean override) {
    return command(who, run, "START", override);
  }

  private Answer command(ApiClient who, String run, String command, boolean override) {
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
