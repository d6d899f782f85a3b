package dev.evenkeel.server.comms.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.evenkeel.server.ServerTest;
import dev.evenkeel.server.comms.ChannelBook;
import dev.evenkeel.server.comms.ChannelKind;
import dev.evenkeel.server.comms.ChannelTerms;
import dev.evenkeel.server.comms.ChannelTerms.InDoubt;
import dev.evenkeel.server.comms.ChannelTerms.MailTerms;
import dev.evenkeel.server.comms.ChannelTerms.Security;
import dev.evenkeel.server.comms.Message;
import dev.evenkeel.server.comms.MessageState;
import dev.evenkeel.server.comms.Outbox;
import dev.evenkeel.server.comms.Posted;
import dev.evenkeel.server.comms.RaggedSmtp;
import dev.evenkeel.server.comms.store.ChannelStore;
import dev.evenkeel.server.comms.store.LaneStore;
import dev.evenkeel.server.shared.Actor;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What can wait is told together; what cannot, at once. */
@ServerTest
class DigestsTest {
  private static final Actor ANN = Actor.person("ann");

  @Autowired Outbox outbox;
  @Autowired ChannelBook channels;
  @Autowired ChannelStore store;
  @Autowired LaneStore lanes;
  @Autowired TransactionTemplate transaction;
  @Autowired Clock clock;

  private final RaggedSmtp server = new RaggedSmtp(new Random(1));
  private final String name = "quiet-" + UUID.randomUUID().toString().substring(0, 8);
  private final String about = "/upgrades/" + name;

  @BeforeEach
  void open() {
    channels.add(terms(), ANN);
  }

  @AfterEach
  void close() {
    outbox.of(about).stream()
        .filter(one -> one.state() == MessageState.HELD)
        .forEach(one -> outbox.withdraw(one.id(), one.version(), ANN));
    server.close();
  }

  @Test
  void what_can_wait_is_held_and_told_in_one_message_and_what_cannot_goes_at_once() {
    long first = post("Kick-off of the shop", true);
    long second = post("A window for the wiki", true);
    long alert = post("It goes back", false);

    until(alert, MessageState.SENT);
    assertThat(server.mails()).hasSize(1);
    assertThat(outbox.get(first).state()).isEqualTo(MessageState.HELD);
    assertThat(outbox.get(second).dueAt()).isEqualTo(outbox.get(first).dueAt());

    assertThat(after(Duration.ofMinutes(239)).tellOne()).isFalse();
    assertThat(after(Duration.ofMinutes(241)).tellOne()).isTrue();
    assertThat(after(Duration.ofMinutes(241)).tellOne()).isFalse();

    until(first, MessageState.SENT);
    until(second, MessageState.SENT);
    assertThat(server.mails()).hasSize(2);
    assertThat(server.mails().getLast().header("Subject")).isEqualTo("2 messages together");
    assertThat(server.mails().getLast().text())
        .contains("Kick-off of the shop", "A window for the wiki")
        .doesNotContain("It goes back");
    assertThat(outbox.get(first).digest()).isPresent().isEqualTo(outbox.get(second).digest());
    assertThat(outbox.get(first).says())
        .isEqualTo("Told in the digest, message %d.".formatted(outbox.get(first).digest().get()));
  }

  @Test
  void whoever_dies_while_the_digest_is_written_has_told_nothing_and_lost_nothing() {
    long held = post("Kick-off", true);

    assertThatThrownBy(() ->
            transaction.executeWithoutResult(_ -> {
              assertThat(after(Duration.ofHours(5)).tellOne()).isTrue();
              throw new IllegalStateException("killed");
            }))
        .hasMessage("killed");

    assertThat(outbox.get(held).state()).isEqualTo(MessageState.HELD);
    assertThat(outbox.get(held).digest()).isEmpty();
    assertThat(after(Duration.ofHours(5)).tellOne()).isTrue();
    until(held, MessageState.SENT);
    assertThat(server.mails()).hasSize(1);
  }

  @Test
  void what_is_withdrawn_while_it_is_held_is_not_told() {
    long held = post("Kick-off", true);
    Posted posted = outbox.get(held);
    outbox.withdraw(held, posted.version(), ANN);

    assertThat(after(Duration.ofHours(5)).tellOne()).isFalse();
    assertThat(outbox.get(held).state()).isEqualTo(MessageState.WITHDRAWN);
  }

  /** As it works so much later. */
  private Digests after(Duration later) {
    return new Digests(lanes, store, outbox, transaction, Clock.offset(clock, later));
  }

  private long post(String subject, boolean canWait) {
    return transaction
        .execute(_ ->
            outbox.post(
                List.of(
                    Message.toChannel(name + "/" + subject, name, subject, "Text", about, "en", ANN)
                        .ifItCanWait(canWait))))
        .getFirst();
  }

  private void until(long id, MessageState wanted) {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (outbox.get(id).state() != wanted) {
      if (System.nanoTime() > end) {
        throw new AssertionError("still: " + outbox.get(id));
      }
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private ChannelTerms terms() {
    return new ChannelTerms(
        name,
        ChannelKind.SMTP,
        "ops@example.org",
        Optional.empty(),
        Optional.of(
            new MailTerms(
                "127.0.0.1",
                server.port(),
                Security.NONE,
                Optional.empty(),
                "evenkeel@example.org")),
        "en",
        "operations",
        true,
        false,
        InDoubt.HOLD);
  }
}
