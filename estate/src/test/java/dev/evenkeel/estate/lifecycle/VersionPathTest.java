package dev.evenkeel.estate.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.estate.version.Step;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Shows C25: whether a target is reached directly, and by which versions the way leads otherwise.
 */
@Tag("C25")
@Tag("C09")
class VersionPathTest {
  private static final PathRules RULES = PathRules.builtIn();

  @ParameterizedTest
  @CsvSource({
    "gitlab, 16.2.3, 18.5.1, 16.3.9 16.7 16.11.9 17.3 17.5 17.8.9 17.11.9 18.2 18.5.1",
    "gitlab, 17.11.2, 18.1.0, 18.1.0",
    "gitlab, 17.10.0, 17.11.1, 17.11.1",
    "ubuntu, 20.04, 24.04, 22.04.5 24.04",
    "ubuntu, 20.04.6, 25.10, 22.04.5 24.04.3 25.10",
    "ubuntu, 23.10, 24.04, 24.04",
    "kubernetes, 1.31.4, 1.34.0, 1.32 1.33 1.34.0",
    "postgresql, 9.6.24, 18.1, 18.1",
    "apache-kafka, 2.8.1, 4.1.0, 3.9 4.1.0",
    "apache-kafka, 3.5.0, 4.1.0, 4.1.0",
  })
  void leads_by_the_versions_that_must_not_be_left_out(
      String product, String current, String target, String hops) throws Exception {
    var path = VersionPath.from(current, target, Lifecycles.product(product), RULES);
    assertThat(path.hops().stream().map(VersionPath.Hop::version).collect(Collectors.joining(" ")))
        .isEqualTo(hops);
    assertThat(path.known()).isTrue();
  }

  @Test
  void counts_majors_that_the_data_does_not_list() throws Exception {
    var feed = Lifecycles.read("{\"nextcloud\": [{\"cycle\": \"28\", \"latest\": \"28.0.14\"}]}");
    var path = VersionPath.from("27.1.2", "30.0.0", feed.products().getFirst(), RULES);
    assertThat(path.hops())
        .extracting(VersionPath.Hop::version)
        .containsExactly("28.0.14", "29", "30.0.0");
  }

  @Test
  void says_of_every_hop_how_big_it_is_and_why_it_must_be() throws Exception {
    var path = VersionPath.from("20.04", "24.04", Lifecycles.product("ubuntu"), RULES);
    var first = path.hops().getFirst();
    assertThat(first.step().size()).isEqualTo(Step.Size.MAJOR);
    assertThat(first.reason()).contains("from one LTS release to the next");
    assertThat(first.source())
        .hasValueSatisfying(source -> assertThat(source).startsWith("https://"));
    assertThat(path.hops().getLast().reason()).isEqualTo("it is the target");
  }

  @Test
  void does_not_call_a_way_known_that_no_rule_describes() throws Exception {
    var path = VersionPath.from("6.2.1", "8.2.3", Lifecycles.product("redis"), RULES);
    assertThat(path.known()).isFalse();
    assertThat(path.hops()).extracting(VersionPath.Hop::version).containsExactly("8.2.3");
    assertThat(path.reason()).startsWith("no rule is known for Redis");
  }

  @Test
  void does_not_call_a_way_known_that_begins_before_all_known_lines() throws Exception {
    var path = VersionPath.from("1.24.3", "1.33.0", Lifecycles.product("kubernetes"), RULES);
    assertThat(path.known()).isFalse();
    assertThat(path.reason()).startsWith("no release line is known for 1.24.3");
    assertThat(path.hops())
        .extracting(VersionPath.Hop::version)
        .containsExactly("1.31", "1.32", "1.33.0");
  }

  @ParameterizedTest
  @CsvSource({"16, 15.4", "16.1, 16.1"})
  void has_nothing_to_climb_downwards(String current, String target) throws Exception {
    var path = VersionPath.from(current, target, Lifecycles.product("postgresql"), RULES);
    assertThat(path.hops()).isEmpty();
    assertThat(path.reason()).contains("nothing to climb");
  }

  @Test
  void says_which_version_it_does_not_understand() throws Exception {
    var path = VersionPath.from("latest", "18", Lifecycles.product("postgresql"), RULES);
    assertThat(path.known()).isFalse();
    assertThat(path.reason()).contains("'latest' is no version");
  }

  @Test
  void lets_a_rule_of_ones_own_take_the_place_of_the_built_in_ones() throws Exception {
    var own =
        PathRules.read(
            "own.yaml",
            """
            rules:
              - {product: postgresql, way: stops, stops: [15, 16], says: we test these, source: "https://example.org"}
            """);
    assertThat(own.findings()).isEmpty();
    var rules = RULES.with(own.rules().orElseThrow());
    var path = VersionPath.from("9.6", "18", Lifecycles.product("postgresql"), rules);
    assertThat(path.hops())
        .extracting(VersionPath.Hop::version)
        .containsExactly("15.15", "16.11", "18");
    assertThat(path.whose()).isEqualTo(WayRules.Whose.OWN);
    var other = VersionPath.from("20.04", "24.04", Lifecycles.product("ubuntu"), rules);
    assertThat(other.hops()).hasSize(2);
    assertThat(other.whose()).isEqualTo(WayRules.Whose.SHIPPED);
  }

  @Test
  void keeps_to_the_built_in_rules_from_versions_that_ones_own_say_nothing_of() throws Exception {
    var own =
        PathRules.read(
            "own.yaml",
            """
            rules:
              - {product: gitlab, way: direct, whenBelow: "17", says: it was tried, source: ann}
            """);
    var rules = RULES.with(own.rules().orElseThrow());
    var gitlab = Lifecycles.product("gitlab");
    var mine = VersionPath.from("16.2.3", "18.5.1", gitlab, rules);
    assertThat(mine.hops()).extracting(VersionPath.Hop::version).containsExactly("18.5.1");
    assertThat(mine.whose()).isEqualTo(WayRules.Whose.OWN);
    var theirs = VersionPath.from("17.10.0", "18.1.0", gitlab, rules);
    assertThat(theirs.hops()).extracting(VersionPath.Hop::version).contains("17.11.9", "18.1.0");
    assertThat(theirs.whose()).isEqualTo(WayRules.Whose.SHIPPED);
  }

  @Test
  void names_the_line_of_a_rule_that_makes_no_sense() {
    var reading =
        PathRules.read(
            "own.yaml",
            """
            rules:
              - product: postgresql
                way: stops
                says: x
                source: y
              - product: redis
                way: sideways
                says: x
                source: y
              - product: kafka
                way: stops
                stops: [last]
                whenBelow: the end
                says: x
                source: y
            """);
    assertThat(reading.rules()).isEmpty();
    assertThat(reading.findings())
        .extracting(finding -> finding.where().line() + " " + finding.rule())
        .containsExactly("2 key-combination", "7 unknown-word", "10 wrong-type", "10 wrong-type");
  }

  @Test
  void gives_every_built_in_rule_an_address() {
    assertThat(RULES.rules())
        .hasSizeGreaterThan(10)
        .allSatisfy(rule -> {
          assertThat(rule.source()).startsWith("https://");
          assertThat(rule.says()).isNotBlank();
        });
  }

  @ParameterizedTest
  @CsvSource({
    "postgresql, 15.3, 15.15, PATCH, both are in the release line 15",
    "postgresql, 15.3, 16.1, MAJOR, the release line changes from 15 to 16",
    "nodejs, 20.1.0, 20.5.0, MINOR, both are in the release line 20",
    "mssqlserver, 16.0.1000.6, 16.0.4215.2, PATCH, both are in the release line 16.0",
    "postgresql, 9.6.20-0ubuntu0.16.04, 9.6.24, PATCH, both are in the release line 9.6",
    "nodejs, 20.5.0, 20.5.1, PATCH, both are in the release line 20",
    "kubernetes, 1.31.2, 1.32.0, MINOR, the release line changes from 1.31 to 1.32",
    "ubuntu, 24.04, 25.10, MAJOR, named after year and month",
    "ubuntu, 23.10, 24.04, MAJOR, named after year and month",
    "windows-server, 2012 R2, 2022, MAJOR, the release line changes from 2012-r2 to 2022",
    "postgresql, 15.3, 14.1, DOWNGRADE, is older than",
    "postgresql, 15.3, latest, UNKNOWN, is no version that could be compared",
    "redis, 4.0.1, 4.0.2, PATCH, number 3",
  })
  void knows_a_step_better_by_the_release_lines(
      String product, String from, String to, Step.Size size, String reason) throws Exception {
    var step = Lifecycles.product(product).step(from, to);
    assertThat(step.size()).isEqualTo(size);
    assertThat(step.reason()).contains(reason);
  }

  @Test
  void finds_a_way_between_any_two_lines_of_real_products() throws Exception {
    for (var product : Lifecycles.real().products()) {
      if (RULES.of(product).isEmpty()) {
        continue;
      }
      for (var from : product.lines()) {
        for (var to : product.lines()) {
          var path = VersionPath.from(from.name(), to.name(), product, RULES);
          var sizes = path.hops().stream().map(hop -> hop.step().size()).toList();
          assertThat(sizes)
              .as("%s %s to %s: %s", product.name(), from.name(), to.name(), path.hops())
              .doesNotContain(Step.Size.DOWNGRADE, Step.Size.NONE);
          assertThat(path.hops().stream().map(VersionPath.Hop::version).reduce((_, last) -> last))
              .isIn(Optional.empty(), Optional.of(to.name()));
        }
      }
    }
  }
}
