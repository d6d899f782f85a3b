package dev.evenkeel.server.execution.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.shared.Role;
import dev.evenkeel.server.web.ApiClient.Answer;
import dev.evenkeel.server.web.Browser;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What is agreed to beforehand is a text of a runbook within a version of a process. */
@Tag("C44")
class StandingApprovalsTest extends ApprovalScene {
  private String template = "";

  @BeforeEach
  void follow_a_process() {
    template = scene.own + "-patching";
    keepTemplate("Look at the backup");
    launch();
    take(dan, "18.0");
  }

  @AfterEach
  void end_what_was_given() {
    for (JsonNode one : scene.api.get("/api/approvals/standing").json()) {
      if (one.path("holds").asBoolean()) {
        ben.delete("/api/approvals/standing/" + one.at("/approval/id").asLong());
      }
    }
  }

  @Test
  void it_lets_its_runbook_through_within_its_limits_and_not_for_who_gave_it() {
    assertThat(ask(ann, Map.of("kind", "standard")).says()).contains("No standing approval");
    ok(give(Map.of("mostClass", "minor")));
    assertThat(ask(ann, Map.of("kind", "standard")).says()).contains("it reaches up to minor");
    ok(give(Map.of()));
    assertThat(ask(ben, Map.of("kind", "standard")).says()).contains("gave the standing approval");
    JsonNode through = ok(ask(ann, Map.of("kind", "standard"))).json();
    assertThat(through.path("state").asString()).isEqualTo("approved");
    assertThat(through.path("approvers").toString()).contains(scene.own + "-ben");
    assertThat(through.at("/content/process.template").asString())
        .as("the version of the process is signed")
        .startsWith(template + " ");
  }

  @Test
  void a_changed_runbook_is_no_longer_agreed_to_and_the_page_says_what_differs() {
    ok(give(Map.of()));
    take(dan, "18.1");
    assertThat(ask(ann, Map.of("kind", "standard")).says()).contains("the runbook is another text");
    assertThat(page("/upgrades/%d/approval".formatted(upgrade)))
        .contains(
            "does not cover it",
            "has another text",
            "- title: Shop to 18.0",
            "+ title: Shop to 18.1");
    assertThat(page("/approvals")).contains("has another text", "+ title: Shop to 18.1");
  }

  @Test
  void a_changed_template_is_no_longer_agreed_to_until_somebody_renews_it() {
    ok(give(Map.of()));
    keepTemplate("Trust the backup");
    assertThat(ask(ann, Map.of("kind", "standard")).json().path("state").asString())
        .as("this upgrade follows the version that was agreed to")
        .isEqualTo("approved");

    write();
    launch();
    take(dan, "18.0");
    assertThat(ask(ann, Map.of("kind", "standard")).says())
        .contains("the upgrade follows template %s in version".formatted(template));
    assertThat(page("/upgrades/%d/approval".formatted(upgrade)))
        .contains("does not cover it", "Look at the backup", "Trust the backup");

    Browser approver = Browser.signedIn(beans, Role.APPROVER);
    Browser.Page old = approver.open("/approvals");
    assertThat(old.text()).contains("Template %s is version".formatted(template));
    var renew =
        old.html().select("li:contains(monthly %s) a:contains(Renew)".formatted(template)).first();
    Browser.Page renewed =
        approver.press(
            approver.open(renew.attr("href")).one("form[action='/approvals/standing'] button"),
            Map.of("until", Instant.now().plus(9, ChronoUnit.DAYS).toString().substring(0, 16)));
    assertThat(renewed.leadsTo()).isEqualTo("/approvals");
    assertThat(ok(ask(ann, Map.of("kind", "standard"))).json().path("state").asString())
        .isEqualTo("approved");
  }

  @Test
  void one_from_before_they_named_their_process_covers_nothing_until_it_is_renewed() {
    ok(give(Map.of()));
    beans
        .getBean(JdbcClient.class)
        .sql(
            "update approval_standing set template = null, template_version = null, template_digest = null where template = :name")
        .param("name", template)
        .update();
    assertThat(ask(ann, Map.of("kind", "standard")).says())
        .contains("covers nothing until somebody renews it");
    assertThat(page("/approvals")).contains("It covers nothing until somebody renews it");
  }

  private String page(String path) {
    return viewer.open(path).text();
  }

  private void keepTemplate(String step) {
    ok(
        ann.post(
            "/api/templates",
            "apiVersion: evenkeel/v1\nkind: Template\nname: %s\ntitle: Patching\nsteps:\n  - {key: look, title: %s, offset: 1d}\n"
                .formatted(template, step),
            "Content-Type",
            "application/yaml"));
  }

  private void launch() {
    ok(
        ann.post(
            "/api/upgrades/%d/tasks".formatted(upgrade),
            "{\"template\": \"%s\"}".formatted(template)));
  }

  private Answer give(Map<String, Object> other) {
    Map<String, Object> terms = new HashMap<>();
    terms.put("title", "monthly " + template);
    terms.put("template", template);
    terms.put("runbook", digest());
    terms.put("mostClass", "major");
    terms.put("mostRisk", 25);
    terms.put("until", Instant.now().plus(30, ChronoUnit.DAYS).toString());
    terms.put("why", "routine");
    terms.putAll(other);
    return ben.post("/api/approvals/standing", JSON.writeValueAsString(terms));
  }

  /** Of the text of the runbook that the upgrade has now. */
  private String digest() {
    return ok(ask(ann, Map.of())).json().at("/content/runbook.digest").asString();
  }
}
