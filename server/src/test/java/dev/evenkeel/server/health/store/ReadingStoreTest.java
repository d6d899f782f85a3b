package dev.evenkeel.server.health.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.judge.Fact;
import dev.evenkeel.judge.Reading;
import dev.evenkeel.judge.Track;
import dev.evenkeel.judge.downstream.Look;
import dev.evenkeel.judge.journey.Act;
import dev.evenkeel.judge.novelty.Digest;
import dev.evenkeel.judge.novelty.Level;
import dev.evenkeel.server.database.TestDatabase;
import dev.evenkeel.server.health.store.ReadingStore.Entry;
import dev.evenkeel.server.health.store.ReadingStore.Wanted;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ReadingStoreTest {
  private static final Instant START = Instant.parse("2026-03-01T22:00:00.123456Z");

  @RegisterExtension static final TestDatabase database = TestDatabase.migrated();

  private final ReadingStore store = new ReadingStore(database.jdbc());

  @Test
  void gives_back_every_kind_of_fact() {
    var reading =
        Reading.of(
            START,
            new Fact.Counted(1e12, 0.5),
            new Fact.Timed(List.of(5.0, 250.0), List.of(1.0, 2.0, 1e15)),
            new Fact.Tried(5, 2, List.of(17.25, 800.0)),
            new Fact.Value(-1e-9),
            new Fact.Well(false, "'quoted' \"twice\" {braces} \\ über ${x}"),
            new Fact.Acted(
                List.of(
                    new Act("4f1c", "checkout", START, Act.What.FAILED, "HTTP \"500\""),
                    new Act("4f1c", "checkout", START.minusNanos(7), Act.What.TRIED, ""))),
            new Fact.Logged(
                new Digest(
                    120,
                    3,
                    List.of(new Digest.Seen("# ERROR gone", Level.ERROR, 3, 2, "22:00 ERROR gone")),
                    1)),
            new Fact.Consumed(new Look("mail", "mails", 5000, 12e6, 11.5, 40, 0.7)),
            new Fact.Consumed(new Look("mail", "mails", Double.NaN, 1, 2, Double.NaN, Double.NaN)),
            new Fact.Missing("no answer"));
    store.add("facts", List.of(new Entry("front", "n1", reading)));
    assertThat(tracks("facts", 10)).containsExactly(new Track("n1", List.of(reading)));
  }

  @Test
  void keeps_what_text_a_source_may_come_up_with() {
    var reason = "a\0b" + "x".repeat(10_000);
    store.add(
        "texts", List.of(new Entry("front", "n1", Reading.of(START, new Fact.Missing(reason)))));
    assertThat(tracks("texts", 10).getFirst().readings().getFirst().facts().toString())
        .contains("abxxx")
        .hasSizeLessThan(600);
  }

  @Test
  void keeps_the_first_of_two_at_the_same_instant() {
    store.add("twice", List.of(value("n1", 0, 1)));
    store.add("twice", List.of(value("n1", 0, 2), value("n2", 0, 3)));
    assertThat(tracks("twice", 10))
        .containsExactly(track("n1", value("n1", 0, 1)), track("n2", value("n2", 0, 3)));
  }

  @Test
  void hands_out_the_newest_and_of_the_older_every_tenth() {
    store.add("many", IntStream.range(0, 100).mapToObj(i -> value("n1", i, i)).toList());
    var wanted = new Wanted(List.of("front"), START.plusSeconds(9), START.plusSeconds(89), 5);
    assertThat(store.tracks("many", wanted).get("front").getFirst().readings())
        .extracting(reading -> reading.find(Fact.Value.class).orElseThrow().value())
        .containsExactly(40.0, 50.0, 60.0, 70.0, 80.0, 85.0, 86.0, 87.0, 88.0, 89.0);
  }

  @Test
  void keeps_watches_and_sources_apart() {
    store.add("one", List.of(value("n1", 0, 1)));
    assertThat(store.tracks("other", all(10))).isEmpty();
    assertThat(store.tracks("one", new Wanted(List.of("back"), Instant.EPOCH, START, 9))).isEmpty();
    assertThat(store.tracks("one", new Wanted(List.of(), Instant.EPOCH, START, 9))).isEmpty();
  }

  private List<Track> tracks(String watch, int newest) {
    return store.tracks(watch, all(newest)).get("front");
  }

  private static Wanted all(int newest) {
    return new Wanted(List.of("front"), Instant.EPOCH, START.plusSeconds(1000), newest);
  }

  private static Track track(String target, Entry... entries) {
    return new Track(target, List.of(entries).stream().map(Entry::reading).toList());
  }

  static Entry value(String target, int second, double value) {
    var reading = Reading.of(START.plusSeconds(second), new Fact.Value(value));
    return new Entry("front", target, reading);
  }
}
