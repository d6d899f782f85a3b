package dev.evenkeel.server.health;

import static dev.evenkeel.judge.Verdict.Kind.BREACH;
import static dev.evenkeel.judge.Verdict.Kind.HEALTHY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.judge.Verdict;
import dev.evenkeel.runbook.Threshold;
import dev.evenkeel.runbook.WatchRule;
import dev.evenkeel.runbook.Where;
import dev.evenkeel.runbook.words.ProbeSource;
import dev.evenkeel.runbook.words.ScrapeSource;
import dev.evenkeel.server.ServerTest;
import dev.evenkeel.server.health.Watchtower.Arms;
import dev.evenkeel.server.health.Watchtower.Lookout;
import dev.evenkeel.server.health.source.Site;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** In the whole server, with nodes that answer over HTTP. */
@ServerTest
class WatchtowerTest {
  private static final Instant CHANGE = Instant.parse("2026-03-01T22:00:00Z");
  private static final Duration TIME = Duration.ofSeconds(20);

  @Autowired private Watchtower watchtower;
  private final Site old = Site.saying("release 10\nserved_total 1\n");
  private final Site good = Site.saying("release 11\nserved_total 1\n");
  private final String dead = Site.nowhere();

  @AfterEach
  void close() {
    old.close();
    good.close();
  }

  @Test
  void finds_a_dead_node_by_its_probe() {
    assertThat(verdicts("dead", dead)).extracting(Verdict::kind).containsExactly(BREACH, BREACH);
    assertThat(verdicts("dead", dead).get(1).says())
        .isEqualTo(
            "n1 has been failing for 10 s without a success: %s/: connection refused. The limit is 5 s."
                .formatted(dead));
  }

  @Test
  void finds_a_good_node_healthy() {
    assertThat(verdicts("good", good.url()))
        .extracting(Verdict::kind)
        .containsExactly(HEALTHY, HEALTHY);
  }

  private List<Verdict> verdicts(String watch, String upgraded) {
    for (int second = -20; second <= 0; second += 2) {
      look(watch, old.url(), second);
    }
    for (int second = 2; second <= 12; second += 2) {
      look(watch, upgraded, second);
    }
    var arms = new Arms(Map.of("n1", CHANGE.plusSeconds(1)), Set.of("n2"), Optional.of(CHANGE));
    return watchtower.judge(watch, rules(), arms, CHANGE.plusSeconds(12));
  }

  private void look(String watch, String n1, int second) {
    var lookouts =
        Stream.of(Map.entry("n1", n1), Map.entry("n2", old.url()))
            .flatMap(node ->
                Stream.of(
                    new Lookout("page", Optional.of(node.getKey()), probe(node.getValue())),
                    new Lookout("own", Optional.of(node.getKey()), scrape(node.getValue()))))
            .toList();
    watchtower.look(watch, lookouts, CHANGE.plusSeconds(second), TIME);
  }

  private static ProbeSource probe(String url) {
    return new ProbeSource(url + "/", 200, Optional.empty(), TIME, 5);
  }

  private static ScrapeSource scrape(String url) {
    return new ScrapeSource(
        url + "/",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of("served_total"));
  }

  private static List<WatchRule> rules() {
    return List.of(
        rule("errors", "page", WatchRule.Metric.ERROR_RATE, new Threshold.AboveBaseline(0.01)),
        rule(
            "alive",
            "own",
            WatchRule.Metric.FAILING,
            new Threshold.FailingFor(Duration.ofSeconds(5))));
  }

  private static WatchRule rule(
      String name, String source, WatchRule.Metric metric, Threshold breach) {
    return new WatchRule(
        name,
        source,
        metric,
        0.95,
        Duration.ofSeconds(30),
        20,
        Optional.empty(),
        Optional.of(breach),
        Where.NOWHERE);
  }
}
