package dev.evenkeel.cli.estate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.cli.Desktop;
import dev.evenkeel.cli.ExitCode;
import dev.evenkeel.cli.ScriptedServer;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Advisories from a terminal. */
@Tag("C117")
class AdvisoriesCommandTest {
  private ScriptedServer server;
  private Desktop desktop;

  @BeforeEach
  void begin() throws IOException {
    server = ScriptedServer.start();
    desktop = Desktop.at(server);
  }

  @AfterEach
  void end() {
    server.close();
  }

  @Test
  void says_of_every_address_what_came_of_it_and_fails_when_one_did() {
    server.on(
        "POST /api/advisories/fetch",
        200,
        """
        [{"address": "https://a.example/all.zip", "outcome": "TAKEN", "says": "3 new, 0 changed, 1 known already"},
         {"address": "https://b.example/x.json", "outcome": "FAILED", "says": "It could not be \\u001b[31mfetched."}]
        """);
    assertThat(desktop.evenkeel("advisories", "fetch")).isEqualTo(ExitCode.REFUSED.code());
    assertThat(desktop.out())
        .contains("https://a.example/all.zip: 3 new, 0 changed, 1 known already.\n")
        .contains("! It could not be ")
        .doesNotContain("\u001b");
  }

  @Test
  void ends_well_when_all_went_well() {
    server.on(
        "POST /api/advisories/fetch",
        200,
        "[{\"address\": \"https://a.example\", \"outcome\": \"UNCHANGED\", \"says\": \"the same as before\"}]");
    assertThat(desktop.evenkeel("advisories", "fetch")).isZero();
    assertThat(desktop.out()).isEqualTo("https://a.example: the same as before.\n");
  }
}
