package dev.evenkeel.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostileTextTest {
  private static Reading read(String text) {
    return RunbookReader.read("hostile.yaml", text);
  }

  private static void assertRefused(String text, Rule rule) {
    assertThat(read(text).findings()).extracting(Finding::rule).contains(rule.id());
    assertThat(read(text).runbook()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  \n\n", "# only a comment\n", "\uFEFF", "---\n", "--- ~\n"})
  void refuses_a_text_that_says_nothing(String text) {
    assertThat(read(text).errors()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({"just words,wrong-type", "42,wrong-type", "'- a\n- b',wrong-type"})
  void refuses_what_is_no_mapping(String text, String rule) {
    assertThat(read(text).findings()).extracting(Finding::rule).containsExactly(rule);
  }

  @Test
  void refuses_more_than_a_mebibyte() {
    assertRefused("#" + "x".repeat(1 << 20), Rule.TOO_LARGE);
    assertThat(read(Broken.GOOD + "#" + "x".repeat(1_000_000)).runbook()).isPresent();
  }

  @Test
  void refuses_deep_nesting_of_all_kinds() {
    assertRefused("a: " + "[".repeat(500_000), Rule.TOO_LARGE);
    assertRefused("{a: ".repeat(200_000), Rule.TOO_LARGE);
    assertRefused("- ".repeat(500_000), Rule.TOO_LARGE);
  }

  @Test
  void refuses_aliases_that_stand_for_billions() {
    String laughs =
        IntStream.range(1, 12)
            .mapToObj(i ->
                "a%d: &a%d [%s]"
                    .formatted(
                        i,
                        i,
                        "*a" + (i - 1) + ", *a" + (i - 1) + ", *a" + (i - 1) + ", *a" + (i - 1)
                            + ", *a" + (i - 1) + ", *a" + (i - 1)))
            .collect(Collectors.joining("\n", "a0: &a0 [ha, ha, ha]\n", "\n"));

    assertRefused(laughs, Rule.TOO_LARGE);
  }

  @Test
  void refuses_an_alias_inside_of_itself() {
    assertRefused("a: &a [*a]", Rule.YAML_SYNTAX);
  }

  @Test
  void understands_an_alias_for_a_whole_value() {
    String shared =
        Broken.GOOD
            .replace(
                "revert: {exec: {command: [./ctl, back",
                "revert: &back {exec: {command: [./ctl, back")
            .replace(
                "revert: {sql: {url: \"jdbc:postgresql://db/app\", statements: [select g()]}}",
                "revert: *back");

    assertThat(read(shared).findings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u0000", "\u0007", "\u001B", "\u007F", "\uFFFD", "\uD800", "\uFFFE"})
  void refuses_characters_that_nobody_can_see(String character) {
    assertRefused(Broken.GOOD.replace("example", "exa" + character + "mple"), Rule.BAD_CHARACTER);
  }

  @Test
  void takes_a_byte_order_mark_and_line_ends_of_all_systems() {
    assertThat(read("\uFEFF" + Broken.GOOD).findings()).isEmpty();
    assertThat(read(Broken.GOOD.replace("\n", "\r\n")).findings()).isEmpty();
  }

  @Test
  void counts_lines_and_characters_as_editors_do() {
    Reading reading =
        read("# 😀é\r\napiVersion: evenkeel/v1\r\nkind: Runbook\r\ntitle: 😀\r\nnmae: x\r\n");

    assertThat(reading.findings())
        .filteredOn(finding -> finding.rule().equals("unknown-key"))
        .extracting(Finding::where)
        .contains(new Where(5, 1));
  }

  @Test
  void reads_two_thousand_targets() {
    String targets =
        IntStream.range(0, 2_000)
            .mapToObj(i ->
                "  - {name: node-%d, group: rest, facts: {port: %d, role: x}}\n".formatted(i, i))
            .collect(Collectors.joining());

    Reading reading = read(Broken.GOOD.replace("rollout:", targets + "rollout:"));

    assertThat(reading.runbook().orElseThrow().targets()).hasSize(2_003);
  }
}
