package dev.evenkeel.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.cli.Desktop;
import dev.evenkeel.cli.ExitCode;
import dev.evenkeel.cli.Golden;
import dev.evenkeel.cli.ScriptedServer;
import dev.evenkeel.cli.server.Json;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class OtherRunCommandsTest {
  private static final String RUN = "/api/runs/k7m2p9qa";
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

  private JsonNode sent() {
    return Json.MAPPER.readTree(server.asked().getLast().body());
  }

  @ParameterizedTest
  @CsvSource({"pause, PAUSE", "resume, RESUME", "rollback, ROLL_BACK", "abort, ABORT"})
  void orders_a_run(String word, String command) throws IOException {
    server.on("GET " + RUN, 200, Golden.answer("running.json"));
    server.on("POST " + RUN + "/commands", 200, Golden.answer("held.json"));
    assertThat(desktop.evenkeel("run", word, "k7m2p9qa", "--reason", "it smells")).isZero();
    assertThat(sent().path("command").asString()).isEqualTo(command);
    assertThat(sent().path("reason").asString()).isEqualTo("it smells");
    assertThat(sent().has("step")).isFalse();
    assertThat(desktop.out()).startsWith("Run k7m2p9qa (Tomcat 10 to 11 on four nodes) is held");
  }

  @Test
  void resuming_a_run_that_was_only_taken_in_starts_it() throws IOException {
    server.on("GET " + RUN, 200, Golden.answer("running.json").replace("RUNNING", "READY"));
    server.on("POST " + RUN + "/commands", 200, Golden.answer("running.json"));
    desktop.evenkeel("run", "resume", "k7m2p9qa");
    assertThat(sent().path("command").asString()).isEqualTo("START");
  }

  @ParameterizedTest
  @CsvSource({"retry, RETRY", "skip, SKIP"})
  void orders_a_step(String word, String command) throws IOException {
    server.on("POST " + RUN + "/commands", 200, Golden.answer("running.json"));
    desktop.evenkeel("run", word, "k7m2p9qa", "w1/n1/stop", "--json");
    assertThat(sent().path("command").asString()).isEqualTo(command);
    assertThat(sent().path("step").asString()).isEqualTo("w1/n1/stop");
    assertThat(Json.MAPPER.readTree(desktop.out()))
        .isEqualTo(Json.MAPPER.readTree(Golden.answer("running.json")));
  }

  @Test
  void says_why_an_order_is_not_taken() {
    server.on(
        "POST " + RUN + "/commands",
        409,
        "{\"detail\":\"The run has succeeded; it can be paused only when it is running.\"}");
    assertThat(desktop.evenkeel("run", "pause", "k7m2p9qa")).isEqualTo(ExitCode.REFUSED.code());
    assertThat(desktop.err())
        .isEqualTo("The run has succeeded; it can be paused only when it is running.\n");
  }

  @ParameterizedTest
  @CsvSource({"w2/wave/invoices", "k7m2p9qa-w2.wave.invoices-f1"})
  void confirms_an_attempt_named_by_itself_or_by_its_step(String asking) throws IOException {
    server.on("GET " + RUN, 200, Golden.answer("asking.json"));
    server.on(
        "POST " + RUN + "/attempts/k7m2p9qa-w2.wave.invoices-f1/confirmation",
        200,
        Golden.answer("running.json"));
    assertThat(desktop.evenkeel("run", "confirm", "k7m2p9qa", asking, "--evidence", "4711"))
        .isZero();
    assertThat(sent().path("accepted").asBoolean()).isTrue();
    assertThat(sent().path("evidence").asString()).isEqualTo("4711");
  }

  @Test
  void cannot_confirm_a_step_that_asks_nothing() throws IOException {
    server.on("GET " + RUN, 200, Golden.answer("running.json"));
    assertThat(desktop.evenkeel("run", "confirm", "k7m2p9qa", "w1/wave/x", "--decline"))
        .isEqualTo(ExitCode.NOT_FOUND.code());
    assertThat(desktop.err()).contains("Step w1/wave/x of run k7m2p9qa asks nothing now.");
  }

  @Test
  void shows_a_run() throws IOException {
    server.on("GET " + RUN, 200, Golden.answer("held.json"));
    assertThat(desktop.evenkeel("run", "show", "k7m2p9qa")).isZero();
    Golden.assertSame("held.screen", desktop.out());
  }

  @Test
  void lists_runs() throws IOException {
    server.on(
        "GET /api/runs?limit=50",
        200,
        """
        [{"id":"k7m2p9qa","name":"tomcat","title":"Tomcat 10 to 11","kind":"PRODUCTION",
          "status":"HELD","createdAt":"2030-01-02T03:00:00Z"},
         {"id":"b2c3d4e5","name":"tomcat","title":"Tomcat 10 to 11","kind":"REHEARSAL",
          "status":"ROLLED_BACK","rehearsal":{"backMillis":750000,"byHand":false,"clockMoved":false},
          "createdAt":"2030-01-01T23:30:00Z"},
         {"id":"c2d3e4f5","name":"tomcat","title":"Tomcat 10 to 11","kind":"REHEARSAL",
          "status":"ROLLED_BACK","createdAt":"2030-01-01T23:10:00Z"}]
        """);
    assertThat(desktop.evenkeel("run", "list")).isZero();
    Golden.assertSame("list.out", desktop.out());
  }

  @Test
  void hands_the_table_of_the_log_on_as_the_server_made_it() {
    server.on("GET /runs/k7m2p9qa/log.csv", 200, "run,seq\r\nk7m2p9qa,1\r\n");
    assertThat(desktop.evenkeel("run", "log", "k7m2p9qa", "--csv")).isZero();
    assertThat(desktop.out()).isEqualTo("run,seq\r\nk7m2p9qa,1\r\n");
    assertThat(desktop.evenkeel("run", "log", "none", "--csv"))
        .isEqualTo(ExitCode.NOT_FOUND.code());
  }

  @Test
  void the_table_of_the_log_cannot_steer_a_terminal_it_is_shown_on() {
    server.on("GET /runs/k7m2p9qa/log.csv", 200, "run,seq\r\nk7\u001b]0;title\u0007,\u009b1\r\n");
    desktop.evenkeel("run", "log", "k7m2p9qa", "--csv");
    assertThat(desktop.out())
        .as("a file gets it as it is")
        .isEqualTo("run,seq\r\nk7\u001b]0;title\u0007,\u009b1\r\n");
    Desktop shown = Desktop.at(server).redrawing();
    shown.evenkeel("run", "log", "k7m2p9qa", "--csv");
    assertThat(shown.out()).isEqualTo("run,seq%nk7,1%n".formatted());
  }

  @Test
  void what_a_server_says_when_it_refuses_cannot_steer_the_terminal() {
    server.on(
        "GET /runs/k7m2p9qa/log.csv", 409, "{\"detail\":\"No\\u001b[2J\\u009b1A way.\\nWait.\"}");
    desktop.evenkeel("run", "log", "k7m2p9qa", "--csv");
    assertThat(desktop.err()).isEqualTo("No1A way.%nWait.%n".formatted());
  }

  @Test
  void prints_the_log_for_people_and_for_programs() throws IOException {
    server.on(
        "GET " + RUN + "/events?after=0&limit=5000",
        200,
        """
        [{"seq":1,"at":"2030-01-02T03:00:00.123456Z","actor":"ada","what":"run-taken","says":"Tomcat, \\"all\\""},
         {"seq":2,"at":"2030-01-02T03:00:01Z","actor":"evenkeel","what":"step-begun","step":"w1/n1/stop","says":"Stop"}]
        """);
    desktop.evenkeel("run", "log", "k7m2p9qa");
    desktop.evenkeel("run", "log", "k7m2p9qa", "--json");
    Golden.assertSame("log.out", desktop.out().replace("\r", "~"));
  }
}
