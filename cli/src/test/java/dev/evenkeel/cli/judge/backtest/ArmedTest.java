package dev.evenkeel.cli.judge.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.cli.judge.prometheus.Question;
import dev.evenkeel.judge.Metric;
import dev.evenkeel.judge.Rule;
import dev.evenkeel.judge.Threshold;
import dev.evenkeel.judge.sequential.Kind;
import dev.evenkeel.runbook.Runbook;
import dev.evenkeel.runbook.RunbookReader;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ArmedTest {
  private static Runbook runbook() {
    return RunbookReader.read("shop.yaml", Weeks.RUNBOOK).runbook().orElseThrow();
  }

  @Test
  void a_rule_is_armed_as_the_server_arms_it_and_asked_for_each_target() {
    Armed armed = Armed.of(runbook(), Map.of("job", "till"), Optional.empty());
    assertThat(armed.rules())
        .containsExactly(
            new Armed.One(
                new Rule(
                    "errors",
                    Metric.ERROR_RATE,
                    0.95,
                    Duration.ofMinutes(2),
                    50,
                    Optional.empty(),
                    Optional.of(new Threshold.AboveBaseline(0.01))),
                "web"));
    assertThat(armed.compared())
        .containsExactly(new Armed.Metric("errors", Kind.ERRORS, Kind.ERRORS.margin(), "web"));
    assertThat(armed.questions())
        .hasSize(4)
        .startsWith(
            new Question(
                "web",
                "n1",
                "requests",
                "http://127.0.0.1:9",
                "requests_total{job=\"till\",port=\"8001\"}"));
  }

  @Test
  void rules_of_which_nothing_is_stored_are_left_out_with_the_reason() {
    Armed armed = Armed.of(runbook(), Map.of(), Optional.empty());
    assertThat(armed.leftOut())
        .hasSize(2)
        .anySatisfy(one ->
            assertThat(one)
                .isEqualTo(
                    "alive: its source page is a probe, of which nothing is stored; only prometheus can be asked what was"))
        .anySatisfy(one -> assertThat(one).startsWith("hidden: its source needs a secret"));
  }

  @Test
  void another_prometheus_can_be_asked() {
    Armed armed = Armed.of(runbook(), Map.of(), Optional.of("http://stored:9090"));
    assertThat(armed.questions()).extracting(Question::url).containsOnly("http://stored:9090");
    assertThat(armed.leftOut()).singleElement().asString().startsWith("alive");
  }

  @Test
  void what_the_runbook_compares_is_what_the_sequential_judge_looks_at() {
    String text =
        Weeks.RUNBOOK
            + """
              compare:
                metrics:
                  - {name: failing, source: web, metric: errorRate, margin: 2%}
                  - {name: pages, source: page, metric: latency}
            """;
    var reading = RunbookReader.read("shop.yaml", text);
    assertThat(reading.errors()).isEmpty();
    Armed armed = Armed.of(reading.runbook().orElseThrow(), Map.of(), Optional.empty());
    assertThat(armed.compared())
        .containsExactly(new Armed.Metric("failing", Kind.ERRORS, 0.02, "web"));
    assertThat(armed.leftOut())
        .anyMatch(one -> one.startsWith("pages: its source page is a probe"));
  }
}
