package dev.evenkeel.server.execution.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Role;
import dev.evenkeel.server.web.ApiClient;
import dev.evenkeel.server.web.ApiClient.Answer;
import dev.evenkeel.server.web.Browser;
import dev.evenkeel.server.web.Browser.Page;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A production run begins when others agreed to exactly it, and its checklist holds. */
@Tag("C45")
@Tag("C46")
class ApprovedRunsTest extends ApprovalScene {
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
    assertThat(start(dan, run, true).says()).contains("Way back: Hope, approved was Restore.");
    assertThat(viewer.open("/upgrades/%d/approval".formatted(upgrade)).text())
        .contains("void: it changed", "voids it", "does no harm");
    String facts = stage();
    assertThat(facts)
        .as("when, what and who")
        .contains("approval-lapsed", "Way back: Hope, approved was Restore.")
        .containsPattern("approval-lapsed\",\"at\":\"[^\"]+\",\"by\":\"test-");
    change("\"title\": \"Another name\", \"wayBack\": \"Restore.\"");
    assertThat(stage()).contains("approval-holds-again");
    assertThat(scene.api.get("/api/audit?subject=/upgrades/%d/approval".formatted(upgrade)).text())
        .contains("approval lapsed", "approval holds again");
  }

  @Test
  void no_team_is_asked_that_is_not_there_and_the_teams_there_are_are_named() {
    take(dan, "18.0");
    scene.apply("{apiVersion: evenkeel/v1, kind: Team, name: OWN-cab}");
    Answer refused = ask(ann, Map.of("quorum", "3 of team:nobody, 1 of anyone"));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.says())
        .contains(
            "'3 of team:nobody' asks team:nobody", "no such team in the estate", "Teams are ");
    ok(ask(ann, Map.of("quorum", "2 of team:%s-cab".formatted(scene.own))));
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
  void why_it_does_not_start_stands_together_by_who_clears_it_on_the_page_of_the_run() {
    String run = take(dan, "18.0");
    Browser boss = Browser.signedIn(beans, Role.ADMIN);
    Element start = boss.open("/runs/" + run).one(".row.commands form[action$=/start] button");
    List<String> titles =
        List.of(
            "Approval of upgrade %d".formatted(upgrade),
            "Go-live checklist of upgrade %d".formatted(upgrade));
    Page inPlace = boss.pressInPlace(start, Map.of());
    assertThat(inPlace.html().select(".notice .obstacles h3 a").eachText())
        .containsExactlyElementsOf(titles);
    assertThat(inPlace.html().select(".obstacles:contains(checklist) li").eachText())
        .isNotEmpty()
        .allMatch(one -> one.matches("'.+' is no\\."));
    Page alone = boss.press(start, Map.of());
    assertThat(alone.status()).isEqualTo(409);
    assertThat(alone.html().select("#page .obstacles h3 a").eachText())
        .containsExactlyElementsOf(titles);
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
}
