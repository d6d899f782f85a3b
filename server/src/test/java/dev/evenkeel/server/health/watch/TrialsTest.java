package dev.evenkeel.server.health.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.judge.Fact;
import dev.evenkeel.judge.Reading;
import dev.evenkeel.judge.Verdict;
import dev.evenkeel.judge.sequential.Finding;
import dev.evenkeel.judge.sequential.Kind;
import dev.evenkeel.judge.sequential.Opinion;
import dev.evenkeel.judge.sequential.Opinion.Moment;
import dev.evenkeel.judge.sequential.Trial;
import dev.evenkeel.runbook.Compared;
import dev.evenkeel.runbook.Comparison;
import dev.evenkeel.runbook.Where;
import dev.evenkeel.server.database.TestDatabase;
import dev.evenkeel.server.health.Series;
import dev.evenkeel.server.health.Watchtower;
import dev.evenkeel.server.health.Watchtower.Arms;
import dev.evenkeel.server.health.Watchtower.Lookout;
import dev.evenkeel.server.health.source.Sources;
import dev.evenkeel.server.health.store.ReadingStore;
import dev.evenkeel.server.health.store.Stores;
import dev.evenkeel.server.health.store.WatchStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Over the database, with a judge who notes what he is shown and says what the test wants. */
@Tag("C94")
class TrialsTest {
  private static final Instant CHANGE = Instant.parse("2026-03-01T22:00:00Z");
  private static final Comparison COMPARISON =
      new Comparison(
          0.01,
          Duration.ofSeconds(20),
          Comparison.Against.WAITING,
          7,
          List.of(
              new Compared("errors", "front", Compared.Metric.ERROR_RATE, 0.01, Where.NOWHERE)));

  @RegisterExtension static final TestDatabase database = TestDatabase.migrated();

  private final ReadingStore readings = Stores.readings(database.jdbc());
  private final WatchStore watches = Stores.watches(database.jdbc());
  private final List<Trial> shown = new ArrayList<>();
  private Verdict.Kind says = Verdict.Kind.NOT_ENOUGH_EVIDENCE;
  private final FakeSource source = new FakeSource();
  private final Pasts pasts = new Pasts(new Sources(List.of(source)), Stores.past(database.jdbc()));
  private Trials trials = trials();
  private String watch;

  @BeforeEach
  void begin(TestInfo test) {
    watch = test.getDisplayName();
    watches.looked(watch, CHANGE);
  }

  @Test
  void shows_the_judge_what_the_runbook_says_and_who_is_held_against_whom() {
    read("n1", 10);
    read("n2", 10);
    judge(20);
    var trial = shown.getFirst();
    assertThat(trial.began()).isEqualTo(CHANGE);
    assertThat(trial.warmUp()).isEqualTo(Duration.ofSeconds(20));
    assertThat(trial.falseAlarms()).isEqualTo(0.01);
    var pair = trial.pairs().getFirst();
    assertThat(pair.name()).isEqualTo("errors");
    assertThat(pair.kind()).isEqualTo(Kind.ERRORS);
    assertThat(pair.margin()).isEqualTo(0.01);
    assertThat(pair.candidate()).extracting(track -> track.target()).containsExactly("n1");
    assertThat(pair.control()).extracting(track -> track.target()).containsExactly("n2");
  }

  @Test
  void reads_the_same_hours_of_earlier_days_and_holds_the_upgraded_targets_against_them()
      throws InterruptedException {
    source.remembers("n1");
    read("n1", 10);
    read("n2", 10);
    var lookout = new Lookout("front", Optional.of("n1"), FakeSource.Words.of("n1"));
    pasts.read(watch, List.of(lookout), 3, Duration.ofMinutes(20), CHANGE);
    for (int i = 0; i < 500 && pasts.tracks(watch, "front").size() < 3; i++) {
      Thread.sleep(10);
    }
    judge(20, Comparison.Against.BOTH);
    var pair = shown.getLast().pairs().getFirst();
    assertThat(pair.control()).hasSize(1);
    assertThat(pair.history()).hasSize(3);
    assertThat(pair.history().getFirst().readings())
        .extracting(Reading::at)
        .contains(CHANGE.minusSeconds(600), CHANGE, CHANGE.plusSeconds(1200));
    judge(40, Comparison.Against.HISTORY);
    assertThat(shown.getLast().pairs().getFirst().control()).isEmpty();
  }

  @Test
  void reads_no_more_of_earlier_days_than_it_can_keep() {
    assertThat(Pasts.step(Duration.ofHours(1), 4 * 7)).isEqualTo(Duration.ofSeconds(15));
    assertThat(Pasts.step(Duration.ofDays(1), 4 * 7)).isEqualTo(Duration.ofSeconds(182));
    long readings = 200 * 7 * Duration.ofDays(1).dividedBy(Pasts.step(Duration.ofDays(1), 200 * 7));
    assertThat(readings).isLessThan(Pasts.MOST);
  }

  @Test
  void a_runbook_that_names_no_margin_has_that_of_the_judge() {
    for (var metric : Compared.Metric.values()) {
      assertThat(metric.margin()).as("%s", metric).isEqualTo(Watchtower.kind(metric).margin());
    }
  }

  @Test
  void judges_once_in_ten_seconds_or_when_a_target_goes_elsewhere() {
    for (int second = 10; second < 30; second++) {
      judge(second);
    }
    assertThat(shown).hasSize(2);
    trials.judge(watch, COMPARISON, new Arms(Map.of(), Set.of("n1"), Optional.of(CHANGE)), at(29));
    assertThat(shown).hasSize(3);
  }

  @Test
  void sees_what_was_read_since_the_last_time() {
    read("n1", 10);
    judge(10);
    read("n1", 15);
    judge(20);
    assertThat(shown.getLast().pairs().getFirst().candidate().getFirst().readings()).hasSize(2);
  }

  @Test
  void a_breach_once_decided_stays_one_also_on_another_server() {
    says = Verdict.Kind.BREACH;
    assertThat(judge(10)).isEqualTo(Verdict.Kind.BREACH);
    says = Verdict.Kind.HEALTHY;
    assertThat(judge(40)).isEqualTo(Verdict.Kind.BREACH);
    trials = trials();
    assertThat(judge(60)).isEqualTo(Verdict.Kind.BREACH);
    assertThat(shown).hasSize(1);
  }

  @Test
  void what_is_not_decided_may_change() {
    says = Verdict.Kind.HEALTHY;
    assertThat(judge(10)).isEqualTo(Verdict.Kind.HEALTHY);
    says = Verdict.Kind.BREACH;
    assertThat(judge(20)).isEqualTo(Verdict.Kind.BREACH);
  }

  @Test
  void another_server_can_draw_it_with_no_more_moments_than_a_chart_shows() {
    says = Verdict.Kind.BREACH;
    judge(10);
    var finding = trials().newest(watch).orElseThrow();
    assertThat(finding.decided()).contains(at(4242));
    var opinion = finding.opinions().getFirst();
    assertThat(opinion.course()).hasSizeBetween(200, Series.POINTS);
    assertThat(opinion.course()).extracting(Moment::at).contains(at(4242), at(5000));
    assertThat(opinion.course().getLast())
        .isEqualTo(
            new Moment(
                at(5000),
                OptionalDouble.of(0.01),
                OptionalDouble.empty(),
                OptionalDouble.of(-0.5),
                OptionalDouble.empty(),
                0.5));
    assertThat(opinion.candidate()).hasValue(0.02);
    assertThat(opinion.effect()).isEmpty();
  }

  private void judge(int second, Comparison.Against against) {
    var comparison = new Comparison(0.01, Duration.ofSeconds(20), against, 3, COMPARISON.metrics());
    var arms = new Arms(Map.of("n1", CHANGE), Set.of("n2"), Optional.of(CHANGE));
    trials.judge(watch, comparison, arms, at(second));
  }

  private Verdict.Kind judge(int second) {
    var arms = new Arms(Map.of("n1", CHANGE), Set.of("n2"), Optional.of(CHANGE));
    return trials.judge(watch, COMPARISON, arms, at(second)).finding().kind();
  }

  private void read(String target, int second) {
    readings.add(
        watch,
        List.of(
            new ReadingStore.Entry(
                "front", target, Reading.of(at(second), new Fact.Counted(second, 0)))));
  }

  private Trials trials() {
    return new Trials(
        new Reels(readings),
        pasts,
        watches,
        Stores.trials(database.jdbc()),
        (trial, _) -> {
          shown.add(trial);
          return finding();
        });
  }

  private Finding finding() {
    var none = OptionalDouble.empty();
    return new Finding(
        says,
        says == Verdict.Kind.BREACH ? Optional.of(at(4242)) : Optional.empty(),
        "the test says so",
        List.of(
            new Opinion(
                "errors",
                Kind.ERRORS,
                says,
                OptionalDouble.of(0.01),
                OptionalDouble.of(0.02),
                none,
                none,
                OptionalDouble.empty(),
                0.01,
                0.5,
                7,
                "the test says so",
                IntStream.rangeClosed(0, 5000)
                    .mapToObj(second ->
                        new Moment(
                            at(second),
                            OptionalDouble.of(0.01),
                            none,
                            OptionalDouble.of(-0.5),
                            none,
                            0.5))
                    .toList())));
  }

  private static Instant at(int second) {
    return CHANGE.plusSeconds(second);
  }
}
