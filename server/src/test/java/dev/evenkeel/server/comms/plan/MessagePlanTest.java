package dev.evenkeel.server.comms.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.comms.draft.Language;
import dev.evenkeel.server.comms.draft.Spoken;
import dev.evenkeel.server.web.ApiClient.Answer;
import dev.evenkeel.server.web.Browser.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The plan of messages of an upgrade, from its proposal to what was given out (C50). */
@Tag("C50")
class MessagePlanTest extends MessageScene {
  @Test
  void a_plan_is_proposed_edited_approved_and_given_to_everybody() {
    String upgrade = upgrade(30);
    Page page = viewer.open(upgrade + "/messages");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.html().select("ul.planned > li")).hasSizeBetween(10, 12);
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
    assertThat(gate(upgrade)).contains("no", "are neither approved nor skipped.");
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
            assertThat(one.message().text())
                .as("users are told days, and neither names nor what others hear")
                .contains(
                    "- Advance notice: " + Spoken.day(today.plusDays(22), Language.EN) + "\n",
                    "- It begins: when it has begun",
                    "at least every 30 minutes")
                .doesNotContain("Sam", "Cleo", "cleo", channel, "It waits", "review"));

    // Another time is another plan: people have to be told of it.
    put(
        upgrade + "/messages/1",
        "{\"occasion\": \"advance-notice\", \"basis\": \"window-start\", \"offset\": \"-10 d\", \"channel\": \"%s\"}"
            .formatted(channel));
    post(upgrade + "/messages/1/approve", "");
    assertThat(gate(upgrade)).contains("no", "another one than", "Give it out again.");
    post(upgrade + "/messages/1/send", "");
    post(upgrade + "/messages/give", "");
    assertThat(posted(upgrade).getFirst().message().text())
        .as("of what was sent the day it was sent, not the day it was planned for")
        .contains("- Advance notice: sent on ");
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
}
