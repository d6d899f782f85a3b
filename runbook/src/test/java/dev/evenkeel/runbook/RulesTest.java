package dev.evenkeel.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RulesTest {
  static Stream<Broken> broken() {
    return Broken.ALL.stream();
  }

  @Test
  void finds_nothing_in_a_good_runbook() {
    assertThat(RunbookReader.read("good.yaml", Broken.GOOD).findings()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("broken")
  void finds_what_is_broken(Broken broken) {
    Reading reading = RunbookReader.read("broken.yaml", broken.runbook());

    assertThat(reading.findings()).extracting(Finding::rule).contains(broken.rule().id());
    assertThat(reading.findings()).allSatisfy(RulesTest::isUseful);
    assertThat(reading.runbook().isPresent()).isEqualTo(reading.errors().isEmpty());
  }

  @Test
  void an_input_whose_name_was_misspelt_is_not_said_to_be_unused_as_well() {
    String misspelt = Broken.GOOD.replace("${inputs.to}", "${input.to}");
    assertThat(RunbookReader.read("broken.yaml", misspelt).findings())
        .isNotEmpty()
        .allSatisfy(
            finding -> assertThat(finding.wayOut()).isEqualTo("Did you mean ${inputs.to}?"));
  }

  @Test
  void a_text_that_is_too_tooLongis_told_so_without_being_counted() {
    String tooLong = "#".repeat(RunbookReader.LONGEST + 1);
    assertThat(RunbookReader.read("long.yaml", tooLong).findings())
        .extracting(Finding::message)
        .containsExactly("The runbook is longer than 1,048,576 characters, the most that is read.");
  }

  private static void isUseful(Finding finding) {
    assertThat(finding.message()).endsWith(".");
    assertThat(finding.wayOut()).isNotBlank();
    assertThat(finding.where().line()).isPositive();
    assertThat(finding.where().column()).isPositive();
  }

  @Test
  void every_rule_has_an_example_that_breaks_it() {
    assertThat(broken().map(Broken::rule).distinct()).containsExactlyInAnyOrder(Rule.values());
  }

  @Test
  void says_what_where_and_the_way_out() {
    String all =
        broken()
            .map(broken ->
                "%s%n%s".formatted(broken.rule().id(), said(broken.runbook())).replace("\r", ""))
            .collect(Collectors.joining("\n"));

    Golden.assertMatches(Path.of("src/test/resources/golden/findings.txt"), all);
  }

  private static String said(String runbook) {
    List<Finding> findings = RunbookReader.read("broken.yaml", runbook).findings();
    return findings.stream()
        .map(f ->
            "  %d:%d %s %s%n      %s%n      -> %s%n"
                .formatted(
                    f.where().line(),
                    f.where().column(),
                    f.severity().name().toLowerCase(),
                    f.rule(),
                    f.message(),
                    f.wayOut()))
        .collect(Collectors.joining());
  }

  @Test
  void has_names_that_differ() {
    assertThat(Arrays.stream(Rule.values()).map(Rule::id)).doesNotHaveDuplicates();
  }
}
