package dev.evenkeel.server.health.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.judge.Fact;
import dev.evenkeel.judge.Reading;
import dev.evenkeel.judge.journey.Act;
import dev.evenkeel.judge.novelty.Digest;
import dev.evenkeel.judge.novelty.Level;
import dev.evenkeel.server.database.TestDatabase;
import dev.evenkeel.server.health.store.ReadingStore.Entry;
import dev.evenkeel.server.health.store.ReadingStore.Wanted;
import dev.evenkeel.server.health.store.WatchStore.Arm;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RetentionTest {
  private static final Instant START = Instant.parse("2026-03-01T22:00:00Z");
  private static final Instant CHANGE = START.plusSeconds(120);

  @RegisterExtension static final TestDatabase database = TestDatabase.migrated();

  private final ReadingStore readings = new ReadingStore(database.jdbc());
  private final WatchStore watches = new WatchStore(database.jdbc());
  private final Retention retention = new Retention(database.jdbc());

  @Test
  void leaves_one_reading_a_minute_but_all_of_the_baseline_and_of_the_last_hour() {
    watch("thinned", 2 * 3600);
    var now = START.plusSeconds(2 * 3600);
    retention.thinOut(Duration.ofHours(1), now);
    var left = left("thinned");
    assertThat(left.stream().filter(at -> !at.isAfter(CHANGE))).hasSize(61);
    assertThat(
            left.stream().filter(at -> at.isAfter(CHANGE) && at.isBefore(now.minusSeconds(3600))))
        .hasSize(58 - 1)
        .allMatch(at -> at.getEpochSecond() % 60 == 0);
    assertThat(left.stream().filter(at -> !at.isBefore(now.minusSeconds(3600)))).hasSize(1801);
    assertThat(retention.thinOut(Duration.ofHours(1), now)).isZero();
  }

  @Test
  void what_users_did_and_which_failures_were_logged_is_told_by_no_other_reading() {
    watches.looked("told", START);
    watches.judged("told", Optional.of(START.minusSeconds(9)), START);
    var failure = new Digest.Seen("ERROR gone", Level.ERROR, 1, 1, "ERROR gone");
    var act = new Act("u", "checkout", START, Act.What.TRIED, "");
    add("told", 1, new Fact.Logged(new Digest(5, 0, List.of(), 0)));
    add("told", 2, new Fact.Logged(new Digest(0, 0, List.of(), 0)));
    add("told", 3, new Fact.Logged(new Digest(5, 0, List.of(), 0)));
    add("told", 5, new Fact.Logged(new Digest(5, 1, List.of(failure), 0)));
    add("told", 7, new Fact.Acted(List.of()));
    add("told", 9, new Fact.Acted(List.of(act)));
    retention.thinOut(Duration.ofHours(1), START.plusSeconds(7200));
    assertThat(left("told"))
        .containsExactly(
            START.plusSeconds(1), START.plusSeconds(3), START.plusSeconds(5), START.plusSeconds(9));
  }

  private void add(String watch, int second, Fact fact) {
    readings.add(
        watch, List.of(new Entry("front", "n1", Reading.of(START.plusSeconds(second), fact))));
  }

  @Test
  void forgets_a_watch_with_all_that_is_its() {
    watch("old", 10);
    watches.settle("old", Map.of("n1", START), Map.of("n2", START), START);
    watch("new", 10);
    watches.looked("new", START.plus(Duration.ofDays(80)));
    assertThat(retention.forget(Duration.ofDays(30), START.plus(Duration.ofDays(90)))).isEqualTo(1);
    assertThat(left("old")).isEmpty();
    assertThat(watches.find("old")).isEmpty();
    assertThat(watches.stays("old")).isEmpty();
    assertThat(left("new")).isNotEmpty();
    assertThat(watches.find("new")).isPresent();
  }

  @Test
  void knows_who_was_where() {
    watches.looked("moves", START);
    watches.settle("moves", Map.of(), Map.of("n1", START, "n2", START), START);
    var later = START.plusSeconds(60);
    watches.settle("moves", Map.of("n1", later), Map.of("n2", START), later);
    watches.settle("moves", Map.of("n1", later), Map.of("n2", START), later.plusSeconds(9));
    assertThat(watches.stays("moves"))
        .containsExactly(
            new WatchStore.Stay("n1", Arm.WAITING, START, Optional.of(later)),
            new WatchStore.Stay("n1", Arm.UPGRADED, later, Optional.empty()),
            new WatchStore.Stay("n2", Arm.WAITING, START, Optional.empty()));
  }

  private void watch(String watch, int seconds) {
    watches.looked(watch, START);
    watches.judged(watch, Optional.of(CHANGE), START.plusSeconds(seconds));
    readings.add(
        watch,
        IntStream.rangeClosed(0, seconds / 2)
            .mapToObj(i ->
                new Entry("front", "n1", Reading.of(START.plusSeconds(2L * i), new Fact.Value(i))))
            .toList());
  }

  private List<Instant> left(String watch) {
    var wanted =
        new Wanted(List.of("front"), Instant.EPOCH, Instant.parse("2030-01-01T00:00:00Z"), 9999);
    return readings.tracks(watch, wanted).getOrDefault("front", List.of()).stream()
        .flatMap(track -> track.readings().stream())
        .map(Reading::at)
        .toList();
  }
}
