package dev.evenkeel.server.comms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.evenkeel.server.ServerTest;
import dev.evenkeel.server.audit.AuditQuery;
import dev.evenkeel.server.audit.AuditTrail;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Refused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/** What is posted is there together with what it tells of, once. */
@ServerTest
class OutboxTest {
  private static final Actor ANN = Actor.person("ann");

  @Autowired Outbox outbox;
  @Autowired TransactionTemplate transaction;
  @Autowired AuditTrail trail;
  @Autowired JdbcClient jdbc;

  private final String key = "test/" + UUID.randomUUID();
  private final String about = "/upgrades/" + key;

  @Test
  void a_key_is_posted_once() {
    assertThat(post(toNobody())).hasSize(1);
    assertThat(post(toNobody())).isEmpty();
    assertThat(outbox.of(about)).hasSize(1);
  }

  @Test
  void a_transaction_that_fails_has_told_nothing() {
    assertThatThrownBy(() ->
            transaction.executeWithoutResult(status -> {
              outbox.post(List.of(toNobody()));
              throw new IllegalStateException("it was not to be");
            }))
        .hasMessageContaining("not to be");
    assertThat(outbox.of(about)).isEmpty();
  }

  @Test
  void nothing_is_posted_outside_of_a_transaction() {
    assertThatThrownBy(() -> outbox.post(List.of(toNobody())))
        .isInstanceOf(IllegalTransactionStateException.class);
  }

  @Test
  void what_no_channel_can_take_stands_as_failed_and_says_why() {
    post(toNobody());
    var posted = outbox.of(about).getFirst();
    assertThat(posted.state()).isEqualTo(MessageState.FAILED);
    assertThat(posted.says()).contains("no channel 'nobody'").contains("Settings, Channels");
    assertThatThrownBy(() -> outbox.retry(posted.id(), posted.version(), ANN))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("no channel 'nobody'");
  }

  @Test
  void what_is_withdrawn_stays_so() {
    post(toNobody());
    var posted = outbox.of(about).getFirst();
    assertThatThrownBy(() -> outbox.withdraw(posted.id(), posted.version() + 1, ANN))
        .hasMessageContaining("has changed since you looked");
    outbox.withdraw(posted.id(), posted.version(), ANN);
    var withdrawn = outbox.get(posted.id());
    assertThat(withdrawn.state()).isEqualTo(MessageState.WITHDRAWN);
    assertThat(withdrawn.says()).isEqualTo("Withdrawn by ann.");
    assertThatThrownBy(() -> outbox.withdraw(posted.id(), withdrawn.version(), ANN))
        .hasMessageContaining("is withdrawn; only what waits or failed");
    assertThatThrownBy(() -> outbox.retry(posted.id(), withdrawn.version(), ANN))
        .hasMessageContaining("only what failed is sent again");
  }

  @Test
  void what_lies_below_a_path_is_told_with_it_and_nothing_beside_it() {
    post(Message.toChannel(key + "a", "nobody", "s", "t", about + "/risks", "en", ANN));
    post(Message.toChannel(key + "b", "nobody", "s", "t", about + "1", "en", ANN));
    assertThat(outbox.of(about)).extracting(p -> p.message().key()).containsExactly(key + "a");
  }

  @Test
  void a_key_never_holds_an_address_and_is_still_posted_once() {
    post(toOtto());
    assertThat(post(toOtto())).isEmpty();
    assertThat(outbox.of(about).getFirst().message().key())
        .startsWith("rule/733/" + key + "/")
        .doesNotContain("otto", "@");
    assertThat(trail.find(AuditQuery.about(about), 10))
        .isNotEmpty()
        .asString()
        .doesNotContain("otto");
  }

  @Test
  void what_was_posted_under_an_old_key_is_not_told_again() throws IOException {
    post(toOtto());
    jdbc.sql("update comms_message set key = :old where about = :about")
        .param("old", "rule/733/" + key + "/otto@harbour.example")
        .param("about", about)
        .update();
    try (var migration =
        Objects.requireNonNull(
            OutboxTest.class.getResourceAsStream(
                "/db/migration/V105__comms_keys_without_addresses.sql"))) {
      jdbc.sql(new String(migration.readAllBytes(), StandardCharsets.UTF_8)).update();
    }
    assertThat(post(toOtto())).isEmpty();
    assertThat(outbox.of(about)).hasSize(1);
  }

  private Message toOtto() {
    return Message.toPerson(
        "rule/733/" + key + "/otto@harbour.example",
        "otto@harbour.example",
        "s",
        "t",
        about,
        "en",
        ANN);
  }

  private List<Long> post(Message message) {
    return transaction.execute(status -> outbox.post(List.of(message)));
  }

  private Message toNobody() {
    return Message.toChannel(key, "nobody", "Subject", "Text", about, "en", ANN);
  }
}
