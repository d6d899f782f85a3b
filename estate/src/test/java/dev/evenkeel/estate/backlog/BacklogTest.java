package dev.evenkeel.estate.backlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.evenkeel.estate.Dependency;
import dev.evenkeel.estate.DependencyType;
import dev.evenkeel.estate.Estate;
import dev.evenkeel.estate.EstateReader;
import dev.evenkeel.estate.backlog.Factor.Weight;
import dev.evenkeel.estate.lifecycle.LifecycleReader;
import dev.evenkeel.estate.lifecycle.PathRules;
import dev.evenkeel.estate.lifecycle.ProductCatalogue;
import dev.evenkeel.estate.lifecycle.UnreadableFeed;
import dev.evenkeel.estate.map.EstateMap;
import dev.evenkeel.estate.version.Step;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What should be upgraded first, and why. */
@Tag("C08")
@Tag("C09")
class BacklogTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

  private static final String PRODUCTS =
      """
      {"postgresql": [
         {"cycle": "18", "releaseDate": "2025-09-25", "eol": "2030-11-14", "latest": "18.3"},
         {"cycle": "16", "releaseDate": "2023-09-14", "eol": "2028-11-09", "latest": "16.11"},
         {"cycle": "13", "releaseDate": "2020-09-24", "eol": "2025-11-13", "latest": "13.23"}],
       "tomcat": [
         {"cycle": "11.0", "releaseDate": "2024-10-09", "eol": false, "latest": "11.0.14"},
         {"cycle": "10.1", "releaseDate": "2022-09-23", "eol": false, "latest": "10.1.50"}],
       "redis": [
         {"cycle": "8.2", "releaseDate": "2025-08-04", "eol": false, "latest": "8.2.1"},
         {"cycle": "6.2", "releaseDate": "2021-02-22", "eol": true, "latest": "6.2.21"}],
       "ubuntu": [
         {"cycle": "26.10", "releaseDate": "2026-10-15", "eol": "2027-07-15", "lts": false, "latest": "26.10"},
         {"cycle": "24.04", "releaseDate": "2024-04-25", "eol": "2029-05-31", "lts": true, "latest": "24.04.3"},
         {"cycle": "20.04", "releaseDate": "2020-04-23", "eol": "2025-05-31", "lts": true, "latest": "20.04.6"}]}
      """;

  private final List<String> estate =
      new ArrayList<>(
          List.of(
              "{kind: System, name: shop, audience: customers, product: tomcat, version: 10.1.24, experts: [ann, bob], dependsOn: [db]}",
              "{kind: System, name: db, product: postgresql, version: '13.14', experts: [finn], problems: [slow backups]}",
              "{kind: System, name: wiki-db, product: postgresql, version: '13.14', experts: [finn]}",
              "{kind: System, name: new-db, product: postgresql, version: '18.3'}",
              "{kind: System, name: host, product: Ubuntu Linux 20.04, type: hardware}",
              "{kind: System, name: printer, warrantyEnd: 2026-12-01}",
              "{kind: System, name: mystery}"));

  @Test
  void what_is_out_of_support_and_hits_customers_is_first_and_what_could_not_move_is_left_out() {
    assertThat(backlog(Weights.USUAL))
        .extracting(item -> item.system().name())
        .startsWith("db")
        .containsExactlyInAnyOrder("db", "shop", "wiki-db", "host", "printer");
  }

  @Test
  void what_is_over_without_a_date_says_so_and_names_no_day() {
    estate.add("{kind: System, name: cache, product: redis, version: 6.2.14}");
    BacklogItem cache = item("cache");
    assertThat(cache.standing().end().orElseThrow().isDated()).isFalse();
    assertThat(cache.factors())
        .extracting(Factor::why)
        .contains("The vendor's support is over, nobody says since when");
    assertThat(item("db").standing().end().orElseThrow().isDated()).isTrue();
  }

  @Test
  void each_has_a_target_with_its_size_and_the_reason() {
    Target target = item("db").target().orElseThrow();
    assertThat(target.version()).isEqualTo("18.3");
    assertThat(target.step().size()).isEqualTo(Step.Size.MAJOR);
    assertThat(target.reason()).isEqualTo("the newest line that is maintained");
    assertThat(item("host").target().orElseThrow().version()).isEqualTo("24.04.3");
    assertThat(item("host").target().orElseThrow().reason())
        .isEqualTo("the newest line with long-term support");
    assertThat(item("printer").target()).isEmpty();
  }

  @Test
  void the_calculation_is_open_and_adds_up() {
    BacklogItem item = item("db");
    double risk =
        item.factors().stream().filter(f -> f.name().ofRisk()).mapToDouble(Factor::points).sum();
    double impact =
        item.factors().stream().filter(f -> !f.name().ofRisk()).mapToDouble(Factor::points).sum();
    assertThat(item.risk()).isEqualTo(risk, within(1e-9));
    assertThat(item.impact()).isEqualTo(impact, within(1e-9));
    assertThat(item.score()).isEqualTo(risk * impact / 100, within(1e-9));
    assertThat(item.factors())
        .extracting(Factor::why)
        .contains(
            "The vendor's support ended on 2025-11-13",
            "a problem is noted: slow backups",
            "only finn knows it inside out",
            "red: shop needs it",
            "1 system needs it");
  }

  @Test
  void what_changes_elsewhere_never_turns_the_order_of_two_round() {
    List<String> before = names(backlog(Weights.USUAL));
    Map<String, Double> scores = scores();
    for (int n = 0; n < 300; n++) {
      estate.add(
          "{kind: System, name: other%d, audience: customers, users: 99999, product: postgresql, version: '13.1', problems: [a, b, c], supportEnd: 2001-01-01}"
              .formatted(n));
    }
    assertThat(names(backlog(Weights.USUAL))).containsSubsequence(before);
    assertThat(scores()).containsAllEntriesOf(scores);
  }

  @Test
  void weights_turn_the_order_and_those_that_say_nothing_are_refused() {
    assertThat(names(backlog(Weights.USUAL))).containsSubsequence("shop", "host");
    Weights knowledgeAlone =
        Weights.of(
            Map.of(
                Weight.SUPPORT,
                0,
                Weight.ADVISORIES,
                0,
                Weight.BEHIND,
                0,
                Weight.PROBLEMS,
                0,
                Weight.AGE,
                0));
    assertThat(names(backlog(knowledgeAlone))).endsWith("shop");
    assertThatThrownBy(() -> Weights.of(Map.of(Weight.AGE, 101)))
        .hasMessageContaining("age is 101");
    assertThatThrownBy(() ->
            Weights.of(
                Map.of(
                    Weight.CRITICALITY,
                    0,
                    Weight.SYSTEMS_HIT,
                    0,
                    Weight.PEOPLE_HIT,
                    0,
                    Weight.WORKFLOWS_HIT,
                    0)))
        .hasMessageContaining("everything would be the same");
  }

  @Test
  void what_a_person_states_of_support_takes_the_place_of_the_vendors_dates() {
    estate.add(
        "{kind: System, name: paid-db, product: postgresql, version: '13.14', supportEnd: 2028-12-31}");
    Factor support =
        item("paid-db").factors().stream()
            .filter(factor -> factor.name() == Weight.SUPPORT)
            .findFirst()
            .orElseThrow();
    assertThat(support.share()).isZero();
    assertThat(support.why()).startsWith("Support ends on 2028-12-31, in ");
  }

  @Test
  @Tag("C14")
  void a_dependency_gets_along_with_a_target_or_not_or_nobody_has_said() {
    assertThat(compatible("13", "17", "18.3").answer())
        .isEqualTo(Compatibility.Answer.INCOMPATIBLE);
    assertThat(compatible("13", "18", "18.3").answer()).isEqualTo(Compatibility.Answer.COMPATIBLE);
    assertThat(compatible("19", null, "18.3").why()).isEqualTo("it works from 19 on");
    assertThat(compatible("13", null, "18.3").answer()).isEqualTo(Compatibility.Answer.UNKNOWN);
    assertThat(compatible(null, null, "18.3").answer()).isEqualTo(Compatibility.Answer.UNKNOWN);
  }

  private static Compatibility compatible(
      @Nullable String since, @Nullable String until, String target) {
    return Compatibility.of(
        new Dependency(
            "db",
            DependencyType.CALLS,
            Optional.empty(),
            Optional.ofNullable(since),
            Optional.ofNullable(until),
            Optional.empty(),
            Optional.empty()),
        target);
  }

  private Map<String, Double> scores() {
    return backlog(Weights.USUAL).stream()
        .filter(item -> !item.system().name().startsWith("other"))
        .collect(Collectors.toMap(item -> item.system().name(), BacklogItem::score));
  }

  private static List<String> names(List<BacklogItem> items) {
    return items.stream().map(item -> item.system().name()).toList();
  }

  private BacklogItem item(String name) {
    return backlog(Weights.USUAL).stream()
        .filter(item -> item.system().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private List<BacklogItem> backlog(Weights weights) {
    String text =
        estate.stream()
            .map(document -> document.replaceFirst("\\{", "{apiVersion: evenkeel/v1, "))
            .collect(Collectors.joining("\n---\n"));
    var reading = EstateReader.read("estate", text);
    assertThat(reading.findings()).isEmpty();
    try {
      var feed =
          LifecycleReader.read(
              new ByteArrayInputStream(PRODUCTS.getBytes(StandardCharsets.UTF_8)),
              Optional.empty());
      assertThat(feed.rejected()).isEmpty();
      return Backlog.of(
          EstateMap.of(Estate.of(reading.documents())),
          ProductCatalogue.of(feed.products(), List.of(), PathRules.builtIn()),
          Exposures.NONE,
          weights,
          TODAY);
    } catch (UnreadableFeed e) {
      throw new AssertionError(e);
    }
  }
}
