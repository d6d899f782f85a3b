package dev.evenkeel.server.comms.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.evenkeel.server.execution.RunReport;
import dev.evenkeel.server.shared.Refused;
import dev.evenkeel.server.web.ApiClient.Answer;
import dev.evenkeel.server.web.Browser.Page;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is told when a run begins, pauses and ends: once, by hand or by itself (C50). */
@Tag("C50")
class MessagesOfRunsTest extends MessageScene {
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
              "update execution_run set status = 'READY', started_at = null, ended_at = null,"
                  + " upgrade = null where id = :id")
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
}
