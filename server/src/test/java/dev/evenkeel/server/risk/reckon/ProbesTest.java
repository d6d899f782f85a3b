package dev.evenkeel.server.risk.reckon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.estate.Estate;
import dev.evenkeel.estate.EstateReader;
import dev.evenkeel.estate.backlog.Standing;
import dev.evenkeel.estate.lifecycle.SupportStatus;
import dev.evenkeel.estate.map.EstateMap;
import dev.evenkeel.server.plan.Terms;
import dev.evenkeel.server.plan.UpgradeClass;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("C11")
class ProbesTest {
  private static final LocalDate TODAY = LocalDate.parse("2027-01-01");

  private static Estate estate(String... documents) {
    String text =
        java.util.Arrays.stream(documents)
            .map(document -> "{apiVersion: evenkeel/v1, " + document + "}")
            .collect(Collectors.joining("\n---\n"));
    EstateReader.Reading reading = EstateReader.read("test", text);
    assertThat(reading.findings()).isEmpty();
    return Estate.of(reading.documents());
  }

  private static Terms terms(String... systems) {
    return new Terms(
        "t",
        "",
        List.of(systems),
        "1",
        "3",
        UpgradeClass.MAJOR,
        "ann",
        Optional.of(LocalDate.parse("2027-03-31")),
        Optional.empty(),
        Optional.of("restore"));
  }

  private static List<Probe> probes(Terms terms, Estate estate) {
    return Probes.of(
        terms,
        estate,
        EstateMap.of(estate),
        system -> Standing.supportEnd(system, Optional.empty(), TODAY),
        TODAY);
  }

  private static List<String> keys(Terms terms, Estate estate) {
    return probes(terms, estate).stream().map(Probe::key).toList();
  }

  @Test
  void a_hidden_script_out_of_support_is_found_over_several_hops_with_the_chain() {
    Estate estate =
        estate(
            "kind: System, name: a, experts: [x], dependsOn: [b]",
            "kind: System, name: b, dependsOn: [{system: c, type: script}]",
            "kind: System, name: c, product: php, version: '7.4', supportEnd: 2022-11-28",
            "kind: Person, name: x");
    assertThat(probes(terms("a"), estate))
        .singleElement()
        .satisfies(probe -> {
          assertThat(probe.key()).isEqualTo("out-of-support:c");
          assertThat(probe.detail()).contains("a → b → c", "php 7.4", "2022-11-28");
        });
  }

  @Test
  void support_that_ends_on_the_day_of_go_live_is_still_there() {
    String system = "kind: System, name: a, experts: [x], supportEnd: %s";
    assertThat(keys(terms("a"), estate(system.formatted("2027-03-31"), "kind: Person, name: x")))
        .isEmpty();
    assertThat(keys(terms("a"), estate(system.formatted("2027-03-30"), "kind: Person, name: x")))
        .containsExactly("out-of-support:a");
  }

  @Test
  void what_is_supported_today_but_not_by_the_go_live_is_not_called_out_of_support() {
    String system = "kind: System, name: a, title: Shop, experts: [x], supportEnd: %s";
    String expert = "kind: Person, name: x";
    assertThat(probes(terms("a"), estate(system.formatted(TODAY), expert)))
        .extracting(Probe::title)
        .containsExactly("Support of Shop ends on 2027-01-01, before the go-live");
    assertThat(probes(terms("a"), estate(system.formatted(TODAY.minusDays(1)), expert)))
        .extracting(Probe::title)
        .containsExactly("Shop is out of support");
  }

  @Test
  void support_that_is_over_and_nobody_says_since_when_names_no_day() {
    Estate estate = estate("kind: System, name: a, experts: [x]", "kind: Person, name: x");
    var gone =
        new SupportStatus(
            SupportStatus.Phase.OUT_OF_SUPPORT,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            "out of support");
    List<Probe> probes =
        Probes.of(
            terms("a"),
            estate,
            EstateMap.of(estate),
            system -> Standing.supportEnd(system, Optional.of(gone), TODAY),
            TODAY);
    assertThat(probes)
        .singleElement()
        .satisfies(probe -> {
          assertThat(probe.key()).isEqualTo("out-of-support:a");
          assertThat(probe.detail())
              .contains("the vendor's support is over, nobody says since when.")
              .doesNotContainPattern("\\d{4}-\\d\\d-\\d\\d");
        });
  }

  @Test
  @Tag("C16")
  void knowledge_is_at_risk_when_all_who_know_it_are_away_or_there_is_nobody() {
    String a = "kind: System, name: a, experts: %s";
    String away = "kind: Person, name: x, absences: [{from: %s, to: %s}]";
    assertThat(keys(terms("a"), estate("kind: System, name: a"))).containsExactly("knowledge:a");
    assertThat(
            keys(
                terms("a"), estate(a.formatted("[x]"), away.formatted("2027-04-07", "2027-04-20"))))
        .containsExactly("knowledge:a");
    assertThat(
            keys(
                terms("a"), estate(a.formatted("[x]"), away.formatted("2027-04-08", "2027-04-20"))))
        .isEmpty();
    assertThat(
            keys(
                terms("a"), estate(a.formatted("[x]"), away.formatted("2027-03-01", "2027-03-27"))))
        .isEmpty();
    assertThat(
            keys(
                terms("a"),
                estate(
                    a.formatted("[x, y]"),
                    away.formatted("2027-03-31", "2027-03-31"),
                    "kind: Person, name: y")))
        .isEmpty();
    assertThat(
            probes(
                terms("a"),
                estate(a.formatted("[x, y]"), away.formatted("2027-03-31", "2027-03-31"))))
        .singleElement()
        .satisfies(
            probe -> assertThat(probe.title()).startsWith("It is not known whether anybody"));
  }

  @Test
  @Tag("C14")
  void what_depends_on_it_is_compatible_incompatible_or_unknown() {
    Estate estate =
        estate(
            "kind: System, name: a, experts: [x]",
            "kind: Person, name: x",
            "kind: System, name: fits, dependsOn: [{system: a, until: '3'}]",
            "kind: System, name: old, dependsOn: [{system: a, until: '2'}]",
            "kind: System, name: unsaid, dependsOn: [{system: a, type: field, via: tier}]");
    assertThat(keys(terms("a"), estate))
        .containsExactlyInAnyOrder(
            "incompatible:old:calls", "compatibility-unknown:unsaid:field (tier)");
    assertThat(keys(terms("a", "unsaid", "old"), estate))
        .as("what is upgraded together is not asked about")
        .noneMatch(key -> key.startsWith("compat") || key.startsWith("incompat"));
  }

  @Test
  void a_cycle_and_what_nobody_has_described_are_found() {
    Estate estate =
        estate(
            "kind: System, name: a, experts: [x], dependsOn: [{system: b}, {system: ghost}]",
            "kind: System, name: b, dependsOn: [{system: a, until: '9'}]",
            "kind: Person, name: x");
    assertThat(probes(terms("a"), estate))
        .extracting(Probe::key)
        .containsExactlyInAnyOrder("dangling:ghost", "cycle:a");
    assertThat(
            probes(terms("a"), estate).stream()
                .filter(p -> p.key().equals("cycle:a"))
                .findFirst()
                .orElseThrow()
                .detail())
        .contains("a → b → a");
  }

  @Test
  void no_way_back_and_a_system_that_is_gone_are_risks() {
    Terms without =
        new Terms(
            "t",
            "",
            List.of("gone"),
            "1",
            "3",
            UpgradeClass.MAJOR,
            "ann",
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    assertThat(keys(without, Estate.EMPTY)).containsExactly("gone:gone", "no-way-back");
  }

  @Test
  void of_very_many_the_rest_is_told_as_one_and_keys_stay_the_same() {
    String[] documents =
        IntStream.range(0, 1_000)
            .mapToObj(n -> "kind: System, name: s%04d, dependsOn: [a]".formatted(n))
            .toArray(String[]::new);
    documents[0] = "kind: System, name: a, experts: [x]";
    documents[1] = "kind: Person, name: x";
    Estate estate = estate(documents);
    List<String> keys = keys(terms("a"), estate);
    assertThat(keys).hasSize(Probes.MOST_OF_A_SORT + 1).endsWith("compatibility-unknown:*");
    assertThat(keys(terms("a"), estate)).isEqualTo(keys);
  }
}
