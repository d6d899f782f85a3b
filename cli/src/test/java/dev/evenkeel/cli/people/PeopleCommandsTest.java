package dev.evenkeel.cli.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.cli.Desktop;
import dev.evenkeel.cli.ExitCode;
import dev.evenkeel.cli.Golden;
import dev.evenkeel.cli.ScriptedServer;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code evenkeel people} and {@code evenkeel token}. */
class PeopleCommandsTest {
  private static final String EVA =
      """
      {"name":"eva","displayName":"Eva","email":"eva@example.org","roles":[{"role":"viewer"},{"role":"engineer","team":"web"}],
       "disabled":false,"version":7}
      """;

  private ScriptedServer server;

  @BeforeEach
  void begin() throws IOException {
    server = ScriptedServer.start();
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
            List.of("people"),
            List.of("people", "list"),
            List.of("people", "add"),
            List.of("people", "grant"),
            List.of("people", "address"),
            List.of("people", "disable"),
            List.of("people", "enable"),
            List.of("token"),
            List.of("token", "list"),
            List.of("token", "create"),
            List.of("token", "revoke"))) {
      Desktop desktop = new Desktop();
      String[] words = new java.util.ArrayList<>(command).toArray(new String[command.size() + 1]);
      words[command.size()] = "--help";
      assertThat(desktop.evenkeel(words)).isZero();
      help.append(desktop.out()).append('\n');
    }
    Golden.assertSame("people-and-tokens.help", help.toString());
  }

  @Test
  void says_for_how_many_days_a_token_is_valid_before_anybody_is_asked() {
    Desktop desktop = Desktop.at(server);
    assertThat(desktop.evenkeel("token", "create", "ci", "--role", "viewer", "--days", "400"))
        .isEqualTo(2);
    assertThat(desktop.err()).contains("--days is 400. A token is valid for 1 to 365 days.");
    assertThat(server.asked()).isEmpty();
  }

  @Test
  void lists_people_with_their_roles_for_everything_and_for_teams() throws IOException {
    server.on(
        "GET /api/people",
        200,
        "[%s,{\"name\":\"old\",\"email\":null,\"roles\":[],\"disabled\":true}]".formatted(EVA));
    Desktop desktop = Desktop.at(server);
    assertThat(desktop.evenkeel("people", "list")).isZero();
    Golden.assertSame("people.out", desktop.out());
  }

  @Test
  void grants_beside_what_somebody_has_and_says_which_version_was_seen() {
    server.on("GET /api/people/eva", 200, EVA);
    server.on("PUT /api/people/eva/roles", 200, EVA);
    Desktop desktop = Desktop.at(server);
    assertThat(desktop.evenkeel("people", "grant", "eva", "operator:web", "viewer")).isZero();
    assertThat(server.asked().getLast().body())
        .isEqualTo(
            "{\"roles\":[{\"role\":\"operator\",\"team\":\"web\"},{\"role\":\"viewer\"},{\"role\":\"engineer\",\"team\":\"web\"}]}");
    assertThat(desktop.out()).isEqualTo("eva has now: viewer, engineer:web.\n");
    assertThat(Desktop.at(server).evenkeel("people", "grant", "eva", "admin", "--instead"))
        .isZero();
    assertThat(server.asked().getLast().body()).isEqualTo("{\"roles\":[{\"role\":\"admin\"}]}");
  }

  @Test
  void somebody_is_disabled_and_enabled_and_what_the_server_refuses_is_told() {
    server.on("GET /api/people/eva", 200, EVA);
    server.on("PUT /api/people/eva/disabled", 200, EVA);
    Desktop desktop = Desktop.at(server);
    assertThat(desktop.evenkeel("people", "disable", "eva")).isZero();
    assertThat(server.asked().getLast().body()).isEqualTo("{\"disabled\":true}");
    assertThat(desktop.evenkeel("people", "enable", "eva")).isZero();
    assertThat(server.asked().getLast().body()).isEqualTo("{\"disabled\":false}");
    assertThat(desktop.out()).isEqualTo("eva is disabled.\neva may sign in again.\n");
    assertThat(Desktop.at(server).evenkeel("people", "disable", "nobody")).isNotZero();
  }

  @Test
  void an_address_is_shown_given_and_removed() {
    server.on("GET /api/people/eva", 200, EVA);
    server.on("PUT /api/people/eva/address", 200, EVA);
    Desktop desktop = Desktop.at(server);
    assertThat(desktop.evenkeel("people", "address", "eva")).isZero();
    assertThat(desktop.evenkeel("people", "address", "eva", "eva@example.org")).isZero();
    assertThat(server.asked().getLast().body()).isEqualTo("{\"email\":\"eva@example.org\"}");
    assertThat(desktop.evenkeel("people", "address", "eva", "--remove")).isZero();
    assertThat(server.asked().getLast().body()).isEqualTo("{\"email\":\"\"}");
    assertThat(desktop.out())
        .isEqualTo(
            """
            eva@example.org
            eva is written to at eva@example.org.
            eva has no address of their own.
            """);
    assertThat(Desktop.at(server).evenkeel("people", "address", "eva", "a@b.c", "--remove"))
        .as("both at once")
        .isNotZero();
  }

  @Test
  void a_link_for_somebody_new_is_printed() {
    server.on("POST /api/people/invitations", 200, "{\"link\":\"http://x/welcome?code=c\"}");
    Desktop desktop = Desktop.at(server);
    assertThat(desktop.evenkeel("people", "add", "--role", "viewer", "--role", "engineer"))
        .isZero();
    assertThat(server.asked().getLast().body()).isEqualTo("{\"roles\":[\"viewer\",\"engineer\"]}");
    assertThat(desktop.out()).contains("http://x/welcome?code=c");
  }

  @Test
  void a_token_for_one_team_is_made_listed_and_taken_back_by_its_name() throws IOException {
    server.on(
        "POST /api/tokens",
        201,
        "{\"id\":\"1-2\",\"name\":\"ci\",\"roles\":[{\"role\":\"operator\",\"team\":\"web\"}],\"token\":\"ek_x\"}");
    server.on(
        "GET /api/tokens",
        200,
        "[{\"id\":\"1-2\",\"name\":\"ci\",\"roles\":[{\"role\":\"operator\",\"team\":\"web\"}],\"createdBy\":\"ann\",\"expiresAt\":\"2030-01-02T03:00:00Z\"}]");
    server.on("DELETE /api/tokens/1-2", 204, "");
    Desktop desktop = Desktop.at(server);
    assertThat(desktop.evenkeel("token", "create", "ci", "--role", "operator:web")).isZero();
    assertThat(server.asked().getLast().body())
        .isEqualTo(
            "{\"name\":\"ci\",\"grants\":[{\"role\":\"operator\",\"team\":\"web\"}],\"validForDays\":90}");
    assertThat(desktop.out()).as("alone, to be taken by a script").isEqualTo("ek_x\n");
    assertThat(desktop.err()).contains("operator:web").doesNotContain("ek_x");
    Desktop list = Desktop.at(server);
    assertThat(list.evenkeel("token", "list")).isZero();
    assertThat(list.evenkeel("token", "revoke", "ci")).isZero();
    Golden.assertSame("tokens.out", list.out());
    assertThat(Desktop.at(server).evenkeel("token", "revoke", "other"))
        .isEqualTo(ExitCode.REFUSED.code());
  }
}
