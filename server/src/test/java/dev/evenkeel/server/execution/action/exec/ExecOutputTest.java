package dev.evenkeel.server.execution.action.exec;

import static dev.evenkeel.server.execution.action.Attempts.anAttempt;
import static dev.evenkeel.server.execution.action.Playing.carryOut;
import static dev.evenkeel.server.execution.action.Playing.until;
import static dev.evenkeel.server.execution.action.exec.Commands.script;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.evenkeel.server.execution.action.Attempts.Printout;
import dev.evenkeel.server.execution.action.Outcome;
import dev.evenkeel.server.secrets.Masking;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a command prints is handed over live, whole, once, and within limits. */
class ExecOutputTest {
  private static final String SECRET = "s3cr3t-word-of-the-database";
  private static final Masking HIDING = Masking.of(List.of(SECRET));

  @TempDir Path data;
  @TempDir Path world;
  private final Printout printout = new Printout();
  private AttemptFolder folder;

  @BeforeEach
  void makeFolder() throws IOException {
    folder = new AttemptFolder(world);
    print("");
    Files.writeString(folder.err(), "");
  }

  private void makeNewFolder() throws IOException {
    world = Files.createTempDirectory(data, "attempt");
    makeFolder();
  }

  private void print(String text) throws IOException {
    Files.writeString(folder.out(), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private void handOver(boolean ended) throws IOException {
    handOver(printout, ended);
  }

  private void handOver(Printout to, boolean ended) throws IOException {
    new Handover(folder, to).handOver(ended);
  }

  @Test
  void lines_are_seen_while_the_command_runs() {
    var attempt = anAttempt(printout);
    var action = Commands.actionWith(data);
    var words =
        script("echo first; until [ -e %s/go ]; do sleep 0.05; done; echo second".formatted(world));
    action.start(words, attempt);

    until(
        "the first line",
        () ->
            action.poll(words, attempt) instanceof Outcome.NotYet
                && printout.toString().equals("first\n"));
    assertThat(action.stop(words, attempt)).isEmpty();
  }

  @Test
  void a_line_is_handed_over_when_it_is_whole() throws IOException {
    print("the key is sec");
    handOver(false);
    assertThat(printout).hasToString("");

    print("ret\nnext");
    handOver(false);
    assertThat(printout).hasToString("the key is secret\n");

    handOver(true);
    assertThat(printout).hasToString("the key is secret\nnext");
  }

  @Test
  void a_piece_whose_arrival_was_not_written_down_is_not_handed_over_twice() throws IOException {
    print("one\n");
    handOver(false);
    handOver(false);
    assertThat(printout).hasToString("one\n");
  }

  @Test
  void a_piece_that_did_not_arrive_is_handed_over_again() throws IOException {
    print("one\n");
    handOver(false);
    print("two\n");
    var deaf =
        new Printout() {
          @Override
          public void append(String more) {
            throw new IllegalStateException("the database is away");
          }

          @Override
          public long length() {
            return printout.length();
          }
        };
    assertThatThrownBy(() -> new Handover(folder, deaf).handOver(false))
        .hasMessageContaining("away");

    print("three\n");
    handOver(true);
    assertThat(printout).hasToString("one\ntwo\nthree\n");
  }

  @Test
  void both_streams_are_handed_over() throws IOException {
    print("out\n");
    Files.writeString(folder.err(), "err\n");
    handOver(false);
    print("more\n");
    handOver(true);
    assertThat(printout).hasToString("out\nerr\nmore\n");
  }

  @Test
  void of_very_long_output_the_beginning_and_the_end_are_shown() throws IOException {
    var line = "ä line of thirty-two characters\n";
    print("begin\n" + line.repeat(50_000));
    handOver(false);
    handOver(false);
    assertThat(printout.toString())
        .startsWith("begin\n")
        .endsWith(
            "[stdout is longer than 512 KiB; its last part is shown when the command has ended]\n")
        .hasSizeLessThan(Stream.PART + 200);

    print("end\n");
    handOver(true);
    handOver(true);
    assertThat(printout.toString())
        .endsWith(line + "end\n")
        .containsPattern("\\[\\d+ bytes of stdout are left out here]")
        .doesNotContain("\uFFFD")
        .hasSizeLessThan(2 * Stream.PART + 400);
  }

  @Test
  void output_of_up_to_two_parts_is_shown_whole_when_the_command_has_ended() throws IOException {
    var text = "äöü€𝄞 no end of line ".repeat(30_000);
    print(text);
    handOver(true);
    assertThat(printout.toString()).isEqualTo(text);
  }

  @Test
  void a_secret_in_a_line_too_long_to_wait_for_is_hidden_wherever_its_writing_stops()
      throws IOException {
    var line = "ä".repeat(5_000) + "password=" + SECRET + "; and more";
    for (int stop = line.indexOf(SECRET); stop <= line.length(); stop++) {
      makeNewFolder();
      var shown = new Printout(HIDING);
      print(line.substring(0, stop));
      handOver(shown, false);
      assertThat(shown.toString()).as("shown at once").contains("password=");
      print(line.substring(stop));
      handOver(shown, false);
      handOver(shown, true);
      assertThat(shown).hasToString(line.replace(SECRET, Masking.MASK));
    }
  }

  @Test
  void a_secret_where_the_shown_parts_of_long_output_end_and_begin_is_hidden() throws IOException {
    for (int shift = 0; shift < SECRET.length() + 1; shift++) {
      makeNewFolder();
      var shown = new Printout(HIDING);
      print("x".repeat(shift) + (SECRET + " ").repeat(60_000));
      if (shift % 2 == 0) {
        handOver(shown, false);
      }
      handOver(shown, true);
      var parts = shown.toString().replaceAll("\n\\[.*]\n", "");
      assertThat(parts.replace(Masking.MASK, "").replaceAll("^x*", "")).isBlank();
      assertThat(shown.toString()).containsPattern("\\[\\d+ bytes of stdout are left out here]");
    }
  }

  @Test
  void a_secret_kept_back_where_the_server_died_arrives_once_and_hidden() throws IOException {
    var shown = new Printout(HIDING);
    print("x".repeat(5_000) + SECRET.substring(0, 9));
    handOver(shown, false);
    print(SECRET.substring(9) + "\n");
    var deaf =
        new Printout(HIDING) {
          @Override
          public void append(String more) {
            throw new IllegalStateException("the database is away");
          }

          @Override
          public long length() {
            return shown.length();
          }
        };
    assertThatThrownBy(() -> handOver(deaf, false)).hasMessageContaining("away");
    handOver(shown, false);
    handOver(shown, true);
    assertThat(shown).hasToString("x".repeat(5_000) + Masking.MASK + "\n");
  }

  @Test
  void bytes_that_are_no_text_do_not_stop_it() throws IOException {
    Files.write(folder.out(), new byte[] {'a', 0, (byte) 0xFF, (byte) 0xC3, '\n', (byte) 0xE2});
    handOver(true);
    assertThat(printout).hasToString("a\uFFFD\uFFFD\uFFFD\n\uFFFD");
  }

  @Test
  void a_value_too_long_to_be_whole_is_not_handed_to_later_steps() {
    var outcome = carryOut(Commands.actionWith(data), script("yes | head -c 300000"));

    assertThat(((Outcome.Done) outcome).outputs()).containsOnlyKeys("exitCode");
  }
}
