package dev.evenkeel.server.execution.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.runbook.Reading;
import dev.evenkeel.runbook.Runbook;
import dev.evenkeel.runbook.RunbookReader;
import dev.evenkeel.runbook.Target;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a runbook becomes. */
@Tag("C92")
class PlannerTest {
  private static final String FOUR =
      """
      apiVersion: evenkeel/v1
      kind: Runbook
      name: four
      title: Four nodes
      inputs: {quick: {type: boolean, default: "false"}}
      targets:
        - {name: n1, facts: {port: 9010, role: primary}}
        - {name: n2, group: pilot, facts: {port: 9002, role: standby}}
        - {name: n3, facts: {port: 901, role: standby}}
        - {name: n4, facts: {port: 9004, role: standby}}
      rollout: {soak: 10s%s}
      steps:
        target:
          - {id: stop, timeout: 1m, run: {wait: {time: 0s}}}
          - {id: tell, timeout: 1m, when: "${target.role} == primary and not ${inputs.quick}", run: {wait: {time: 0s}}}
        wave:
          - {id: share, each: upgraded, timeout: 1m, run: {wait: {time: 0s}}}
          - {id: announce, timeout: 1m, run: {wait: {time: 0s}}}
      """;

  @Test
  void a_fleet_of_four_rounds_up_to_one_one_two_four() {
    assertThat(Planner.waves(read("")))
        .extracting(wave -> wave.upgraded().size())
        .containsExactly(1, 1, 2, 4);
    assertThat(Planner.waves(read("")))
        .extracting(wave -> wave.joining().size())
        .containsExactly(1, 0, 1, 2);
  }

  @Test
  void a_lone_canary_gets_the_weight_that_is_five_percent_of_the_traffic() {
    List<WaveShape> waves = Planner.waves(read(""));
    assertThat(waves).extracting(WaveShape::weight).containsExactly(16, 100, 100, 100);
    assertThat(waves).extracting(WaveShape::previousWeight).containsExactly(0, 16, 100, 100);
  }

  @ParameterizedTest
  @CsvSource({
    "0.05,1,4,16",
    "0.05,1,20,100",
    "0.25,1,4,100",
    "0.5,10,20,100",
    "0.01,1,100,100",
    "0.01,50,100,1"
  })
  void the_weight_gives_the_upgraded_their_share(
      double traffic, int upgraded, int all, int weight) {
    assertThat(WaveShape.weight(traffic, upgraded, all)).isEqualTo(weight);
  }

  @Test
  void targets_are_ordered_by_a_fact_numbers_by_size() {
    assertThat(Planner.waves(read(", orderBy: port")).getLast().upgraded())
        .extracting(Target::name)
        .containsExactly("n3", "n2", "n4", "n1");
  }

  @Test
  void a_wave_of_groups_takes_their_targets() {
    assertThat(Planner.waves(read(", waves: [{groups: [pilot]}, 100%]")))
        .extracting(wave -> wave.joining().stream().map(Target::name).toList())
        .containsExactly(List.of("n2"), List.of("n1", "n3", "n4"));
  }

  @Test
  void steps_are_named_by_wave_and_target_and_left_out_when_their_condition_does_not_hold() {
    assertThat(keys(Map.of()))
        .containsExactly(
            "w1/n1/stop",
            "w1/n1/tell",
            "w1/wave/n1/share",
            "w1/wave/announce",
            "w2/wave/n1/share",
            "w2/wave/announce",
            "w3/n2/stop",
            "w3/wave/n1/share",
            "w3/wave/n2/share",
            "w3/wave/announce",
            "w4/n3/stop",
            "w4/n4/stop",
            "w4/wave/n1/share",
            "w4/wave/n2/share",
            "w4/wave/n3/share",
            "w4/wave/n4/share",
            "w4/wave/announce");
    assertThat(keys(Map.of("quick", "true"))).doesNotContain("w1/n1/tell");
  }

  @Test
  void a_target_that_joins_had_no_weight_before() {
    WaveShape third = Planner.waves(read("")).get(2);
    assertThat(Names.ofWave(third, true)).containsEntry("wave.previousWeight", "0");
    assertThat(Names.ofWave(third, false)).containsEntry("wave.previousWeight", "100");
  }

  private static List<String> keys(Map<String, String> inputs) {
    return Planner.plan(read(""), inputs, false).steps().keySet().stream()
        .map(StepKey::value)
        .toList();
  }

  private static Runbook read(String rollout) {
    Reading reading = RunbookReader.read("four.yaml", FOUR.formatted(rollout));
    return reading.runbook().orElseThrow(() -> new AssertionError(reading.errors()));
  }
}
