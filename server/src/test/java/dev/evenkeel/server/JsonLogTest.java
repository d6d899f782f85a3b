package dev.evenkeel.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.database.TestDatabase;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server as it is started, its log read as what collects logs would. */
@Timeout(180)
class JsonLogTest {
  @RegisterExtension static final TestDatabase database = TestDatabase.empty();

  @Test
  void each_line_is_one_json_document_from_the_start_to_the_end(@TempDir Path folder)
      throws Exception {
    List<String> lines = started(folder, Map.of("EVENKEEL_LOG", "json"));
    List<JsonNode> log = lines.stream().map(JsonMapper.shared()::readTree).toList();
    assertThat(log)
        .isNotEmpty()
        .allSatisfy(line -> {
          assertThat(line.path("@timestamp").asString()).startsWith("20");
          assertThat(line.path("log").path("level").asString()).isIn("INFO", "WARN", "ERROR");
          assertThat(line.path("message").asString()).isNotBlank();
        });
    assertThat(log)
        .extracting(line -> line.path("message").asString())
        .anyMatch(message -> message.startsWith("Evenkeel is ready at http://127.0.0.1:"))
        .as("what has several lines is one document too")
        .anyMatch(message -> message.contains("\n") && message.contains("/welcome?code="));
  }

  private static List<String> started(Path folder, Map<String, String> environment)
      throws Exception {
    var builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            withoutTests(),
            EvenkeelServer.class.getName(),
            "--stop-when-ready");
    builder
        .environment()
        .putAll(
            Map.of(
                "EVENKEEL_PORT", "0",
                "EVENKEEL_LISTEN", "127.0.0.1",
                "EVENKEEL_DATA", folder.toString(),
                "EVENKEEL_DB_URL", database.url(),
                "EVENKEEL_DB_USER", database.user(),
                "EVENKEEL_DB_PASSWORD", database.password()));
    builder.environment().putAll(environment);
    var server = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (var output = server.inputReader()) {
      var lines = output.lines().toList();
      assertThat(server.waitFor()).isZero();
      return lines;
    } finally {
      server.destroyForcibly();
    }
  }

  /** As it is delivered: the tests have a log of their own. */
  private static String withoutTests() {
    var all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return Stream.of(all.split(File.pathSeparator))
        .filter(entry -> !entry.endsWith("test-classes") && !entry.endsWith("test-classes/"))
        .collect(Collectors.joining(File.pathSeparator));
  }
}
