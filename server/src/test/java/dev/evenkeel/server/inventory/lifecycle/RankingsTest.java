package dev.evenkeel.server.inventory.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.estate.Document;
import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.estate.backlog.Factor.Weight;
import dev.evenkeel.estate.backlog.Weights;
import dev.evenkeel.server.ServerTest;
import dev.evenkeel.server.inventory.EstateBook;
import dev.evenkeel.server.inventory.advisory.AdvisoryWatch;
import dev.evenkeel.server.shared.Actor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;

/** The backlog made ahead, here and by a second server of the cluster. */
@ServerTest
@Tag("C08")
class RankingsTest {
  @Autowired EstateBook book;
  @Autowired LifecycleDesk desk;
  @Autowired Rankings rankings;
  @Autowired FeedStore store;
  @Autowired OwnRuleStore ownRules;
  @Autowired AdvisoryWatch advisories;
  @Autowired PlatformTransactionManager transactions;
  @Autowired Clock clock;

  private final String own = "r" + UUID.randomUUID().toString().substring(0, 8);

  @AfterEach
  void leave() {
    var mine =
        book.estate().all(EntryKind.SYSTEM).keySet().stream()
            .filter(name -> name.startsWith(own))
            .map(name -> new Document.Key(EntryKind.SYSTEM, name))
            .toList();
    book.remove(mine, "a test", Actor.EVENKEEL);
    desk.weigh(Weights.USUAL, Actor.EVENKEEL);
  }

  @Test
  void who_asks_for_a_large_one_while_it_is_made_again_gets_the_last_one_and_hears_so() {
    put(Rankings.AT_ONCE + 1);
    until(() -> rankings.now().filter(Rankings.View::isFresh).isPresent());
    int size = rankings.now().orElseThrow().ranking().size();
    Instant at = rankings.now().orElseThrow().at();
    // Nothing is made in the thread of whoever asks: right after the change it is the old one.
    var other = secondServer();
    other.look();
    until(() -> other.now().filter(Rankings.View::isFresh).isPresent());
    book.put(List.of(system(own + "-late")), "a test", Actor.EVENKEEL);
    Rankings.View meanwhile = other.now().orElseThrow();
    if (!meanwhile.isFresh()) {
      assertThat(meanwhile.ranking().size()).isEqualTo(size);
    }
    until(() -> rankings.now().filter(Rankings.View::isFresh).isPresent());
    assertThat(rankings.now().orElseThrow().ranking().size()).isEqualTo(size + 1);
    assertThat(rankings.now().orElseThrow().at()).isAfter(at);
  }

  @Test
  void the_first_one_of_a_large_estate_is_waited_for_by_nobody() {
    put(Rankings.AT_ONCE + 1);
    assertThat(secondServer().now()).isEmpty();
  }

  @Test
  void a_second_server_learns_of_every_change_by_itself() {
    put(3);
    Rankings other = secondServer();
    other.look();
    until(() -> isFresh(other));
    Weights weights = Weights.of(Map.of(Weight.AGE, 99));
    desk.weigh(weights, Actor.EVENKEEL);
    other.look();
    until(() -> isFresh(other));
    assertThat(other.now().orElseThrow().ranking().weights().of(Weight.AGE)).isEqualTo(99);
  }

  private static boolean isFresh(Rankings rankings) {
    return rankings.now().filter(Rankings.View::isFresh).isPresent();
  }

  /** It shares nothing with the first but the database. */
  private Rankings secondServer() {
    return new Rankings(
        book, new KnownProducts(store, ownRules, book, transactions), advisories, clock);
  }

  private void put(int systems) {
    book.put(
        IntStream.range(0, systems).mapToObj(n -> system(own + "-" + n)).toList(),
        "a test",
        Actor.EVENKEEL);
  }

  private static Document system(String name) {
    return Document.kept(
        EntryKind.SYSTEM,
        "{\"name\":\"%s\",\"type\":\"software\",\"supportEnd\":\"2020-01-01\"}".formatted(name));
  }

  private static void until(BooleanSupplier holds) {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!holds.getAsBoolean()) {
      assertThat(System.nanoTime()).as("it takes too long").isLessThan(end);
      Thread.onSpinWait();
    }
  }
}
