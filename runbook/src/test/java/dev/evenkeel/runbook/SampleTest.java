package dev.evenkeel.runbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The sample that the documentation shows is the language as it is. */
class SampleTest {
  static String sample() throws IOException {
    String page = Files.readString(Path.of("../docs/runbook-language.md"));
    int start = page.indexOf("```yaml\n") + "```yaml\n".length();
    return page.substring(start, page.indexOf("```", start));
  }

  @Test
  void reads_without_errors() throws IOException {
    assertThat(RunbookReader.read("sample", sample()).errors()).isEmpty();
  }

  @Test
  void says_what_the_comments_beside_it_promise() throws IOException {
    Runbook runbook = RunbookReader.read("sample", sample()).runbook().orElseThrow();

    assertThat(runbook.name()).isEqualTo("tomcat-rolling");
    assertThat(runbook.systems()).containsExactly("shop");
    assertThat(runbook.inputs().get("to").fallback()).contains("11.0.2");
    assertThat(runbook.targets()).extracting(Target::name).containsExactly("n1", "n2", "n3", "n4");
    assertThat(runbook.targets().getFirst().facts()).containsEntry("port", "9001");
    assertThat(runbook.version().orElseThrow().to()).isEqualTo("${inputs.to}");
    assertThat(runbook.rollout().waves())
        .extracting(Wave::name, Wave::targets, Wave::traffic, Wave::soak)
        .containsExactly(
            tuple("5 %", 0.05, 0.05, Duration.ofMinutes(10)),
            tuple("25 %", 0.25, 0.25, Duration.ofMinutes(10)),
            tuple("50 %", 0.5, 0.5, Duration.ofMinutes(10)),
            tuple("100 %", 1.0, 1.0, Duration.ofMinutes(10)));
    assertThat(runbook.rollout().orderBy()).contains("port");
    assertThat(runbook.targetSteps().get(1).retries()).isEqualTo(1);
    assertThat(runbook.targetSteps().get(1).retryDelay()).isEqualTo(Duration.ofSeconds(2));
    assertThat(runbook.waveSteps().getFirst().eachUpgraded()).isTrue();
    assertThat(runbook.checksBefore().getFirst().timeout()).isEqualTo(Step.DEFAULT_TIMEOUT);
    assertThat(runbook.sources().get("front").perTarget()).isTrue();
    assertThat(runbook.watch().rules())
        .extracting(WatchRule::breach)
        .containsExactly(
            Optional.of(new Threshold.AboveBaseline(0.01)),
            Optional.of(new Threshold.AboveBaseline(100)),
            Optional.of(new Threshold.FailingFor(Duration.ofSeconds(5))));
    assertThat(runbook.watch().rules().get(1).quantile()).isEqualTo(0.5);
    assertThat(runbook.limits().wayBack()).contains(Duration.ofMinutes(10));
  }
}
