package dev.evenkeel.cli.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.cli.Desktop;
import dev.evenkeel.cli.ExitCode;
import dev.evenkeel.cli.Golden;
import dev.evenkeel.cli.ScriptedServer;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code evenkeel retention}. */
@Tag("C115")
class RetentionCommandsTest {
  private static final String ALL =
      """
      {"policies":[
        {"kind":"run-output","title":"What commands printed","days":365,"due":3,"characters":1200,"held":1,"version":4},
        {"kind":"task-files","title":"Files of tasks","days":null,"due":0,"characters":0,"held":0,"version":0}],
       "holds":[{"upgrade":12,"why":"a court asks","by":{"kind":"PERSON","name":"ann"},"at":"2026-11-22T10:00:00Z"}],
       "residency":[]}
      """;

  private ScriptedServer server;

  @BeforeEach
  void begin() throws IOException {
    server = ScriptedServer.start();
    server.on("GET /api/retention", 200, ALL);
  }

  @AfterEach
  void end() {
    server.close();
  }

  @Test
  void help_tells_what_there_is() throws IOException {
    StringBuilder help = new StringBuilder();
    for (List<String> command :
        List.of(
            List.of("retention", "--help"),
            List.of("retention", "list", "--help"),
            List.of("retention", "set", "--help"),
            List.of("retention", "preview", "--help"),
            List.of("retention", "hold", "--help"),
            List.of("retention", "release", "--help"))) {
      Desktop desktop = new Desktop();
      assertThat(desktop.evenkeel(command.toArray(String[]::new))).isZero();
      help.append(desktop.out()).append('\n');
    }
    Golden.assertSame("retention.help", help.toString());
  }

  @Test
  void lists_policies_and_holds_and_what_is_due() throws IOException {
    Desktop desktop = Desktop.at(server);
    assertThat(desktop.evenkeel("retention", "list")).isZero();
    assertThat(desktop.evenkeel("retention", "preview")).isZero();
    Golden.assertSame("retention.out", desktop.out());
  }

  @Test
  void a_policy_is_set_at_the_version_that_was_seen_and_says_what_is_due() {
    server.on("PUT /api/retention/policies/run-output", 200, ALL);
    Desktop desktop = Desktop.at(server);
    assertThat(desktop.evenkeel("retention", "set", "run-output", "365")).isZero();
    assertThat(server.asked().getLast().body()).isEqualTo("{\"days\":\"365\"}");
    assertThat(desktop.out())
        .isEqualTo("run-output is kept 365 days. Due now: 3 pages; held: 1.\n");
    assertThat(desktop.evenkeel("retention", "set", "run-output", "for-ever")).isZero();
    assertThat(server.asked().getLast().body()).isEqualTo("{}");
  }

  @Test
  void a_kind_that_is_not_there_is_refused_with_those_that_are() {
    Desktop desktop = Desktop.at(server);
    assertThat(desktop.evenkeel("retention", "set", "dust", "1"))
        .isEqualTo(ExitCode.REFUSED.code());
    assertThat(desktop.err()).contains("There is no kind 'dust'. There are run-output, task-files");
  }

  @Test
  void an_upgrade_is_held_and_released_with_a_reason() {
    server.on("POST /api/retention/holds", 200, ALL);
    server.on("POST /api/retention/releases", 200, ALL);
    Desktop desktop = Desktop.at(server);
    assertThat(desktop.evenkeel("retention", "hold", "12", "--why", "a court asks")).isZero();
    assertThat(server.asked().getLast().body()).contains("\"12\"", "a court asks");
    assertThat(desktop.evenkeel("retention", "release", "12", "--why", "over")).isZero();
    assertThat(desktop.out())
        .isEqualTo("Nothing of upgrade 12 is deleted.\nUpgrade 12 is not held any more.\n");
    assertThat(desktop.evenkeel("retention", "hold", "12")).as("without a reason").isNotZero();
  }
}
