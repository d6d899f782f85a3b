package dev.evenkeel.server.health.watch;

import static dev.evenkeel.judge.Verdict.Kind.BREACH;
import static dev.evenkeel.judge.Verdict.Kind.HEALTHY;
import static dev.evenkeel.judge.Verdict.Kind.NOT_ENOUGH_EVIDENCE;
import static dev.evenkeel.judge.Verdict.Kind.WARNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.evenkeel.judge.Fact;
import dev.evenkeel.judge.Verdict;
import dev.evenkeel.runbook.Threshold;
import dev.evenkeel.runbook.Watch;
import dev.evenkeel.runbook.WatchRule;
import dev.evenkeel.runbook.Where;
import dev.evenkeel.server.database.TestDatabase;
import dev.evenkeel.server.health.Series;
import dev.evenkeel.server.health.Watchtower.Arms;
import dev.evenkeel.server.health.Watchtower.Lookout;
import dev.evenkeel.server.health.source.Sources;
import dev.evenkeel.server.health.store.Stores;
import dev.evenkeel.server.health.watch.FakeSource.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A watch over four nodes that serve 25 requests a second each; one look every two seconds. */
@Tag("C94")
class TowerTest {
  private static final Instant CHANGE = Instant.parse("2026-03-01T22:00:00.123456789Z");
  private static final List<String> NODES = List.of("n1", "n2", "n3", "n4");

  @RegisterExtension static final TestDatabase database = TestDatabase.migrated();

  private final FakeSource source = new FakeSource();
  private final Map<String, Double> requests = new HashMap<>();
  private final Map<String, Double> failed = new HashMap<>();
  private final Map<String, Double> share = new HashMap<>();
  private final Map<String, Fact> said = new HashMap<>();
  private Tower tower = tower();
  private String watch;
  private Instant now = CHANGE.minusSeconds(30);

  @BeforeEach
  void begin(TestInfo test) {
    watch = test.getDisplayName();
    NODES.forEach(node -> share.put(node, 0.004));
    lookFor(30);
  }

  @Test
  @Tag("C95")
  void finds_a_bad_node_against_before_and_the_others() {
    share.put("n1", 0.3);
    lookFor(6);
    var verdict = judge(errors(), arms("n1"));
    assertThat(verdict.kind()).isEqualTo(BREACH);
    assertThat(verdict.says()).contains("before 0.", "on the others now 0.").endsWith("%.");
    assertThat(verdict.baseline()).hasValueCloseTo(0.004, within(0.002));
  }

  @Test
  void finds_a_good_node_healthy() {
    lookFor(30);
    assertThat(judge(errors(), arms("n1")).kind()).isEqualTo(HEALTHY);
  }

  @Test
  @Tag("C96")
  void warns_when_everything_is_worse() {
    NODES.forEach(node -> share.put(node, 0.3));
    lookFor(20);
    assertThat(judge(errors(), arms("n1")).kind()).isEqualTo(WARNING);
  }

  @Test
  void holds_nothing_against_a_target_that_happened_before_it_was_upgraded() {
    share.put("n1", 1.0);
    lookFor(10);
    share.put("n1", 0.004);
    lookFor(20);
    var arms =
        new Arms(Map.of("n1", CHANGE.plusSeconds(10)), Set.of("n2", "n3"), Optional.of(CHANGE));
    assertThat(judge(errors(), arms).kind()).isEqualTo(HEALTHY);
  }

  @Test
  void compares_with_before_alone_once_all_are_upgraded() {
    share.put("n4", 0.5);
    lookFor(20);
    assertThat(judge(errors(), arms("n1", "n2", "n3", "n4")).kind()).isEqualTo(BREACH);
  }

  @Test
  void is_not_healthy_while_a_source_is_silent_and_says_why() {
    lookFor(30);
    said.put("n1", new Fact.Missing("127.0.0.1:9001: connection refused"));
    look();
    var verdict = judge(errors(), arms("n1"));
    assertThat(verdict.kind()).isEqualTo(NOT_ENOUGH_EVIDENCE);
    assertThat(verdict.says()).startsWith("n1 does not say: 127.0.0.1:9001: connection refused.");
  }

  @Test
  void tells_which_sources_say_nothing_before_anything_is_changed() {
    assertThat(tower.silent(watch, watching(errors()), now)).isEmpty();
    said.put("n3", new Fact.Missing("http://127.0.0.1:9190: connection refused"));
    said.put("n1", new Fact.Missing("http://127.0.0.1:9190: connection refused"));
    look();
    assertThat(tower.silent(watch, watching(errors(), rule("all", "whole", 30, 50)), now))
        .containsExactly(
            "nothing can be read from front about n1, n3: http://127.0.0.1:9190: connection refused");
    said.clear();
    look();
    assertThat(tower.silent(watch, watching(errors()), now)).isEmpty();
  }

  @Test
  void reaches_back_to_the_upgrade_when_there_is_little_traffic() {
    for (int i = 0; i < 60; i++) {
      look(0.2);
    }
    var verdict = judge(rule("errors", "front", 30, 20), arms("n1"));
    assertThat(verdict.kind()).isEqualTo(HEALTHY);
    assertThat(verdict.evidence()).isGreaterThanOrEqualTo(20);
  }

  @Test
  void says_that_nothing_is_upgraded_before_the_first_change() {
    var arms = new Arms(Map.of(), Set.copyOf(NODES), Optional.empty());
    assertThat(judge(errors(), arms).kind()).isEqualTo(NOT_ENOUGH_EVIDENCE);
    assertThat(judge(errors(), arms).says()).isEqualTo("Nothing is upgraded yet.");
  }

  @Test
  void judges_a_source_about_the_whole_against_its_own_past() {
    share.put("n1", 0.2);
    lookFor(20);
    var verdict = judge(rule("errors", "whole", 30, 50), arms());
    assertThat(verdict.kind()).isEqualTo(BREACH);
    assertThat(verdict.observed()).hasValueCloseTo(0.2 / 4 + 0.003, within(0.01));
  }

  @Test
  void readings_of_a_time_that_came_twice_count_once() {
    judge(errors(), arms("n1"));
    lookFor(600);
    share.put("n1", 1.0);
    lookFor(60);
    assertThat(judge(errors(), arms("n1")).kind()).isEqualTo(BREACH);
    share.put("n1", 0.004);
    now = now.minusSeconds(120);
    lookFor(120);
    assertThat(judge(errors(), arms("n1")).kind()).isEqualTo(HEALTHY);
  }

  @Test
  void nothing_is_judged_while_the_clock_shows_a_time_before_the_change() {
    share.put("n1", 0.3);
    lookFor(6);
    assertThat(judge(errors(), arms("n1")).kind()).isEqualTo(BREACH);
    now = now.minusSeconds(20);
    look();
    var verdict = judge(errors(), arms("n1"));
    assertThat(verdict.kind()).isEqualTo(NOT_ENOUGH_EVIDENCE);
    assertThat(verdict.says()).contains("clock was set back", "2026-03-01T22:00:00Z");
    lookFor(30);
    assertThat(judge(errors(), arms("n1")).kind()).isEqualTo(BREACH);
    assertThat(judge(errors(), arms("n1")).baseline()).hasValueCloseTo(0.004, within(0.002));
  }

  @Test
  void another_server_gives_the_same_verdict() {
    share.put("n1", 0.3);
    lookFor(6);
    var verdict = judge(errors(), arms("n1"));
    tower = tower();
    assertThat(judge(errors(), arms("n1"))).isEqualTo(verdict);
  }

  @Test
  void draws_both_parts_over_time_also_long_after_the_watch() {
    judge(errors(), arms());
    share.put("n1", 0.3);
    lookFor(40);
    judge(errors(), arms("n1"));
    lookFor(40);
    judge(errors(), arms("n1"));
    var series = tower().series(watch, List.of(errors())).getFirst();
    assertThat(series.unit()).isEqualTo(Series.Unit.SHARE);
    assertThat(series.changeBegan().orElseThrow())
        .isBetween(CHANGE.minusMillis(1), CHANGE.plusMillis(1));
    assertThat(series.baseline()).hasValueCloseTo(0.004, within(0.002));
    assertThat(series.breach()).hasValueCloseTo(0.014, within(0.002));
    assertThat(series.upgraded()).hasSizeBetween(38, 42).allMatch(p -> p.value() > 0.2);
    assertThat(series.upgraded().getFirst().at()).isAfter(CHANGE);
    assertThat(series.others()).hasSizeBetween(50, 58).allMatch(p -> p.value() < 0.1);
    assertThat(series.others().getFirst().at()).isBefore(CHANGE);
  }

  @Test
  void draws_at_most_300_points() {
    judge(errors(), arms("n1"));
    lookFor(1400);
    judge(errors(), arms("n1"));
    var series = tower.series(watch, List.of(errors())).getFirst();
    assertThat(series.upgraded()).hasSizeBetween(250, Series.POINTS);
    assertThat(series.others()).hasSizeBetween(250, Series.POINTS);
  }

  @Test
  void draws_nothing_of_a_watch_nobody_knows() {
    var series = tower.series("nobody", List.of(errors())).getFirst();
    assertThat(series.upgraded()).isEmpty();
    assertThat(series.others()).isEmpty();
  }

  private Verdict judge(WatchRule rule, Arms arms) {
    return tower.judge(watch, List.of(rule), arms, now).getFirst();
  }

  private void lookFor(int seconds) {
    for (int i = 0; i < seconds / 2; i++) {
      look();
    }
  }

  private void look() {
    look(25);
  }

  private void look(double rate) {
    now = now.plusSeconds(2);
    for (var node : NODES) {
      double before = requests.merge(node, 2 * rate, Double::sum) - 2 * rate;
      failed.put(
          node,
          failed.getOrDefault(node, 0.0)
              + Math.floor(requests.get(node) * share.get(node))
              - Math.floor(before * share.get(node)));
      source.says(
          node, said.getOrDefault(node, new Fact.Counted(requests.get(node), failed.get(node))));
    }
    source.says("whole", new Fact.Counted(sum(requests), sum(failed)));
    tower.look(watch, lookouts(), now, Duration.ofSeconds(30));
  }

  private static double sum(Map<String, Double> numbers) {
    return numbers.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  private static List<Lookout> lookouts() {
    return Stream.concat(
            NODES.stream().map(node -> new Lookout("front", Optional.of(node), Words.of(node))),
            Stream.of(new Lookout("whole", Optional.empty(), Words.of("whole"))))
        .toList();
  }

  private static Arms arms(String... upgraded) {
    var since = new HashMap<String, Instant>();
    List.of(upgraded).forEach(node -> since.put(node, CHANGE));
    var waiting =
        NODES.stream()
            .filter(node -> !since.containsKey(node))
            .collect(java.util.stream.Collectors.toSet());
    return new Arms(since, waiting, Optional.of(CHANGE));
  }

  private static Watch watching(WatchRule... rules) {
    return new Watch(
        Duration.ofSeconds(2),
        Duration.ofSeconds(30),
        Duration.ofMinutes(5),
        List.of(rules),
        Optional.empty());
  }

  private static WatchRule errors() {
    return rule("errors", "front", 30, 50);
  }

  private static WatchRule rule(String name, String source, int window, int evidence) {
    return new WatchRule(
        name,
        source,
        WatchRule.Metric.ERROR_RATE,
        0.95,
        Duration.ofSeconds(window),
        evidence,
        Optional.empty(),
        Optional.of(new Threshold.AboveBaseline(0.01)),
        Where.NOWHERE);
  }

  private Tower tower() {
    var readings = Stores.readings(database.jdbc());
    var watches = Stores.watches(database.jdbc());
    var sources = new Sources(List.of(source));
    var pasts = new Pasts(sources, Stores.past(database.jdbc()));
    return new Tower(
        new Round(sources),
        readings,
        new Baselines(readings),
        new Attendance(watches),
        new Charts(readings, watches),
        new Trials(new Reels(readings), pasts, watches, Stores.trials(database.jdbc())),
        pasts);
  }
}
