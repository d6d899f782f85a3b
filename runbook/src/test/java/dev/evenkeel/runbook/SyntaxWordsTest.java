package dev.evenkeel.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.runbook.yaml.Yaml;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of text that is not YAML is for people, not for those who write parsers. */
class SyntaxWordsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "a: b: c                  ~ 1 ~ a colon cannot stand here",
        "`a:\n\tb: c`             ~ 2 ~ a tab cannot stand here",
        "`a: [1, 2\nb: 3`         ~ 2 ~ a list in […] is not closed",
        "`a: {b: 1\nc: 3`         ~ 2 ~ a mapping in {…} is not closed",
        "`a: \"b\nc: d`           ~ 2 ~ a text in quotes is not closed",
        "`a: 1\nb\nc: 2`          ~ 3 ~ a colon is missing after a name",
        "`a:\n  - b\n c: d`       ~ 3 ~ does not fit",
        "a: @b                    ~ 1 ~ a text cannot begin with this character",
        "`a: \"\\q\"`             ~ 1 ~ this letter cannot stand after a backslash",
        "`a: \"\\xZZ\"`           ~ 1 ~ is not followed by all its hexadecimal digits",
        "`a: |x\n b`              ~ 1 ~ what stands after | or > cannot stand there",
        "a: - b                   ~ 1 ~ an item with '-' cannot stand here",
        "a: *                     ~ 1 ~ a name must follow & or *",
        "a: !e!b c                ~ 1 ~ needs quotation marks",
        "%YAML 9.x                ~ 1 ~ cannot stand here",
        "`a: ]`                   ~ 1 ~ ",
        "`{a: 1}}`                ~ 1 ~ ",
        "`a: 'b\n---\n'`          ~ 2 ~ within a text in quotes",
      })
  void says_where_and_what_in_words_of_its_own(String text, int line, String says) {
    Findings findings = new Findings("test");
    Yaml.each(text, 10_000, findings, _ -> {});
    assertThat(findings.inOrder())
        .first()
        .satisfies(finding -> {
          assertThat(finding.message())
              .contains("This is not YAML: ", says == null ? "" : says)
              .endsWith(".")
              .doesNotContainIgnoringCase(
                  "scalar", "token", "while ", "expected", "stream", "block", "node", "found");
          assertThat(finding.where().line()).isEqualTo(line);
          assertThat(finding.where().column()).isPositive();
          assertThat(finding.wayOut()).endsWith(".");
        });
  }
}
