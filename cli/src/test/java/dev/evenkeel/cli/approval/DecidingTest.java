package dev.evenkeel.cli.approval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.cli.Desktop;
import dev.evenkeel.cli.ScriptedServer;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code evenkeel approval approve}, {@code reject} and {@code withdraw}. */
@Tag("C45")
class DecidingTest {
  @ParameterizedTest
  @ValueSource(strings = {"approve", "reject", "withdraw"})
  void decides_on_the_request_as_it_was_seen_with_what_is_said(String decision) throws IOException {
    String request =
        "{\"edition\": \"7-0-waiting\", \"upgrade\": 12, \"title\": \"Shop\", \"state\": \"waiting\"}";
    try (ScriptedServer server = ScriptedServer.start()) {
      server.on("GET /api/upgrades/12/approval", 200, request);
      server.on("POST /api/upgrades/12/approval/decision", 200, request);
      Desktop desktop = Desktop.at(server);
      assertThat(
              desktop.evenkeel(
                  "approval", decision, "12", "--comment", "In May.", "--instead-of", "ben"))
          .isZero();
      assertThat(server.asked().getLast().body())
          .contains("\"decision\":\"%s\"".formatted(decision), "In May.", "\"insteadOf\":\"ben\"");
    }
  }
}
