package dev.evenkeel.server.comms.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.ServerTest;
import dev.evenkeel.server.comms.Message;
import dev.evenkeel.server.comms.Outbox;
import dev.evenkeel.server.comms.RaggedSmtp;
import dev.evenkeel.server.secrets.Vault;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Role;
import dev.evenkeel.server.web.ApiClient;
import dev.evenkeel.server.web.ApiClient.Answer;
import dev.evenkeel.server.web.Browser;
import dev.evenkeel.server.web.Browser.Page;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Channels are kept, tried and used, and everybody sees what became of messages. */
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MessagePagesTest {
  @Autowired ListableBeanFactory beans;
  @Autowired Outbox outbox;
  @Autowired Vault vault;
  @Autowired TransactionTemplate transaction;

  private final RaggedSmtp server = new RaggedSmtp(new Random(7));
  private final String own = "m" + UUID.randomUUID().toString().substring(0, 8);
  private Browser admin;
  private Browser communicator;
  private Browser viewer;
  private ApiClient api;
  private ApiClient telling;

  @BeforeAll
  void open() {
    admin = Browser.signedIn(beans, Role.ADMIN);
    communicator = Browser.signedIn(beans, Role.COMMUNICATOR);
    viewer = Browser.signedIn(beans, Role.VIEWER);
    api = ApiClient.of(beans, Role.ADMIN);
    telling = ApiClient.of(beans, Role.COMMUNICATOR);
  }

  @AfterAll
  void close() {
    server.close();
  }

  @Test
  void a_channel_is_made_tried_and_changed_on_its_page() {
    String name = own + "-page";
    Page blank = admin.open("/settings/channels/new?kind=smtp");
    Page wrong =
        admin.press(
            blank.one("form.edit button.primary"),
            Map.of("name", name, "address", "nobody", "host", "127.0.0.1"));
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.html().text()).contains("'nobody' is no e-mail address", "Say who it is from");
    assertThat(wrong.one("input[name=name]").val()).isEqualTo(name);

    Page made =
        admin.press(
            wrong.one("form.edit button.primary"),
            Map.of(
                "address", "ops@example.org",
                "language", "de",
                "sender", "Evenkeel <evenkeel@example.org>",
                "port", Integer.toString(server.port()),
                "security", "none"));
    assertThat(made.leadsTo()).endsWith("/settings/channels/" + name);

    Page tried =
        admin.press(
            admin.open("/settings/channels/" + name).one("form[action$=/test] button"), Map.of());
    assertThat(tried.text()).contains("The test message was taken");
    assertThat(server.mails())
        .anySatisfy(mail -> assertThat(mail.text()).contains(name, "Es ist nichts zu tun"));

    Page stale = admin.open("/settings/channels/" + name);
    admin.press(stale.one("form.edit button.primary"), Map.of("audience", "engineers"));
    Page refused =
        admin.press(stale.one("form.edit button.primary"), Map.of("audience", "everybody"));
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text()).contains("has changed since you opened it");
    assertThat(viewer.open("/settings/channels").text()).contains(name, "engineers");
    assertThat(viewer.open("/settings/channels/" + name).status()).isEqualTo(403);
  }

  @Test
  void a_test_that_does_not_get_there_says_why_at_once() {
    String name = own + "-slack";
    vault.put(name, "http://127.0.0.1:1/S3CR3T", Actor.person("ann"));
    assertThat(
            api.post(
                    "/api/channels",
                    "{\"name\": \"%s\", \"kind\": \"slack\", \"secret\": \"%s\"}"
                        .formatted(name, name))
                .status())
        .isEqualTo(201);

    Answer tried = api.post("/api/channels/%s/test".formatted(name), "");

    assertThat(tried.json().path("taken").asBoolean()).isFalse();
    assertThat(tried.text()).contains("127.0.0.1 cannot be reached").doesNotContain("S3CR3T");
    assertThat(api.get("/api/channels/" + name).text()).doesNotContain("S3CR3T");
  }

  @Test
  void the_trail_that_everybody_reads_holds_no_addresses_of_a_channel() {
    String mail = own + "-trail";
    api.post(
        "/api/channels",
        "{\"name\": \"%s\", \"kind\": \"smtp\", \"host\": \"127.0.0.1\", \"port\": 25, \"security\": \"none\", \"sender\": \"a@example.org\", \"address\": \"ann.secret@example.org, bob.secret@example.com\"}"
            .formatted(mail));
    api.post(
        "/api/channels",
        "{\"name\": \"%s-hook\", \"kind\": \"webhook\", \"address\": \"https://hooks.example.org/S3CR3T/x\"}"
            .formatted(mail));
    assertThat(viewer.open("/audit?subject=/channels/" + mail).text())
        .contains("•••@example.org, •••@example.com")
        .doesNotContain("ann.secret");
    assertThat(viewer.open("/audit?subject=/channels/%s-hook".formatted(mail)).text())
        .contains("https://hooks.example.org/…")
        .doesNotContain("S3CR3T");
    assertThat(viewer.open("/settings/channels").text())
        .contains("•••@example.org, •••@example.com", "https://hooks.example.org/…")
        .doesNotContain("ann.secret", "S3CR3T");
    assertThat(communicator.open("/settings/channels").text()).contains("ann.secret@example.org");
    for (String name : List.of(mail, mail + "-hook")) {
      String tag = api.get("/api/channels/" + name).header("ETag");
      assertThat(api.delete("/api/channels/" + name, "If-Match", tag).status()).isEqualTo(204);
    }
  }

  @Test
  void a_chat_without_its_secret_is_not_made_and_nobody_is_asked_to_type_it_in_clear() {
    Answer answer =
        api.post(
            "/api/channels",
            "{\"name\": \"%s-x\", \"kind\": \"teams\", \"address\": \"https://teams.example.org/S3CR3T\"}"
                .formatted(own));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.says()).contains("Leave it empty", "keep it as a secret");
  }

  @Test
  void a_message_to_a_channel_that_waits_keeps_the_channel_from_being_removed() {
    String name = channel("busy", 1); // nobody listens at port 1
    telling.post(
        "/api/messages",
        "{\"messages\": [{\"key\": \"%s\", \"channel\": \"%s\", \"subject\": \"It begins\", \"text\": \"Now.\", \"about\": \"/upgrades/%s\"}]}"
            .formatted(name, name, name));
    until(() -> first(name).path("says").asString().contains("cannot be reached"));
    var waiting = first(name);
    assertThat(waiting.path("state").asString()).isEqualTo("waiting");
    assertThat(waiting.path("says").asString()).contains("cannot be reached");
    String etag = api.get("/api/channels/" + name).header("ETag");
    assertThat(api.delete("/api/channels/" + name, "If-Match", etag).says())
        .contains("messages that wait");

    Page page = communicator.open("/messages/" + waiting.path("id").asLong());
    assertThat(page.text()).contains("Tried next", "Now.", "cannot be reached");
    communicator.press(page.one("form[action$=/withdraw] button"), Map.of());
    assertThat(first(name).path("state").asString()).isEqualTo("withdrawn");
    assertThat(api.delete("/api/channels/" + name, "If-Match", etag).status()).isEqualTo(204);
    assertThat(viewer.open("/messages?about=/upgrades/" + name).text()).contains("It begins");
  }

  @Test
  void what_failed_is_said_to_who_tells_people_and_sent_again() {
    String channel = channel("again", server.port());
    server.knowsNot("gone@example.org");
    String key = own + "/person";
    long id = toPerson(key, "gone@example.org");
    until(() -> outbox.get(id).state().word().equals("failed"));

    assertThat(communicator.open("/messages/" + id).text())
        .contains("gone@example.org", "550 no such user", "For your eyes");
    Page others = viewer.open("/messages/" + id);
    assertThat(others.text()).as("keys are for those who may write messages").doesNotContain(key);
    assertThat(others.text())
        .contains("•••@example.org")
        .doesNotContain("gone@example.org", "For your eyes");
    assertThat(others.html().select("form[action$=/retry]")).isEmpty();
    until(
        () -> communicator.open("/messages").text().contains("not delivered. Look under Messages"));
    assertThat(viewer.open("/messages").text())
        .as("who can do nothing about it")
        .doesNotContain("not delivered. Look under Messages");
    assertThat(api.get("/metrics").text()).contains("evenkeel_messages_failed");

    server.knowsNot();
    communicator.press(
        communicator.open("/messages/" + id).one("form[action$=/retry] button"), Map.of());
    until(() -> outbox.get(id).state().word().equals("sent"));
    assertThat(outbox.get(id).channelName()).isEqualTo(channel);
    assertThat(server.mails())
        .anySatisfy(mail -> assertThat(mail.to()).containsExactly("gone@example.org"));
  }

  @Test
  void a_state_that_is_none_is_refused_with_those_there_are() {
    assertThat(api.get("/api/messages?state=lost").says()).contains("'lost'", "failed, withdrawn");
  }

  private long toPerson(String key, String address) {
    List<Long> ids =
        transaction.execute(status ->
            outbox.post(
                List.of(
                    Message.toPerson(
                        key,
                        address,
                        "You are invited",
                        "For your eyes",
                        "/upgrades/" + own,
                        "en",
                        Actor.person("ann")))));
    return ids.getFirst();
  }

  private String channel(String suffix, int port) {
    String name = own + "-" + suffix;
    Answer made =
        api.post(
            "/api/channels",
            "{\"name\": \"%s\", \"kind\": \"smtp\", \"address\": \"ops@example.org\", \"host\": \"127.0.0.1\", \"port\": %d, \"security\": \"none\", \"sender\": \"evenkeel@example.org\", \"forPeople\": %s}"
                .formatted(name, port, suffix.equals("again")));
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    return name;
  }

  private tools.jackson.databind.JsonNode first(String name) {
    return api.get("/api/messages?about=/upgrades/" + name).json().path("messages").path(0);
  }

  private static void until(BooleanSupplier done) {
    for (int i = 0; i < 300; i++) {
      if (done.getAsBoolean()) {
        return;
      }
      try {
        Thread.sleep(100);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    throw new AssertionError("not in 30 s");
  }
}
