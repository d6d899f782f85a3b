package dev.evenkeel.runbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a runbook means that says no more than it must. */
class DefaultsTest {
  private static final String SHORT =
      """
      apiVersion: evenkeel/v1
      kind: Runbook
      name: short
      targets:
        - {name: n1, group: pilot}
        - {name: n2}
        - {name: n3}
        - {name: n4}
      steps:
        target:
          - {id: switch, run: {exec: {command: [./ctl]}}}
      """;

  private static Runbook read(String text) {
    Reading reading = RunbookReader.read("short.yaml", text);
    assertThat(reading.errors()).isEmpty();
    return reading.runbook().orElseThrow();
  }

  private static List<Wave> waves(String waves) {
    return read(SHORT + "rollout: {soak: 1m, waves: " + waves + "}\n").rollout().waves();
  }

  @Test
  void fills_in_what_is_documented() {
    Runbook runbook = read(SHORT);

    assertThat(runbook.title()).isEqualTo("short");
    assertThat(runbook.description()).isEmpty();
    assertThat(runbook.version()).isEmpty();
    assertThat(runbook.rollout().maxUnavailable()).isEqualTo(1);
    assertThat(runbook.rollout().orderBy()).isEmpty();
    assertThat(runbook.rollout().waves())
        .extracting(Wave::targets, Wave::traffic, Wave::soak)
        .containsExactly(
            tuple(0.05, 0.05, Rollout.DEFAULT_SOAK),
            tuple(0.25, 0.25, Rollout.DEFAULT_SOAK),
            tuple(0.5, 0.5, Rollout.DEFAULT_SOAK),
            tuple(1.0, 1.0, Rollout.DEFAULT_SOAK));
    assertThat(runbook.watch())
        .isEqualTo(
            new Watch(
                Duration.ofSeconds(2),
                Duration.ofSeconds(30),
                Duration.ofMinutes(5),
                List.of(),
                Optional.empty()));
    assertThat(runbook.limits().duration()).isEmpty();
    Step step = runbook.targetSteps().getFirst();
    assertThat(step.title()).isEqualTo("switch");
    assertThat(step.stepClass()).isEqualTo(StepClass.REVERSIBLE);
    assertThat(step.timeout()).isEqualTo(Step.DEFAULT_TIMEOUT);
    assertThat(step.retries()).isZero();
    assertThat(step.repeatable()).isFalse();
    assertThat(step.eachUpgraded()).isFalse();
  }

  @Test
  void takes_targets_for_traffic_and_traffic_for_targets() {
    assertThat(waves("[{targets: 25%}, {traffic: 50%, name: half}, {targets: 100%, soak: 5m}]"))
        .extracting(Wave::name, Wave::targets, Wave::traffic, Wave::soak)
        .containsExactly(
            tuple("25 %", 0.25, 0.25, Duration.ofMinutes(1)),
            tuple("half", 0.5, 0.5, Duration.ofMinutes(1)),
            tuple("100 %", 1.0, 1.0, Duration.ofMinutes(5)));
  }

  @Test
  void gives_groups_the_traffic_of_their_targets() {
    assertThat(waves("[{groups: [pilot]}, {groups: [pilot], traffic: 50%}, 100%]"))
        .extracting(Wave::name, Wave::joining, Wave::targets, Wave::traffic)
        .containsExactly(
            tuple("pilot", List.of("n1"), 0.25, 0.25),
            tuple("pilot", List.of(), 0.25, 0.5),
            tuple("100 %", List.of("n2", "n3", "n4"), 1.0, 1.0));
  }

  @Test
  void lets_a_wave_without_new_targets_widen_the_traffic() {
    assertThat(waves("[{targets: 25%, traffic: 5%}, {targets: 25%, traffic: 25%}, 100%]"))
        .extracting(Wave::traffic)
        .containsExactly(0.05, 0.25, 1.0);
  }

  @ParameterizedTest
  @CsvSource({"1,1", "3,3", "25%,1", "30%,1", "50%,2", "99%,3", "100%,4", "1%,1"})
  void rounds_shares_that_limit_down_but_never_to_none(String written, int expected) {
    assertThat(
            read(SHORT + "rollout: {maxUnavailable: " + written + "}\n").rollout().maxUnavailable())
        .isEqualTo(expected);
  }

  @Test
  void tells_percentage_points_from_shares_of_the_baseline() {
    String watch =
        """
        sources: {p: {probe: {url: "http://x"}}, c: {command: {command: [x]}}}
        watch:
          rules:
            - {name: a, source: p, metric: errorRate, warning: {aboveBaseline: 0.5%}, breach: {above: 5%}}
            - {name: b, source: p, metric: errorRate, breach: {aboveBaseline: 20%, relative: true}}
            - {name: c, source: p, metric: latency, warning: {above: 1s}, breach: {aboveBaseline: 5%, relative: true}}
            - {name: d, source: c, metric: value, warning: {below: -2.5}, breach: {aboveBaseline: 10}}
        """;

    assertThat(read(SHORT + watch).watch().rules())
        .extracting(rule -> rule.warning().orElse(null), rule -> rule.breach().orElse(null))
        .containsExactly(
            tuple(new Threshold.AboveBaseline(0.005), new Threshold.Above(0.05)),
            tuple(null, new Threshold.RelativeToBaseline(0.2)),
            tuple(new Threshold.Above(1000), new Threshold.RelativeToBaseline(0.05)),
            tuple(new Threshold.Below(-2.5), new Threshold.AboveBaseline(10)));
  }

  @Test
  void compares_with_one_false_alarm_in_a_hundred_runs_and_a_margin_for_each_metric() {
    String watch =
        """
        sources: {p: {probe: {url: "http://${target.name}"}}, c: {command: {command: [x, "${target.name}"]}}}
        watch:
          compare:
            metrics:
              - {name: a, source: p, metric: errorRate}
              - {name: b, source: p, metric: latency, margin: 50%}
              - {name: c, source: c, metric: rate}
              - {name: d, source: c, metric: level}
              - {name: e, source: c, metric: growth}
        """;

    Watch read = read(SHORT + watch).watch();

    assertThat(read.judges()).isTrue();
    Comparison comparison = read.compare().orElseThrow();
    assertThat(comparison.falseAlarms()).isEqualTo(0.01);
    assertThat(comparison.warmUp()).isEqualTo(Duration.ofMinutes(2));
    assertThat(comparison.against()).isEqualTo(Comparison.Against.WAITING);
    assertThat(comparison.days()).isEqualTo(7);
    assertThat(comparison.metrics())
        .extracting(Compared::name, Compared::metric, Compared::margin)
        .containsExactly(
            tuple("a", Compared.Metric.ERROR_RATE, 0.01),
            tuple("b", Compared.Metric.LATENCY, 0.5),
            tuple("c", Compared.Metric.RATE, 0.25),
            tuple("d", Compared.Metric.LEVEL, 0.25),
            tuple("e", Compared.Metric.GROWTH, 0.04));
  }

  @Test
  void makes_checks_repeatable() {
    Runbook runbook =
        read(SHORT + "checks: {before: [{id: c, retries: 3, run: {wait: {time: 1s}}}]}\n");

    assertThat(runbook.checksBefore().getFirst().repeatable()).isTrue();
    assertThat(runbook.checksBefore().getFirst().retries()).isEqualTo(3);
  }

  @Test
  void tells_which_sources_are_read_for_each_target() {
    Runbook runbook =
        read(
            SHORT
                + """
                sources:
                  each: {probe: {url: "http://${target.name}/"}}
                  whole: {probe: {url: "http://x/"}}
                """);

    assertThat(runbook.sources().get("each").perTarget()).isTrue();
    assertThat(runbook.sources().get("whole").perTarget()).isFalse();
  }

  @Test
  void lets_a_way_back_use_what_its_own_step_brought_forth() {
    String own =
        SHORT.replace(
            "[./ctl]}}", "[./ctl]}}, revert: {exec: {command: [\"${steps.switch.stdout}\"]}}");

    assertThat(read(own).targetSteps().getFirst().revert()).isPresent();
  }
}
