package dev.evenkeel.cli.estate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.cli.Desktop;
import dev.evenkeel.cli.ScriptedServer;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** With whom an upgrade is done, from a terminal (C42). */
@Tag("C42")
class PeopleOfUpgradeCommandTest {
  private static final String WHOLE =
      """
      {"ready": false, "decidesOnGoingBack": "bo", "warnings": [], "gaps": [{"says": "sue has not promised\\u001b[31m"}],
       "members": [{"person": "sue", "parts": "Customer support", "sawTheChart": true, "comes": null, "against": ["is away"]},
                   {"person": "bo", "parts": "Business sponsor", "sawTheChart": false, "comes": true, "against": []}]}
      """;

  @Test
  void lists_who_comes_and_what_is_missing() throws IOException {
    try (ScriptedServer server = ScriptedServer.start()) {
      server.on("GET /api/upgrades/7/people", 200, WHOLE);
      Desktop desktop = Desktop.at(server);
      assertThat(desktop.evenkeel("upgrade", "people", "7")).isZero();
      assertThat(desktop.out().lines())
          .anyMatch(line -> line.matches("sue +- +seen +Customer support"))
          .anyMatch(line -> line.matches("bo +yes +- +Business sponsor"))
          .contains("  is away", "bo decides on going back.")
          .anyMatch(line -> line.startsWith("missing: sue has not promised"))
          .noneMatch(line -> line.indexOf('\u001b') >= 0);
    }
  }
}
