package dev.evenkeel.server.execution.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.approval.EndingKeeper;
import dev.evenkeel.server.comms.Outbox;
import dev.evenkeel.server.comms.Posted;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Role;
import dev.evenkeel.server.web.ApiClient;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who is told of an approval by e-mail, when, and in which language. */
@Tag("C45")
class ApprovalMailsTest extends ApprovalScene {
  private String asks = "";
  private String decides = "";

  @BeforeEach
  void people_with_addresses() {
    asks = signedInAsAdmin();
    decides = signedInAsAdmin();
    for (String name : List.of(asks, decides)) {
      scene.apply(
          "{apiVersion: evenkeel/v1, kind: Person, name: %1$s, title: %1$s, email: %1$s@example.org}"
              .formatted(name));
    }
    take(dan, "18.0");
  }

  private ApiClient as(String name) {
    return ApiClient.of(beans, List.of(Role.ADMIN), Actor.person(name));
  }

  /** What somebody was told, subject and text, the first first. */
  private List<String> toldTo(String name) {
    return beans.getBean(Outbox.class).of("/upgrades/%d/approval".formatted(upgrade)).stream()
        .map(Posted::message)
        .filter(one -> one.to().filter(to -> to.equals(name + "@example.org")).isPresent())
        .map(one -> one.subject() + "\n" + one.text())
        .toList()
        .reversed();
  }

  @Test
  void who_asked_and_who_agreed_are_told_once_that_it_became_something_else() {
    ok(ask(as(asks), Map.of("quorum", "1 of " + decides + ", 1 of anyone")));
    ok(decide(as(decides), "approve"));
    ok(decide(ben, "approve"));
    change("\"title\": \"Shop\", \"wayBack\": \"Hope.\"");
    change("\"title\": \"Shop again\", \"wayBack\": \"Hope.\"");
    for (String name : List.of(asks, decides)) {
      assertThat(toldTo(name))
          .filteredOn(text -> text.startsWith("No longer approved: upgrade " + upgrade))
          .as("%s, who asked or agreed", name)
          .singleElement()
          .asString()
          .contains(
              "- Way back: Hope, asked for was Restore",
              "Changed by test-",
              "or ask for its approval again: ");
    }
  }

  /** What of this upgrade's approval waits for somebody. */
  private List<String> waitsFor(String name) {
    return as(name)
        .get("/api/waiting")
        .json()
        .valueStream()
        .filter(
            one -> one.path("path").asString().equals("/upgrades/%d/approval".formatted(upgrade)))
        .map(one -> one.path("kind").asString())
        .toList();
  }

  @Test
  void it_waits_for_who_may_agree_and_then_for_who_asked_when_it_became_something_else() {
    ok(ask(as(asks), Map.of("quorum", "1 of " + decides + ", 1 of anyone")));
    assertThat(waitsFor(decides)).containsExactly("approval");
    assertThat(waitsFor(asks)).as("who asked may not agree").isEmpty();
    ok(decide(as(decides), "approve"));
    assertThat(waitsFor(decides)).as("she has decided").isEmpty();
    ok(decide(ben, "approve"));
    assertThat(waitsFor(asks)).isEmpty();
    change("\"title\": \"Shop\", \"wayBack\": \"Hope.\"");
    assertThat(waitsFor(asks)).containsExactly("ask-again");
    assertThat(waitsFor(decides)).isEmpty();
  }

  @Test
  void everybody_is_written_to_in_their_language() {
    ok(as(decides).put("/api/tasks/reminders", "{\"language\": \"DE\"}", "If-Match", "\"0\""));
    scene.apply("{apiVersion: evenkeel/v1, kind: Team, name: OWN-cab}");
    ok(
        ask(
            as(asks),
            Map.of(
                "quorum",
                "2 of team:%s-cab, 1 of role:security-lead, 2 of anyone".formatted(scene.own))));
    assertThat(toldTo(decides))
        .singleElement()
        .asString()
        .contains(
            "Ihre Zustimmung wird erbeten",
            "Es fehlt noch: 2 vom Team %s-cab, 1 mit der Rolle security lead, 2 von allen, die zustimmen dürfen."
                .formatted(scene.own));
    change("\"title\": \"Shop\", \"wayBack\": \"Hope.\"");
    assertThat(toldTo(asks))
        .last()
        .asString()
        .contains("Changed since agreement was asked for", "Way back: Hope,");
  }

  @Test
  void a_day_before_an_approval_ends_who_asked_is_told_once() {
    Instant end = Instant.now().plus(20, ChronoUnit.HOURS);
    ok(ask(as(asks), Map.of("until", end.toString())));
    ok(decide(as(decides), "approve"));
    ok(decide(ben, "approve"));
    EndingKeeper keeper = beans.getBean(EndingKeeper.class);
    keeper.sweep();
    assertThat(toldTo(asks)).as("it was asked for within that day").noneMatch(this::isEnd);

    askedDaysAgo();
    keeper.sweep();
    keeper.sweep();
    assertThat(toldTo(asks)).filteredOn(this::isEnd).hasSize(1);
    assertThat(toldTo(decides)).noneMatch(this::isEnd);
  }

  private boolean isEnd(String text) {
    return text.startsWith("Its approval ends soon: upgrade " + upgrade);
  }

  /** Rows are only added but for this. */
  private void askedDaysAgo() {
    JdbcClient jdbc = beans.getBean(JdbcClient.class);
    jdbc.sql("alter table approval_request disable trigger approval_request_append_only").update();
    try {
      jdbc.sql(
              "update approval_request set at = now() - interval '3 days' where upgrade = :upgrade")
          .param("upgrade", upgrade)
          .update();
    } finally {
      jdbc.sql("alter table approval_request enable trigger approval_request_append_only").update();
    }
  }
}
