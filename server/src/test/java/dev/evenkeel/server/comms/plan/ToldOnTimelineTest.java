package dev.evenkeel.server.comms.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.ServerTest;
import dev.evenkeel.server.shared.Role;
import dev.evenkeel.server.web.ApiClient;
import dev.evenkeel.server.web.ApiClient.Answer;
import dev.evenkeel.server.web.Browser;
import dev.evenkeel.server.web.Browser.Page;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was told of an upgrade, by whatever way, stands on its timeline. */
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("C04")
class ToldOnTimelineTest {
  @Autowired ListableBeanFactory beans;
  @Autowired JdbcClient jdbc;
  private Browser viewer;
  private ApiClient api;
  private final String own = "t" + UUID.randomUUID().toString().substring(0, 8);
  private long id;

  @BeforeAll
  void open() {
    viewer = Browser.signedIn(beans, Role.VIEWER);
    api = ApiClient.of(beans, Role.ADMIN);
    api.post(
        "/api/estate/apply",
        "{apiVersion: evenkeel/v1, kind: System, name: %s, title: The shop, version: '10.1'}"
            .formatted(own));
    id =
        api.post(
                "/api/upgrades",
                "{\"systems\": [\"%s\"], \"to\": \"11.0\", \"owner\": \"ann\"}".formatted(own))
            .json()
            .path("id")
            .asLong();
    jdbc.sql(
            """
            insert into comms_channel (name, kind, address, secret, language, audience, changed_at, changed_by)
            values (:name, 'WEBHOOK', 'http://127.0.0.1:9/', null, 'en', 'users', now(), 'test')
            """)
        .param("name", own)
        .update();
  }

  private void tell(String key, String subject, String below) {
    Answer told =
        api.post(
            "/api/messages",
            "{\"messages\": [{\"key\": \"%s\", \"channel\": \"%s\", \"subject\": \"%s\", \"text\": \"x\", \"about\": \"/upgrades/%d%s\"}]}"
                .formatted(key, own, subject, id, below));
    assertThat(told.status()).as(told.text()).isEqualTo(200);
  }

  @Test
  void messages_besides_the_plan_letters_of_the_kick_off_words_and_automations_stand_there() {
    tell(own + "/besides", "The car park is closed", "");
    tell("kick-off/%d/ann/1".formatted(id), "Kick-off on Monday", "/people");
    tell("kick-off/%d/bob/1".formatted(id), "Kick-off on Monday", "/people");
    jdbc.sql(
            """
            insert into comms_beat (key, run, upgrade, kind, at, actor, says)
            values (:key, :key, :id, 'PERSON', now() - interval '1 day', 'cleo', 'Still at it, no issues.')
            """)
        .param("key", own)
        .param("id", id)
        .update();
    jdbc.sql(
            """
            insert into comms_firing (rule, seq, rule_name, happened, what, subject, upgrade, at, outcome, says, messages)
            values (0, :id, 'Window is set', now(), 'x', '/upgrades/1', :id, now(), 'DONE', 'Told users.', '{}')
            """)
        .param("id", id)
        .update();

    Page all = viewer.open("/upgrades/" + id);
    assertThat(all.one("#timeline").text())
        .contains(
            "'The car park is closed' was told to %s outside of the plan".formatted(own),
            "'Kick-off on Monday' was written to 2 members of the team",
            "Said while it ran: Still at it, no issues.",
            "'Window is set', done: Told users.");
    assertThat(all.html().select("#timeline h3.day")).hasSizeGreaterThanOrEqualTo(2);

    Page messages = viewer.open(all.one("#timeline .kinds a[href*=kind=message]").attr("href"));
    assertThat(messages.html().select("ul.timeline .kind").eachText())
        .isNotEmpty()
        .containsOnly("message");
    assertThat(messages.one("#timeline .kinds a[aria-current]").text()).isEqualTo("Messages 3");
    assertThat(messages.one("#timeline").text())
        .contains("car park")
        .doesNotContain("Told users.", "It was written down.");
    assertThat(viewer.open("/upgrades/%d?kind=nonsense".formatted(id)).one("#timeline").text())
        .contains("It was written down.");
  }
}
