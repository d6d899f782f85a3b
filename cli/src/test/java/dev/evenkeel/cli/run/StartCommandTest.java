package dev.evenkeel.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.cli.Desktop;
import dev.evenkeel.cli.ExitCode;
import dev.evenkeel.cli.Golden;
import dev.evenkeel.cli.ScriptedServer;
import dev.evenkeel.cli.server.Json;
import dev.evenkeel.runbook.RunbookReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class StartCommandTest {
  private static final String START = "POST /api/runs";

  @TempDir Path folder;
  private ScriptedServer server;
  private Desktop desktop;
  private String runbook;

  @BeforeEach
  void begin() throws IOException {
    server = ScriptedServer.start();
    desktop = Desktop.at(server);
    runbook = Files.writeString(folder.resolve("upgrade.yaml"), "kind: Runbook\n").toString();
  }

  @AfterEach
  void end() {
    server.close();
  }

  @Test
  void hands_the_runbook_over_with_inputs_and_waiver() throws IOException {
    server.on(START, 201, Golden.answer("running.json"));
    int code =
        desktop.evenkeel(
            "run",
            "start",
            runbook,
            "--input",
            "to=11.0.2",
            "--input",
            "mode=a=b",
            "--waive",
            "agreed");
    assertThat(code).isZero();
    JsonNode sent = Json.MAPPER.readTree(server.asked().getFirst().body());
    assertThat(sent)
        .isEqualTo(
            Json.MAPPER.readTree(
                """
                {"runbook": "kind: Runbook\\n", "inputs": {"to": "11.0.2", "mode": "a=b"},
                 "kind": "PRODUCTION", "waiver": "agreed", "start": true}
                """));
    assertThat(server.asked().getFirst().authorization()).isEqualTo("Bearer t0ken");
    Golden.assertSame("start.out", desktop.out());
  }

  @Test
  void rehearses_and_takes_in_without_starting() throws IOException {
    server.on(START, 201, Golden.answer("running.json"));
    desktop.piping("a: b").evenkeel("run", "start", "-", "--rehearsal", "--no-start");
    JsonNode sent = Json.MAPPER.readTree(server.asked().getFirst().body());
    assertThat(sent.path("kind").asString()).isEqualTo("REHEARSAL");
    assertThat(sent.path("start").asBoolean()).isFalse();
    assertThat(sent.path("runbook").asString()).isEqualTo("a: b");
  }

  @Test
  void asks_again_under_the_same_key_when_the_answer_is_lost() throws IOException {
    server.on(START, ScriptedServer.LOST, "").on(START, 201, Golden.answer("running.json"));
    assertThat(desktop.evenkeel("run", "start", runbook)).isZero();
    assertThat(server.asked()).hasSize(2);
    assertThat(server.asked().getFirst().key()).isNotBlank();
    assertThat(server.asked().getLast()).isEqualTo(server.asked().getFirst());
  }

  @Test
  void does_not_wait_for_a_server_that_never_answered() {
    server.close();
    assertThat(desktop.evenkeel("run", "start", runbook)).isEqualTo(ExitCode.FAILED.code());
    assertThat(desktop.err()).contains("does not answer");
  }

  @Test
  void watches_a_run_whose_server_goes_away_as_soon_as_it_is_started() throws IOException {
    String run = Golden.answer("succeeded.json");
    String id = Json.MAPPER.readTree(run).path("id").asString();
    server.on(START, 201, run).on("GET /api/runs/" + id, 503, "{}");
    server.on("GET /api/runs/" + id, 200, run);
    server.on("GET /api/runs/" + id + "/events?after=0&limit=5000", 200, "[]");
    assertThat(desktop.evenkeel("run", "start", runbook, "--watch", "--json")).isZero();
    assertThat(desktop.err()).contains("Asking again until it answers");
  }

  @Test
  void a_time_that_a_clock_skips_or_shows_twice_is_not_guessed() {
    assertThat(desktop.evenkeel("run", "start", runbook, "--at", "2030-03-31T02:30"))
        .isEqualTo(ExitCode.REFUSED.code());
    assertThat(desktop.evenkeel("run", "schedule", "r1", "--at", "2030-10-27T02:30"))
        .isEqualTo(ExitCode.REFUSED.code());
    assertThat(desktop.evenkeel("run", "start", runbook, "--at", "tomorrow"))
        .isEqualTo(ExitCode.REFUSED.code());
    assertThat(desktop.err())
        .isEqualTo(
            """
            There is no 2030-03-31T02:30 in Europe/Berlin: the clock is put forward then. Give another time.
            2030-10-27T02:30 comes twice in Europe/Berlin: the clock is put back then. Say which is meant: 2030-10-27T02:30+02:00 or 2030-10-27T02:30+01:00.
            'tomorrow' is no time. Write it like 2026-11-28T22:00, by the clock of Europe/Berlin, or with a zone like 2026-11-28T21:00Z.
            """);
    assertThat(server.asked()).isEmpty();
  }

  @Test
  void a_folder_is_no_runbook() {
    assertThat(desktop.evenkeel("run", "start", "src")).isEqualTo(ExitCode.REFUSED.code());
    assertThat(desktop.err()).endsWith("src is a folder. Name the file of the runbook.\n");
  }

  @Test
  void says_all_that_is_wrong_with_a_runbook() throws IOException {
    server.on(START, 400, Golden.answer("invalid.json"));
    assertThat(desktop.evenkeel("run", "start", runbook)).isEqualTo(ExitCode.REFUSED.code());
    Golden.assertSame("start-invalid.err", desktop.err());
    assertThat(desktop.out()).isEmpty();
  }

  @Test
  void says_no_to_programs_in_json() throws IOException {
    server.on(
        START, 409, "{\"type\":\"/problems/not-now\",\"status\":409,\"detail\":\"Rehearse it.\"}");
    assertThat(desktop.evenkeel("run", "start", runbook, "--watch", "--json")).isEqualTo(2);
    JsonNode last = Json.MAPPER.readTree(desktop.out());
    assertThat(last.path("outcome").asString()).isEqualTo("refused");
    assertThat(last.path("problem").path("type").asString()).isEqualTo("/problems/not-now");
  }

  @Test
  void refuses_a_file_that_is_not_there_without_asking_the_server() {
    int code = desktop.evenkeel("run", "start", folder.resolve("none.yaml").toString());
    assertThat(code).isEqualTo(ExitCode.REFUSED.code());
    assertThat(desktop.err()).contains("There is no runbook").contains("none.yaml");
    assertThat(server.asked()).isEmpty();
  }

  @Test
  void refuses_a_file_that_is_no_text() throws IOException {
    Files.write(Path.of(runbook), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    assertThat(desktop.evenkeel("run", "start", runbook)).isEqualTo(ExitCode.REFUSED.code());
    assertThat(desktop.err()).contains("The file is not UTF-8: the byte 0x");
  }

  @Test
  void says_of_an_empty_runbook_which_it_is_and_how_one_begins() throws IOException {
    Files.writeString(Path.of(runbook), " \n");
    assertThat(desktop.evenkeel("run", "start", runbook)).isEqualTo(ExitCode.REFUSED.code());
    assertThat(desktop.err())
        .isEqualTo(
            "%s is not taken: The text is empty. Begin with `apiVersion: evenkeel/v1` and `kind: Runbook`.%n"
                .formatted(runbook));
    assertThat(server.asked()).isEmpty();
  }

  @Test
  void says_of_a_runbook_that_is_too_long_what_lint_says() throws IOException {
    Files.writeString(Path.of(runbook), "#".repeat(5 << 20));
    assertThat(desktop.evenkeel("run", "start", runbook)).isEqualTo(ExitCode.REFUSED.code());
    assertThat(desktop.err()).contains(runbook).contains(RunbookReader.TOO_LONG);
    assertThat(server.asked()).isEmpty();
  }
}
