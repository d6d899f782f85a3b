package dev.evenkeel.estate.map;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.estate.Criticality;
import dev.evenkeel.estate.Document;
import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.estate.Estate;
import dev.evenkeel.estate.EstateReader;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How critical things are, and why. */
@Tag("C13")
@Tag("C15")
class RatingsTest {

  @Test
  void what_customers_work_with_is_red_and_so_is_all_it_cannot_run_without() {
    EstateMap map =
        map(
            "{kind: System, name: shop, audience: customers, dependsOn: [{system: app}]}",
            "{kind: System, name: app, dependsOn: [{system: db, type: data}, {system: host, type: runs-on}]}",
            "{kind: System, name: db}",
            "{kind: System, name: host}",
            "{kind: System, name: wiki}");
    assertThat(criticality(map, "db")).isEqualTo(Criticality.RED);
    assertThat(criticality(map, "host")).isEqualTo(Criticality.RED);
    assertThat(rating(map, "host").why()).isEqualTo("app needs it");
    assertThat(criticality(map, "wiki")).isEqualTo(Criticality.GREEN);
  }

  @Test
  void what_only_a_script_of_something_red_touches_is_yellow() {
    EstateMap map =
        map(
            "{kind: System, name: shop, holds: [billing], dependsOn: [{system: report, type: script}]}",
            "{kind: System, name: report, dependsOn: [store]}",
            "{kind: System, name: store}");
    assertThat(criticality(map, "report")).isEqualTo(Criticality.YELLOW);
    assertThat(criticality(map, "store")).isEqualTo(Criticality.YELLOW);
  }

  @Test
  void where_others_stand_in_it_is_one_step_less() {
    EstateMap map =
        map(
            "{kind: System, name: shop, audience: customers, dependsOn: [web1, web2]}",
            "{kind: System, name: web1, group: web}",
            "{kind: System, name: web2, group: web}");
    assertThat(criticality(map, "web1")).isEqualTo(Criticality.YELLOW);
  }

  @Test
  void what_a_core_workflow_needs_is_red() {
    EstateMap map =
        map(
            "{kind: Workflow, name: pay-wages, dependsOn: [payroll]}",
            "{kind: System, name: payroll, audience: staff}");
    assertThat(criticality(map, "payroll")).isEqualTo(Criticality.RED);
  }

  @Test
  void what_a_person_states_stands_and_counts_for_what_it_needs() {
    EstateMap map =
        map(
            "{kind: System, name: shop, audience: customers, criticality: green, dependsOn: [db]}",
            "{kind: System, name: db}");
    assertThat(rating(map, "shop"))
        .isEqualTo(new Rating(Criticality.GREEN, true, Criticality.RED, "customers work with it"));
    assertThat(criticality(map, "db")).isEqualTo(Criticality.GREEN);
  }

  @Test
  void cycles_come_to_an_end() {
    EstateMap map =
        map(
            "{kind: System, name: a, audience: customers, dependsOn: [b]}",
            "{kind: System, name: b, dependsOn: [a, b]}");
    assertThat(criticality(map, "b")).isEqualTo(Criticality.RED);
  }

  private static Rating rating(EstateMap map, String name) {
    return map.rating(map.find(new Document.Key(EntryKind.SYSTEM, name)).orElseThrow());
  }

  private static Criticality criticality(EstateMap map, String name) {
    return rating(map, name).criticality();
  }

  static EstateMap map(String... documents) {
    String text =
        Arrays.stream(documents)
            .map(document -> document.replaceFirst("\\{", "{apiVersion: evenkeel/v1, "))
            .collect(Collectors.joining("\n---\n"));
    var reading = EstateReader.read("estate", text);
    assertThat(reading.findings()).isEmpty();
    return EstateMap.of(Estate.of(reading.documents()));
  }
}
