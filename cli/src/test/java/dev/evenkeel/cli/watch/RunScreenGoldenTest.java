package dev.evenkeel.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.cli.Desktop;
import dev.evenkeel.cli.Golden;
import dev.evenkeel.cli.Terminal.Size;
import dev.evenkeel.cli.server.Json;
import dev.evenkeel.cli.server.RunFacts;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class RunScreenGoldenTest {

  private static RunFacts facts(String name) throws IOException {
    return Json.MAPPER.readValue(Golden.answer(name + ".json"), RunFacts.class);
  }

  private static List<Line> screen(RunFacts run, Size size, boolean unicode) {
    return new RunScreen(run, Desktop.NOW, Desktop.BERLIN, size, new Signs(unicode))
        .lines(Optional.empty());
  }

  private static String text(List<Line> lines) {
    return lines.stream().map(Line::plain).collect(Collectors.joining("\n", "", "\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"running", "held", "asking", "succeeded", "rehearsed", "unconfirmed", "looking"})
  void looks_as_it_should(String name) throws IOException {
    Golden.assertSame(name + ".screen", text(screen(facts(name), new Size(80, 40), true)));
  }

  @Test
  void says_of_a_rehearsal_that_needed_a_hand_that_it_does_not_count() throws IOException {
    RunFacts byHand =
        Json.MAPPER.readValue(
            Golden.answer("rehearsed.json").replace("\"byHand\": false", "\"byHand\": true"),
            RunFacts.class);
    assertThat(text(screen(byHand, new Size(80, 40), true)).replace('\n', ' '))
        .contains("not by itself: a step was skipped or settled by hand. It does not count;");
  }

  @Test
  void no_step_goes_on_when_its_run_has_ended() throws IOException {
    ObjectNode document = (ObjectNode) Json.MAPPER.readTree(Golden.answer("looking.json"));
    document.put("status", "ABORTED").put("endedAt", Desktop.NOW.minusSeconds(5).toString());
    RunFacts ended = Json.MAPPER.treeToValue(document, RunFacts.class);
    assertThat(text(screen(ended, new Size(80, 40), true)))
        .contains("base/n1/version  Look at its version  7 s");
  }

  @Test
  void does_without_more_than_ascii() throws IOException {
    String text = text(screen(facts("running"), new Size(80, 40), false));
    assertThat(text.chars()).allMatch(character -> character < 128);
    Golden.assertSame("running-ascii.screen", text);
  }

  @ParameterizedTest
  @CsvSource({"80, 24", "40, 10", "30, 12", "200, 60", "21, 5"})
  void never_takes_more_room_than_there_is(int columns, int rows) throws IOException {
    for (String name : List.of("running", "held", "asking", "succeeded")) {
      List<Line> lines = screen(facts(name), new Size(columns, rows), true);
      assertThat(lines).hasSizeLessThan(rows);
      assertThat(lines).allMatch(line -> line.width() <= columns);
    }
  }

  @Test
  void counts_targets_when_there_are_too_many() throws IOException {
    ObjectNode document = (ObjectNode) Json.MAPPER.readTree(Golden.answer("running.json"));
    ArrayNode targets = document.putArray("targets");
    IntStream.rangeClosed(1, 400)
        .forEach(n ->
            targets
                .addObject()
                .put("name", "host-" + n)
                .put("stage", n < 100 ? "DONE" : n == 100 ? "WORKING" : "WAITING")
                .put("step", n == 100 ? "Stop" : null));
    RunFacts many = Json.MAPPER.treeToValue(document, RunFacts.class);
    Golden.assertSame("many-targets.screen", text(screen(many, new Size(80, 24), true)));
  }

  @Test
  void what_a_command_prints_cannot_steer_the_terminal() {
    assertThat(Line.of("a\u001b]0;title\u0007b\u001b[2Jc\u0000d\u009be\rf\u202eg").ansi())
        .isEqualTo("abcdefg");
  }
}
