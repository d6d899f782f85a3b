package dev.evenkeel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerCommandsTest {
  @TempDir Path data;
  private ScriptedServer server;

  @BeforeEach
  void begin() throws IOException {
    server = ScriptedServer.start();
    server.on("GET /health/readiness", 200, "{\"status\":\"UP\"}");
    server.on(
        "GET /api/me",
        200,
        "{\"kind\":\"TOKEN\",\"name\":\"ci\",\"roles\":[{\"role\":\"operator\"},{\"role\":\"engineer\",\"team\":\"web\"}]}");
    server.on(
        "GET /api/runs?limit=200",
        200,
        """
        [{"id":"k7m2p9qa","title":"Tomcat 10 to 11","status":"HELD"},
         {"id":"b2c3d4e5","title":"Tomcat 9 to 10","status":"SUCCEEDED"}]
        """);
  }

  @AfterEach
  void end() {
    server.close();
  }

  private Desktop local() throws IOException {
    Files.writeString(
        data.resolve("server.json"),
        "{\"url\": \"%s\", \"pid\": %d}".formatted(server.url(), ProcessHandle.current().pid()));
    Files.writeString(data.resolve("cli-token"), "from-the-folder\n");
    return new Desktop().with("EVENKEEL_DATA", data.toString());
  }

  @Test
  void tells_how_the_server_is() throws IOException {
    Desktop desktop = Desktop.at(server);
    assertThat(desktop.evenkeel("status")).isZero();
    Golden.assertSame("status.out", desktop.out().replace(server.url().toString(), "URL"));
  }

  @Test
  void finds_the_server_and_the_token_in_the_data_folder() throws IOException {
    assertThat(local().evenkeel("status")).isZero();
    assertThat(server.asked().getLast().authorization()).isEqualTo("Bearer from-the-folder");
  }

  @Test
  void finds_the_usual_data_folder() throws IOException {
    Path usual = Files.createDirectories(data.resolve("share/evenkeel"));
    Files.writeString(usual.resolve("server.json"), "{\"url\": \"%s\"}".formatted(server.url()));
    assertThat(
            new Desktop()
                .with("XDG_DATA_HOME", data.resolve("share").toString())
                .evenkeel("status"))
        .isZero();
  }

  @Test
  void what_is_named_goes_before_what_is_found() throws IOException {
    try (ScriptedServer other = ScriptedServer.start()) {
      other.on("PUT /api/secrets/db", 204, "");
      Desktop desktop = local().piping("x").with("EVENKEEL_SERVER", "http://127.0.0.1:1");
      assertThat(desktop.evenkeel("secret", "set", "db", "--server", other.url() + "/")).isZero();
      assertThat(other.asked()).hasSize(1);
    }
  }

  @Test
  void shows_the_token_of_the_data_folder_to_no_other_server() throws IOException {
    try (ScriptedServer other = ScriptedServer.start()) {
      other.on("GET /api/secrets", 401, "{\"title\":\"Not signed in\"}");
      String url = other.url().toString();
      assertThat(local().evenkeel("secret", "list", "--server", url)).isNotZero();
      Desktop desktop = local().with("EVENKEEL_SERVER", url);
      assertThat(desktop.evenkeel("secret", "list")).isEqualTo(ExitCode.FORBIDDEN.code());
      assertThat(other.asked()).hasSize(2).allMatch(asked -> asked.authorization().isEmpty());
      assertThat(desktop.err())
          .contains("Set EVENKEEL_TOKEN")
          .contains("the token in the data folder is shown only to the server");
      local().with("EVENKEEL_TOKEN", "t0ken").evenkeel("secret", "list", "--server", url);
      assertThat(other.asked().getLast().authorization()).isEqualTo("Bearer t0ken");
    }
  }

  @Test
  void shows_the_token_of_the_data_folder_to_its_own_server_also_when_that_is_named()
      throws IOException {
    local().evenkeel("status", "--server", server.url() + "/");
    assertThat(server.asked().getLast().authorization()).isEqualTo("Bearer from-the-folder");
    local().with("EVENKEEL_SERVER", server.url().toString()).evenkeel("status");
    assertThat(server.asked().getLast().authorization()).isEqualTo("Bearer from-the-folder");
  }

  @Test
  void shows_the_token_to_nobody_at_the_address_of_a_server_that_was_killed() throws Exception {
    Process gone = new ProcessBuilder("true").start();
    gone.waitFor();
    Desktop desktop = local();
    Files.writeString(
        data.resolve("server.json"),
        "{\"url\": \"%s\", \"pid\": %d}".formatted(server.url(), gone.pid()));
    desktop.evenkeel("status", "--server", server.url().toString());
    assertThat(server.asked()).isNotEmpty().allMatch(asked -> asked.authorization().isEmpty());
  }

  @Test
  void says_that_no_server_was_ever_started() {
    Desktop desktop = new Desktop().with("EVENKEEL_DATA", data.toString());
    assertThat(desktop.evenkeel("status")).isEqualTo(ExitCode.FAILED.code());
    assertThat(desktop.err()).contains("No server is running").contains("evenkeel serve");
  }

  @Test
  void says_that_the_server_was_killed_and_shows_nobody_else_the_token() throws Exception {
    Process gone = new ProcessBuilder("true").start();
    gone.waitFor();
    Desktop desktop = local();
    Files.writeString(
        data.resolve("server.json"),
        "{\"url\": \"%s\", \"pid\": %d}".formatted(server.url(), gone.pid()));
    assertThat(desktop.evenkeel("run", "list")).isEqualTo(ExitCode.FAILED.code());
    assertThat(desktop.err()).contains("process " + gone.pid()).contains("is gone");
    // Whoever listens there now may be a stranger.
    assertThat(server.asked()).isEmpty();
  }

  @Test
  void says_what_is_wrong_with_an_address() {
    Desktop desktop = new Desktop().with("EVENKEEL_SERVER", "localhost:8080");
    assertThat(desktop.evenkeel("status")).isEqualTo(ExitCode.REFUSED.code());
    assertThat(desktop.err()).contains("'localhost:8080' in EVENKEEL_SERVER").contains("http://");
  }

  @Test
  void says_how_to_be_known() {
    server.on("GET /api/secrets", 401, "{\"title\":\"Not signed in\"}");
    Desktop desktop = Desktop.at(server);
    assertThat(desktop.evenkeel("secret", "list")).isEqualTo(ExitCode.FORBIDDEN.code());
    assertThat(desktop.err()).contains("EVENKEEL_TOKEN").doesNotContain("t0ken");
  }

  @Test
  void notices_that_something_else_answers() throws IOException {
    try (ScriptedServer other = ScriptedServer.start()) {
      other.on("GET /api/runs?limit=50", 200, "<html>");
      Desktop desktop = Desktop.at(other);
      assertThat(desktop.evenkeel("run", "list")).isEqualTo(ExitCode.FAILED.code());
      assertThat(desktop.err()).contains("is no Evenkeel");
    }
  }

  @Test
  void keeps_a_secret_that_is_piped_without_its_last_line_break() {
    server.on("PUT /api/secrets/db-password", 204, "");
    Desktop desktop = Desktop.at(server).piping("two\nlines\n");
    assertThat(desktop.evenkeel("secret", "set", "db-password")).isZero();
    assertThat(server.asked().getLast().body()).isEqualTo("{\"value\":\"two\\nlines\"}");
    assertThat(desktop.out()).isEqualTo("Secret db-password is kept.\n");
  }

  @Test
  void keeps_a_secret_that_is_typed() {
    server.on("PUT /api/secrets/db", 204, "");
    assertThat(Desktop.at(server).typingHidden("s3cret").evenkeel("secret", "set", "db")).isZero();
    assertThat(server.asked().getLast().body()).isEqualTo("{\"value\":\"s3cret\"}");
  }

  @Test
  void refuses_an_empty_secret_and_one_given_as_an_argument() {
    assertThat(Desktop.at(server).evenkeel("secret", "set", "db"))
        .isEqualTo(ExitCode.REFUSED.code());
    assertThat(Desktop.at(server).evenkeel("secret", "set", "db", "s3cret"))
        .isEqualTo(ExitCode.REFUSED.code());
    assertThat(server.asked()).isEmpty();
  }

  @Test
  void lists_and_forgets_secrets() throws IOException {
    server.on(
        "GET /api/secrets",
        200,
        "[{\"name\":\"db\",\"updatedAt\":\"2030-01-02T03:00:00Z\",\"updatedBy\":\"ada\"}]");
    server.on("DELETE /api/secrets/db", 204, "");
    Desktop desktop = Desktop.at(server);
    assertThat(desktop.evenkeel("secret", "list")).isZero();
    assertThat(desktop.evenkeel("secret", "delete", "db")).isZero();
    Golden.assertSame("secrets.out", desktop.out());
  }
}
