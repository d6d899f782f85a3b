package dev.evenkeel.cli.estate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.cli.Desktop;
import dev.evenkeel.cli.ExitCode;
import dev.evenkeel.cli.Golden;
import dev.evenkeel.cli.ScriptedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Warnings of what ends (C07) and rules of the way up (C25) from a terminal. */
@Tag("C07")
@Tag("C25")
class LifecycleCommandsTest {
  private static final String RULES = "/api/lifecycle/path-rules";
  private static final String OWN =
      """
      {"product": "gitlab", "text": "rules:\\n  - product: gitlab\\n    way: direct\\u001b[31m\\n", "by": {"kind": "PERSON", "name": "ann"}, "at": "2030-01-02T03:00:00Z"}\
      """;
  private static final String WARNINGS =
      """
      [{"id": 8, "at": "2030-01-02T03:00:00Z", "system": "db", "what": "VENDOR_SUPPORT", "ends": "2030-01-20", "days": 30, "says": "Orders: the vendor's support ends on 2030-01-20, in 18 days"},
       {"id": 7, "at": "2030-01-01T03:00:00Z", "system": "cache", "what": "VENDOR_SUPPORT", "ends": null, "days": 0, "says": "cache: the vendor's support is over, nobody says since when"}]
      """;

  @TempDir Path folder;
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
  void lists_warnings_the_newest_first_and_only_those_that_are_wanted() throws IOException {
    server
        .on("GET /api/lifecycle/warnings?q=&limit=100", 200, WARNINGS)
        .on("GET /api/lifecycle/warnings?q=web%20shop&days=0&limit=5", 200, "[]");
    assertThat(desktop.evenkeel("lifecycle", "warnings")).isZero();
    assertThat(
            desktop.evenkeel(
                "lifecycle", "warnings", "--search", "web shop", "--days", "0", "--limit", "5"))
        .isZero();
    Golden.assertSame("warnings.out", desktop.out());
  }

  @Test
  void for_programs_every_warning_is_a_line() {
    server.on("GET /api/lifecycle/warnings?q=&limit=100", 200, WARNINGS);
    assertThat(desktop.evenkeel("lifecycle", "warnings", "--json")).isZero();
    assertThat(desktop.out().lines())
        .hasSize(2)
        .allMatch(line -> line.startsWith("{\"id\":"))
        .last()
        .asString()
        .contains("\"ends\":null");
  }

  @Test
  void lists_shows_keeps_and_removes_rules_of_the_way() throws IOException {
    server
        .on(
            "GET " + RULES,
            200,
            "{\"own\": [%s], \"shipped\": [{\"product\": \"nextcloud\", \"way\": \"EACH_MAJOR\", \"stops\": [], \"says\": \"Nextcloud refuses to skip a major version.\"}]}"
                .formatted(OWN))
        .on("PUT " + RULES, 200, OWN)
        .on("DELETE " + RULES + "/gitlab", 204, "");
    assertThat(desktop.evenkeel("path-rules", "list")).isZero();
    assertThat(desktop.evenkeel("path-rules", "show", "gitlab")).isZero();
    assertThat(desktop.piping("rules: []").evenkeel("path-rules", "keep", "-f", "-")).isZero();
    assertThat(server.asked().getLast().body()).isEqualTo("rules: []");
    assertThat(desktop.evenkeel("path-rules", "remove", "gitlab")).isZero();
    Golden.assertSame("path-rules.out", desktop.out());
    assertThat(desktop.evenkeel("path-rules", "show", "nix")).isEqualTo(ExitCode.NOT_FOUND.code());
    assertThat(desktop.evenkeel("path-rules", "remove", "nix"))
        .isEqualTo(ExitCode.NOT_FOUND.code());
  }

  @Test
  void what_is_wrong_with_rules_is_placed_in_their_file() throws IOException {
    Path file = Files.writeString(folder.resolve("rules.yaml"), "rules:\n  - way: up\n");
    server.on(
        "PUT " + RULES,
        400,
        """
        {"detail": "…", "findings": [
          {"severity": "ERROR", "message": "It is wrong.", "wayOut": "Mend it.", "where": {"line": 2, "column": 10}}]}
        """);
    assertThat(desktop.evenkeel("path-rules", "keep", "-f", file.toString()))
        .isEqualTo(ExitCode.REFUSED.code());
    assertThat(desktop.err())
        .isEqualTo(file + ":2:10: It is wrong. Mend it.\nNothing was changed.\n");
    assertThat(desktop.evenkeel("path-rules", "keep", "-f", "/no/such.yaml"))
        .isEqualTo(ExitCode.REFUSED.code());
    assertThat(desktop.err()).contains("There is no file /no/such.yaml");
  }
}
