package dev.evenkeel.server.comms.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.approval.GoAhead;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Obstacle;
import dev.evenkeel.server.shared.Role;
import dev.evenkeel.server.web.ApiClient.Answer;
import dev.evenkeel.server.web.Browser;
import dev.evenkeel.server.web.Browser.Page;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Advance notice goes out a week before, or somebody answers for it that it does not (C51). */
@Tag("C51")
class AdvanceNoticeTest extends MessageScene {
  @Autowired GoAhead goAhead;

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
    assertThat(plan.html().select("ul.planned .badge:contains(approved)"))
        .as("all but that one, however many are proposed for the channels there are")
        .hasSize(plan.html().select("ul.planned > li").size() - 1)
        .hasSizeGreaterThan(8);
    assertThat(plan.one("ul.blockers").text())
        .isEqualTo(
            "Advance notice cannot be approved, for it is late: send it now and say why, or skip"
                + " it.");
    Answer again = post(upgrade + "/messages/approve", "");
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.says())
        .contains("None of them can be approved", "too late for 'Advance notice'");
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
  void a_start_at_another_time_than_people_were_told_is_said_where_it_is_made_and_refused() {
    String upgrade = upgrade(30);
    addressed(upgrade);
    assertThat(post(upgrade + "/messages/1/send", "").status()).isEqualTo(200);
    Browser operator = Browser.signedIn(beans, Role.OPERATOR);
    Map<String, String> typed =
        Map.of("runbook", RUNBOOK.formatted(own), "upgrade", upgrade.replaceAll("\\D", ""));
    Page looked = operator.press(operator.open("/runs/new").one("#look button"), typed);
    assertThat(looked.one("#checklist").text()).contains("People were told of", ", and it is");
    GoAhead.Question question =
        new GoAhead.Question(
            Optional.of(new UpgradeId(Long.parseLong(upgrade.replaceAll("\\D", "")))),
            Set.of(),
            Set.of(),
            "any",
            "",
            Map.of(),
            Actor.person("otto"),
            Instant.now());
    assertThat(Obstacle.sentences(goAhead.aboutStart(question).overridable()))
        .anySatisfy(no -> assertThat(no).contains("People were told of", "Add an advance notice"));
    assertThat(Obstacle.sentences(goAhead.aboutGoingOn(question).overridable()))
        .noneSatisfy(no -> assertThat(no).contains("People were told of"));
  }

  @Test
  void that_no_notice_was_sent_is_said_where_the_run_is_started() {
    String upgrade = upgrade(30);
    Browser operator = Browser.signedIn(beans, Role.OPERATOR);
    Map<String, String> typed =
        Map.of("runbook", RUNBOOK.formatted(own), "upgrade", upgrade.replaceAll("\\D", ""));
    Page looked = operator.press(operator.open("/runs/new").one("#look button"), typed);
    assertThat(looked.one("#checklist").text())
        .as("before anything is sent")
        .contains("advance notice of upgrade", "it is due at least a week before");
    String run = begun(upgrade);
    try {
      jdbc.sql(
              "update execution_run set status = 'READY', started_at = null, ended_at = null where"
                  + " id = :id")
          .param("id", run)
          .update();
      assertThat(viewer.open("/runs/" + run).one("#outside").text())
          .contains("No advance notice was sent; it is due at least a week before.");
      assertThat(viewer.open(upgrade).text()).contains("No advance notice was sent");
      post(upgrade + "/messages/1/skip", "{\"reason\": \"They asked for it.\"}");
      assertThat(viewer.open("/runs/" + run).text()).doesNotContain("No advance notice");
      looked = operator.press(operator.open("/runs/new").one("#look button"), typed);
      assertThat(looked.one("#checklist").text()).doesNotContain("advance notice");
      assertThat(viewer.open(upgrade).text()).doesNotContain("No advance notice");
    } finally {
      jdbc.sql("update execution_run set upgrade = null where id = :id").param("id", run).update();
    }
  }
}
