package dev.evenkeel.server.health.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.judge.Fact;
import dev.evenkeel.judge.Reading;
import dev.evenkeel.server.health.Watchtower.Lookout;
import dev.evenkeel.server.health.source.Sources;
import dev.evenkeel.server.health.store.ReadingStore.Entry;
import dev.evenkeel.server.health.watch.FakeSource.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RoundTest {
  private static final Instant NOW = Instant.parse("2026-03-01T22:00:00Z");
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofMillis(100);

  private final FakeSource source = new FakeSource();
  private final Round round = new Round(new Sources(List.of(source)));
  private final BlockingQueue<Entry> late = new LinkedBlockingQueue<>();

  @Test
  void reads_all_side_by_side() throws Exception {
    source.says("a", new Fact.Value(1));
    source.says("b", new Fact.Value(2));
    assertThat(look(LONG, lookout("a", Words.of("a")), lookout("b", Words.of("b"))))
        .containsExactly(
            new Entry("a", "n1", Reading.of(NOW, new Fact.Value(1))),
            new Entry("b", "n1", Reading.of(NOW, new Fact.Value(2))));
  }

  @Test
  void of_a_source_that_cannot_be_asked_the_reading_is_missing_and_says_why() throws Exception {
    source.says("a", new Fact.Value(1));
    assertThat(
            look(
                LONG,
                Lookout.unready("gone", Optional.of("n1"), "its secret is gone"),
                lookout("a", Words.of("a"))))
        .containsExactly(
            new Entry("gone", "n1", Reading.of(NOW, new Fact.Missing("its secret is gone"))),
            new Entry("a", "n1", Reading.of(NOW, new Fact.Value(1))));
  }

  @Test
  void what_a_source_says_can_be_kept() throws Exception {
    source.says("a", new Fact.Missing("no\0thing"));
    assertThat(look(LONG, lookout("a", Words.of("a"))))
        .containsExactly(new Entry("a", "n1", Reading.of(NOW, new Fact.Missing("no\uFFFDthing"))));
  }

  @Test
  void says_that_an_answer_is_late_and_drops_it() throws Exception {
    source.says("quick", new Fact.Value(1));
    source.says("slow", new Fact.Value(2));
    var gate = source.hangs("slow");
    var entries =
        look(SHORT, lookout("slow", Words.of("slow")), lookout("quick", Words.of("quick")));
    gate.countDown();
    assertThat(entries)
        .containsExactly(
            new Entry(
                "slow",
                "n1",
                Reading.of(
                    NOW, new Fact.Missing("no answer within 100 ms; what comes later is dropped"))),
            new Entry("quick", "n1", Reading.of(NOW, new Fact.Value(1))));
    assertThat(late).isEmpty();
  }

  @Test
  void an_answer_that_may_take_longer_counts_for_the_time_of_its_look() throws Exception {
    source.says("patient", new Fact.Value(1));
    var gate = source.hangs("patient");
    assertThat(look(SHORT, lookout("patient", new Words("patient", LONG)))).isEmpty();
    gate.countDown();
    assertThat(late.poll(30, TimeUnit.SECONDS))
        .isEqualTo(new Entry("patient", "n1", Reading.of(NOW, new Fact.Value(1))));
  }

  @Test
  void patience_ends_too() throws Exception {
    source.hangs("patient");
    var words = new Words("patient", Duration.ofMillis(200));
    assertThat(look(SHORT, lookout("patient", words))).isEmpty();
    assertThat(late.poll(30, TimeUnit.SECONDS).reading().facts().toString())
        .contains("no answer within 200 ms");
  }

  @Test
  void does_not_look_a_second_time_where_it_still_looks() throws Exception {
    source.says("patient", new Fact.Value(1));
    var gate = source.hangs("patient");
    var lookout = lookout("patient", new Words("patient", LONG));
    look(SHORT, lookout);
    look(SHORT, lookout);
    gate.countDown();
    assertThat(late.poll(30, TimeUnit.SECONDS)).isNotNull();
    assertThat(late).isEmpty();
    assertThat(again(lookout)).hasSize(1);
  }

  @Test
  void whatever_a_source_does_is_a_reading() throws Exception {
    assertThat(look(LONG, lookout("unset", Words.of("unset"))).getFirst().reading().facts())
        .allMatch(Fact.Missing.class::isInstance);
  }

  /** The place is free a moment after the answer is there. */
  private List<Entry> again(Lookout lookout) throws InterruptedException {
    while (true) {
      var entries = look(LONG, lookout);
      if (!entries.isEmpty()) {
        return entries;
      }
      Thread.onSpinWait();
    }
  }

  private List<Entry> look(Duration within, Lookout... lookouts) throws InterruptedException {
    return round.look("watch", List.of(lookouts), NOW, within, late::add);
  }

  private static Lookout lookout(String source, Words words) {
    return new Lookout(source, Optional.of("n1"), words);
  }
}
