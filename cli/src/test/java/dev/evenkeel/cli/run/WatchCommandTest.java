package dev.evenkeel.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.cli.Desktop;
import dev.evenkeel.cli.ExitCode;
import dev.evenkeel.cli.Golden;
import dev.evenkeel.cli.ScriptedServer;
import dev.evenkeel.cli.server.Json;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class WatchCommandTest {
  private static final String RUN = "GET /api/runs/k7m2p9qa";
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

  private void log(long after, String... lines) {
    server.on(
        RUN + "/events?after=" + after + "&limit=5000", 200, "[" + String.join(",", lines) + "]");
  }

  private static String line(long seq, String what, String step, String says) {
    return """
    {"seq":%d,"at":"2030-01-02T03:00:%02dZ","actor":"evenkeel","what":"%s","step":%s,"says":"%s"}
    """
        .formatted(seq, seq, what, step.isEmpty() ? null : '"' + step + '"', says)
        .strip();
  }

  private int watch(String... options) {
    String[] words = {"run", "watch", "k7m2p9qa"};
    return desktop.evenkeel(
        java.util.stream.Stream.concat(
                java.util.Arrays.stream(words), java.util.Arrays.stream(options))
            .toArray(String[]::new));
  }

  @Test
  void appends_a_line_for_each_that_happens_until_the_run_is_over() throws IOException {
    server.on(RUN, 200, Golden.answer("running.json"));
    server.on(RUN, 200, Golden.answer("asking.json"));
    server.on(RUN, 200, Golden.answer("asking.json"));
    server.on(RUN, 200, Golden.answer("succeeded.json"));
    log(
        0,
        line(41, "step-done", "w1/n1/stop", "Stop"),
        line(42, "step-begun", "w2/n2/drain", "Drain"));
    log(42, line(44, "step-begun", "w2/wave/invoices", "Look at the invoices"));
    log(44, line(59, "run-succeeded", "", "All waves are done and all is well."));
    assertThat(watch()).isZero();
    Golden.assertSame("watch.out", desktop.out());
  }

  @Test
  void tells_programs_every_event_and_the_outcome_at_last() throws IOException {
    server
        .on(RUN, 200, Golden.answer("running.json"))
        .on(RUN, 200, Golden.answer("succeeded.json"));
    log(0, line(41, "step-done", "w1/n1/stop", "Stop"));
    log(41, line(59, "run-succeeded", "", "Well."));
    assertThat(watch("--json")).isZero();
    List<JsonNode> documents = desktop.out().lines().map(Json.MAPPER::readTree).toList();
    assertThat(documents).hasSize(3);
    assertThat(documents.getFirst().path("seq").asInt()).isEqualTo(41);
    assertThat(documents.getLast().path("outcome").asString()).isEqualTo("succeeded");
    assertThat(documents.getLast().path("exitCode").asInt()).isZero();
    assertThat(documents.getLast().path("run"))
        .isEqualTo(Json.MAPPER.readTree(Golden.answer("succeeded.json")));
  }

  @Test
  void a_rehearsal_all_the_way_and_back_has_succeeded() throws IOException {
    server.on(RUN, 200, Golden.answer("rehearsed.json"));
    log(0, line(50, "run-rolled-back", "", "Back."));
    assertThat(watch()).isZero();
    assertThat(desktop.out()).contains("all the way and back. The way back works; it took 42 s.");
  }

  @Test
  void a_rehearsal_that_needed_a_hand_has_not() throws IOException {
    server.on(
        RUN, 200, Golden.answer("rehearsed.json").replace("\"byHand\": false", "\"byHand\": true"));
    log(0, line(50, "run-rolled-back", "", "Back."));
    assertThat(watch()).isEqualTo(ExitCode.ROLLED_BACK.code());
    assertThat(desktop.out()).contains("but not by itself").contains("It does not count");
  }

  @Test
  void a_rehearsal_whose_clock_jumped_on_the_way_back_has_not() throws IOException {
    server.on(
        RUN,
        200,
        Golden.answer("rehearsed.json").replace("\"clockMoved\": false", "\"clockMoved\": true"));
    log(0, line(50, "run-rolled-back", "", "Back."));
    assertThat(watch()).isEqualTo(ExitCode.ROLLED_BACK.code());
    assertThat(desktop.out()).contains("a clock jumped on the way back").contains("does not count");
  }

  @Test
  void a_rehearsal_that_went_back_half_way_has_not() throws IOException {
    server.on(RUN, 200, Golden.answer("rehearsed.json").replaceAll(" \"rehearsal\".*", ""));
    log(0, line(50, "run-rolled-back", "", "w2/n2/start failed."));
    assertThat(watch()).isEqualTo(ExitCode.ROLLED_BACK.code());
  }

  @Test
  void names_a_target_that_was_not_seen_to_be_as_it_was() throws IOException {
    server.on(RUN, 200, Golden.answer("unconfirmed.json"));
    log(0, line(50, "run-rolled-back", "", "w2/n2/start failed."));
    assertThat(watch()).isEqualTo(ExitCode.ROLLED_BACK.code());
    assertThat(desktop.out())
        .contains("n2 was not seen to be as it was: last seen at 11.0.2, should be at 10.1.30.");
  }

  @Test
  void ends_when_the_run_is_held_and_nobody_is_there_to_act() throws IOException {
    server.on(RUN, 200, Golden.answer("held.json"));
    log(0, line(50, "run-held", "", "w1/n1/start could not be undone."));
    assertThat(watch()).isEqualTo(ExitCode.HELD.code());
    Golden.assertSame("watch-held.out", desktop.out());
  }

  @Test
  void keeps_asking_a_server_that_is_away_for_a_while() throws IOException {
    server.on(RUN, 200, Golden.answer("running.json"));
    server.on(RUN, 503, "");
    server.on(RUN, 503, "");
    server.on(RUN, 200, Golden.answer("succeeded.json"));
    log(0, line(41, "step-done", "w1/n1/stop", "Stop"));
    log(41, line(59, "run-succeeded", "", "Well."));
    assertThat(watch()).isZero();
    assertThat(desktop.out()).containsOnlyOnce("Asking again until it answers.");
  }

  @Test
  void fails_at_once_when_no_server_answers_at_first() {
    server.close();
    assertThat(watch()).isEqualTo(ExitCode.FAILED.code());
    assertThat(desktop.err()).contains("does not answer").contains("evenkeel serve");
  }

  @Test
  void knows_no_run_of_that_name() {
    server.on(RUN, 404, "{\"status\":404,\"detail\":\"There is no run k7m2p9qa.\"}");
    assertThat(watch("--json")).isEqualTo(ExitCode.NOT_FOUND.code());
    assertThat(desktop.err()).isEqualTo("There is no run k7m2p9qa.\n");
  }

  @Test
  void draws_over_itself_in_a_terminal_and_writes_only_what_changed() throws IOException {
    server
        .on(RUN, 200, Golden.answer("running.json"))
        .on(RUN, 200, Golden.answer("succeeded.json"));
    log(0, line(41, "step-done", "w1/n1/stop", "Stop"));
    log(41, line(59, "run-succeeded", "", "Well."));
    desktop.redrawing();
    assertThat(watch()).isZero();
    Golden.assertSame("watch-live.out", desktop.out().replace("\u001b", "^").replace("\r", "~"));
  }
}
