package dev.evenkeel.runbook.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.runbook.RunbookReader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A rule that predicts how busy a consumer would be. */
@Tag("C105")
class OverrunRuleTest {
  private static final Path EXAMPLE = Path.of("../examples/users-and-logs/consumer.yaml");

  @Test
  void what_the_new_version_gives_must_be_told_apart() throws Exception {
    var runbook = Files.readString(EXAMPLE);
    assertThat(RunbookReader.read("example", runbook).findings()).isEmpty();
    var whole = runbook.replace("{node=\"${target.name}\"}", "");
    assertThat(RunbookReader.read("whole", whole).findings())
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.rule()).isEqualTo("metric-fit");
          assertThat(finding.toString()).contains("arrivals").contains("mail");
        });
  }

  @Test
  void a_limit_is_a_share_of_its_time_as_a_number_or_in_percent() throws Exception {
    var runbook = Files.readString(EXAMPLE);
    var percent = runbook.replace("{above: 0.8}", "{above: 80%}");
    assertThat(RunbookReader.read("percent", percent).findings()).isEmpty();
    for (var wrong :
        new String[] {"{above: 80}", "{above: 5s}", "{above: 0}", "{aboveBaseline: 1}"}) {
      var text = runbook.replace("{above: 0.8}", wrong);
      assertThat(RunbookReader.read(wrong, text).findings())
          .as(wrong)
          .anyMatch(finding -> finding.rule().equals("threshold-fit"));
    }
  }
}
