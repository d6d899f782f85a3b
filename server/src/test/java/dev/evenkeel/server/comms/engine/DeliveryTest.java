package dev.evenkeel.server.comms.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.ServerTest;
import dev.evenkeel.server.comms.ChannelBook;
import dev.evenkeel.server.comms.ChannelKind;
import dev.evenkeel.server.comms.ChannelTerms;
import dev.evenkeel.server.comms.ChannelTerms.InDoubt;
import dev.evenkeel.server.comms.ChannelTerms.MailTerms;
import dev.evenkeel.server.comms.ChannelTerms.Security;
import dev.evenkeel.server.comms.Delivery;
import dev.evenkeel.server.comms.Message;
import dev.evenkeel.server.comms.MessageState;
import dev.evenkeel.server.comms.Outbox;
import dev.evenkeel.server.comms.Posted;
import dev.evenkeel.server.comms.RaggedSmtp;
import dev.evenkeel.server.comms.RaggedSmtp.Fault;
import dev.evenkeel.server.comms.store.LaneStore;
import dev.evenkeel.server.shared.Actor;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** The outbox through a real mail server that fails half of the time. */
@ServerTest
@TestPropertySource(
    properties = {
      "evenkeel.messages.first-retry=PT0.05S",
      "evenkeel.messages.longest-pause=PT0.4S"
    })
class DeliveryTest {
  private static final Actor ANN = Actor.person("ann");
  private static final int MESSAGES = 300;
  private static final long SEED = 20261122;

  @Autowired Outbox outbox;
  @Autowired ChannelBook channels;
  @Autowired LaneStore lanes;
  @Autowired Deliverer deliverer;
  @Autowired TransactionTemplate transaction;
  @Autowired Clock clock;

  private final RaggedSmtp server = new RaggedSmtp(new Random(SEED));
  private final String name = "mail-" + UUID.randomUUID().toString().substring(0, 8);
  private final String about = "/upgrades/" + name;

  @BeforeEach
  void open() {
    channels.add(terms(InDoubt.HOLD), ANN);
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void half_of_all_conversations_fail_and_each_message_is_delivered_once_or_visibly_not() {
    server.failing(50, Fault.values());
    post(MESSAGES);

    List<Posted> all = settled();

    Map<String, Integer> copies = copies();
    assertThat(copies.values()).as("seed %d: nobody reads anything twice", SEED).containsOnly(1);
    assertThat(all).hasSize(MESSAGES);
    for (Posted one : all) {
      boolean arrived = copies.containsKey("<%s@example.org>".formatted(one.wire()));
      if (one.state() == MessageState.SENT) {
        assertThat(arrived).as("message %d is said to be sent", one.id()).isTrue();
      } else {
        assertThat(one.state()).isEqualTo(MessageState.FAILED);
        assertThat(one.says()).contains("Ask whether it came; if not, send it again.");
      }
    }
    assertThat(all).filteredOn(one -> one.state() == MessageState.SENT).hasSizeGreaterThan(200);
    assertThat(all.stream().mapToInt(Posted::tries).sum()).isGreaterThan(MESSAGES * 5 / 4);
  }

  @Test
  void every_attempt_is_kept_with_what_became_of_it() {
    server.failing(100, Fault.BUSY_AT_MAIL);
    post(1);
    until(one -> one.tries() >= 2);
    server.failing(0);

    Posted sent = settled().getFirst();

    assertThat(sent.state()).isEqualTo(MessageState.SENT);
    List<Delivery> attempts = outbox.deliveries(sent.id());
    assertThat(attempts).hasSize(sent.tries());
    assertThat(attempts.getFirst().outcome()).contains(Delivery.Outcome.LATER);
    assertThat(attempts.getFirst().says()).contains("451 busy");
    assertThat(attempts.getFirst().handedOverAt()).isEmpty();
    assertThat(attempts.getLast().outcome()).contains(Delivery.Outcome.TAKEN);
    assertThat(attempts.getLast().handedOverAt()).isPresent();
  }

  @Test
  void a_server_that_died_before_anything_was_handed_over_lost_nothing() {
    leftBy(false);

    Posted sent = settled().getFirst();

    assertThat(sent.state()).isEqualTo(MessageState.SENT);
    assertThat(copies().values()).containsExactly(1);
    assertThat(outbox.deliveries(sent.id()).getFirst().outcome())
        .contains(Delivery.Outcome.CUT_SHORT);
  }

  @Test
  void a_server_that_died_while_handing_over_leaves_it_to_a_person() {
    leftBy(true);

    Posted held = settled().getFirst();

    assertThat(held.state()).isEqualTo(MessageState.FAILED);
    assertThat(held.says()).contains("may have arrived", "send it again");
    assertThat(server.mails()).isEmpty();

    outbox.retry(held.id(), held.version(), ANN);
    assertThat(settled().getFirst().state()).isEqualTo(MessageState.SENT);
    assertThat(copies()).containsOnlyKeys("<%s@example.org>".formatted(held.wire()));
  }

  @Test
  void a_channel_that_says_so_sends_again_what_is_in_doubt_under_the_same_id() {
    channels.edit(name, terms(InDoubt.AGAIN), channels.get(name).version(), ANN);
    leftBy(true);

    assertThat(settled().getFirst().state()).isEqualTo(MessageState.SENT);
    assertThat(copies().values()).containsExactly(1);
  }

  @Test
  void who_is_refused_for_good_is_shown_at_once_and_not_asked_for_again_with_the_others() {
    channels.edit(
        name,
        terms(InDoubt.HOLD, "ann@example.org, ben@example.org"),
        channels.get(name).version(),
        ANN);
    server.knowsNot("ben@example.org");
    server.failing(100, Fault.BUSY_AT_RCPT);
    post(1);
    until(one -> one.tries() >= 3);
    assertThat(outbox.of(about).getFirst().refused()).containsExactly("ben@example.org");
    server.failing(0);

    Posted settled = settled().getFirst();

    assertThat(server.asked()).filteredOn("ben@example.org"::equals).hasSize(1);
    assertThat(server.mails())
        .extracting(RaggedSmtp.Mail::to)
        .containsExactly(List.of("ann@example.org"));
    assertThat(settled.state()).isEqualTo(MessageState.FAILED);
    assertThat(settled.refused()).containsExactly("ben@example.org");
    assertThat(settled.says()).contains("All others have it; refused for good: ben@example.org");

    server.knowsNot();
    outbox.retry(settled.id(), settled.version(), ANN);
    assertThat(settled().getFirst().state()).isEqualTo(MessageState.SENT);
    assertThat(server.mails())
        .extracting(RaggedSmtp.Mail::to)
        .containsExactly(List.of("ann@example.org"), List.of("ben@example.org"));
  }

  /** A lane that nobody works holds a message, as after a kill -9. */
  private void leftBy(boolean handedOver) {
    int deadLane = 999;
    transaction.executeWithoutResult(status -> {
      long id = outbox.post(List.of(message(0))).getFirst();
      long delivery = lanes.begin(id, deadLane, clock.instant());
      if (handedOver) {
        assertThat(lanes.handingOver(delivery, clock.instant())).isTrue();
      }
    });
    deliverer.takeUp(deadLane);
    transaction.executeWithoutResult(
        status -> outbox.post(List.of(message(0)))); // the same key: nothing new
  }

  private void post(int amount) {
    transaction.executeWithoutResult(
        status -> outbox.post(IntStream.range(0, amount).mapToObj(this::message).toList()));
  }

  private Message message(int number) {
    return Message.toChannel(
        "%s/%d".formatted(name, number), name, "News " + number, "Text", about, "en", ANN);
  }

  private ChannelTerms terms(InDoubt inDoubt) {
    return terms(inDoubt, "ops@example.org");
  }

  private ChannelTerms terms(InDoubt inDoubt, String to) {
    return new ChannelTerms(
        name,
        ChannelKind.SMTP,
        to,
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
        false,
        false,
        inDoubt);
  }

  private Map<String, Integer> copies() {
    Map<String, Integer> copies = new HashMap<>();
    server.mails().forEach(mail -> copies.merge(mail.header("Message-ID"), 1, Integer::sum));
    return copies;
  }

  private List<Posted> settled() {
    Set<MessageState> open = Set.of(MessageState.WAITING, MessageState.SENDING);
    until(one -> !open.contains(one.state()));
    return outbox.of(about);
  }

  private void until(Predicate<Posted> wanted) {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!outbox.of(about).stream().allMatch(wanted)) {
      if (System.nanoTime() > end) {
        throw new AssertionError(
            "still: "
                + outbox.of(about).stream()
                    .collect(Collectors.groupingBy(Posted::state, Collectors.counting())));
      }
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
