package dev.evenkeel.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LintRulesPageTest {
  private static List<String> rows() throws IOException {
    return Files.readAllLines(Path.of("../docs/lint-rules.md")).stream()
        .filter(line -> line.startsWith("| `"))
        .toList();
  }

  @ParameterizedTest
  @EnumSource
  void documents_every_rule_with_a_reason(Rule rule) throws IOException {
    String severity = rule.severity().name().toLowerCase(Locale.ROOT);

    assertThat(rows())
        .filteredOn(row ->
            row.startsWith("| `%s` | %s | %s | ".formatted(rule.id(), severity, rule.says())))
        .hasSize(1)
        .allSatisfy(row -> assertThat(row.split("\\|")[4].strip()).hasSizeGreaterThan(20));
  }

  @Test
  void documents_nothing_else() throws IOException {
    assertThat(rows()).hasSameSizeAs(Rule.values());
  }
}
