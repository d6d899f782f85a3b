package dev.evenkeel.server.health.watch;

import static dev.evenkeel.judge.Verdict.Kind.BREACH;
import static dev.evenkeel.judge.Verdict.Kind.HEALTHY;
import static dev.evenkeel.judge.Verdict.Kind.WARNING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.judge.Fact;
import dev.evenkeel.judge.Reading;
import dev.evenkeel.judge.Verdict;
import dev.evenkeel.judge.downstream.Look;
import dev.evenkeel.judge.journey.Act;
import dev.evenkeel.judge.journey.Act.What;
import dev.evenkeel.judge.novelty.Digest;
import dev.evenkeel.judge.novelty.Level;
import dev.evenkeel.runbook.Threshold;
import dev.evenkeel.runbook.WatchRule;
import dev.evenkeel.runbook.WatchRule.Metric;
import dev.evenkeel.runbook.Where;
import dev.evenkeel.server.database.TestDatabase;
import dev.evenkeel.server.health.Watchtower.Arms;
import dev.evenkeel.server.health.source.Sources;
import dev.evenkeel.server.health.store.ReadingStore;
import dev.evenkeel.server.health.store.ReadingStore.Entry;
import dev.evenkeel.server.health.store.Stores;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A run that reads what users do and what is logged: n1 is upgraded, n2 waits. */
class UsersAndLogsTest {
  private static final Instant CHANGE = Instant.parse("2026-03-01T22:00:00Z");
  private static final Arms ARMS =
      new Arms(Map.of("n1", CHANGE), Set.of("n2"), Optional.of(CHANGE));

  @RegisterExtension static final TestDatabase database = TestDatabase.migrated();

  private final ReadingStore readings = Stores.readings(database.jdbc());
  private final Tower tower = tower();
  private String watch;

  @BeforeEach
  void begin(TestInfo test) {
    watch = test.getDisplayName();
    Stores.watches(database.jdbc()).looked(watch, CHANGE.minusSeconds(600));
  }

  @Test
  @Tag("C95")
  void one_user_blocked_for_more_than_five_minutes_takes_the_upgrade_back() {
    for (int second = 0; second <= 400; second += 10) {
      var acts = new ArrayList<Act>();
      acts.add(new Act("u-c" + second, "checkout", CHANGE.plusSeconds(second), What.COMPLETED, ""));
      if (second % 40 == 20) {
        acts.add(new Act("u-7", "checkout", CHANGE.plusSeconds(second), What.FAILED, "HTTP 500"));
      }
      said("users", "n1", second, new Fact.Acted(acts));
      said("users", "n2", second, new Fact.Acted(List.of()));
    }
    var rule = rule("users", Metric.BLOCKED, new Threshold.BlockedFor(Duration.ofMinutes(5)));
    assertThat(judge(rule, 300).kind()).isEqualTo(HEALTHY);
    var verdict = judge(rule, 390);
    assertThat(verdict.kind()).isEqualTo(BREACH);
    assertThat(verdict.says()).startsWith("u-7 cannot complete checkout: 10 attempts in 6 min");
  }

  @Test
  @Tag("C104")
  void a_failure_never_seen_before_stops_the_upgrade() {
    logged("n1", -600, 0, 0);
    logged("n2", -600, 1300, 0);
    logged("n1", 0, 30, 2);
    logged("n1", 32, 1300, 0);
    var warns =
        new WatchRule(
            "log",
            "app",
            Metric.NOVELTY,
            0.95,
            Duration.ofSeconds(30),
            50,
            Optional.of(new Threshold.Above(0)),
            Optional.empty(),
            Where.NOWHERE);
    assertThat(judge(warns, 30).kind()).isEqualTo(WARNING);
    assertThat(judge(warns, 1300).kind()).as("twenty minutes later").isEqualTo(WARNING);
    assertThat(judge(rule("app", Metric.NOVELTY, new Threshold.Above(10)), 30).kind())
        .isEqualTo(BREACH);
    tower.judge(watch, List.of(warns), ARMS, CHANGE.plusSeconds(1300));
    Stores.watches(database.jdbc()).looked(watch, CHANGE.plusSeconds(1300));
    var series = tower.series(watch, List.of(warns)).getFirst();
    assertThat(series.upgraded()).hasSizeBetween(2, 60);
    assertThat(series.upgraded().getLast().value()).isEqualTo(15);
    assertThat(series.warning()).hasValue(0);
  }

  @Test
  @Tag("C105")
  void a_consumer_that_a_faster_version_would_overrun_stops_the_upgrade_at_half_of_the_targets() {
    for (int second = -600; second <= 300; second += 5) {
      double faster = Math.max(0, second) * 20; // n1 gives 60 a second and not 40
      for (var target : List.of("n1", "n2")) {
        double given = 40.0 * (second + 1000) + (target.equals("n1") ? faster : 0);
        double done = 80.0 * (second + 1000) + faster;
        var look = new Look("mail", "mails", 5000, given, done, 0, second <= 0 ? 0.8 : 1);
        said("mail", target, second, new Fact.Consumed(look));
      }
    }
    var warns =
        new WatchRule(
            "mail",
            "mail",
            Metric.OVERRUN,
            0.95,
            Duration.ofSeconds(30),
            20,
            Optional.of(new Threshold.Above(0.8)),
            Optional.empty(),
            Where.NOWHERE);
    var verdict = judge(warns, 300);
    assertThat(verdict.kind()).isEqualTo(WARNING);
    assertThat(verdict.says())
        .startsWith("With all traffic on the new version, mail would get 120 mails a second")
        .contains("It is overrun from 50 % of the traffic on.")
        .contains("Limit the new version to 80 mails a second");
    assertThat(judge(rule("mail", Metric.OVERRUN, new Threshold.Above(1.1)), 300).kind())
        .isEqualTo(BREACH);
  }

  private void logged(String target, int from, int to, int failures) {
    for (int second = from; second <= to; second += 2) {
      var patterns =
          failures == 0
              ? List.<Digest.Seen>of()
              : List.of(new Digest.Seen("ERROR no price", Level.ERROR, failures, 1, "no price"));
      said("app", target, second, new Fact.Logged(new Digest(40, failures, patterns, 0)));
    }
  }

  private void said(String source, String target, int second, Fact fact) {
    readings.add(
        watch, List.of(new Entry(source, target, Reading.of(CHANGE.plusSeconds(second), fact))));
  }

  private Verdict judge(WatchRule rule, int second) {
    return tower.judge(watch, List.of(rule), ARMS, CHANGE.plusSeconds(second)).getFirst();
  }

  private static WatchRule rule(String source, Metric metric, Threshold breach) {
    return new WatchRule(
        source,
        source,
        metric,
        0.95,
        Duration.ofSeconds(30),
        20,
        Optional.empty(),
        Optional.of(breach),
        Where.NOWHERE);
  }

  private static Tower tower() {
    var readings = Stores.readings(database.jdbc());
    var watches = Stores.watches(database.jdbc());
    var sources = new Sources(List.of());
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
