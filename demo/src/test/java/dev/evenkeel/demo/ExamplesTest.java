package dev.evenkeel.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.runbook.RunbookReader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExamplesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tomcat-haproxy/runbook.yaml",
        "tomcat-haproxy/compared.yaml",
        "users-and-logs/runbook.yaml",
        "users-and-logs/consumer.yaml"
      })
  void the_linter_has_nothing_to_say_about(String example) throws Exception {
    Path runbook = Path.of("..", "examples", example);
    assertThat(RunbookReader.read(runbook.toString(), Files.readString(runbook)).findings())
        .isEmpty();
  }
}
