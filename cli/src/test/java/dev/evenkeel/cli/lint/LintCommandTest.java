package dev.evenkeel.cli.lint;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.runbook.RunbookReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LintCommandTest {
  private static final Path RUNBOOKS = Path.of("src/test/resources/lint");
  private static final Path GOLDEN = Path.of("src/test/resources/golden/lint");
  private static final String BAD = RUNBOOKS.resolve("bad.yaml").toString();
  private static final String GOOD = RUNBOOKS.resolve("good.yaml").toString();

  private final StringWriter out = new StringWriter();

  private int lint(Ansi ansi, byte[] in, String... arguments) {
    return new CommandLine(new LintCommand(new ByteArrayInputStream(in)))
        .setColorScheme(Help.defaultColorScheme(ansi))
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(out, true))
        .execute(arguments);
  }

  private int lint(String... arguments) {
    return lint(Ansi.OFF, new byte[0], arguments);
  }

  private void assertGolden(String name) throws IOException {
    Path file = GOLDEN.resolve(name);
    String text = out.toString().replace("\r\n", "\n");
    if (Boolean.getBoolean("golden.write")) {
      Files.createDirectories(GOLDEN);
      Files.writeString(file, text);
    }
    assertThat(text)
        .as("%s; if the change is meant, run with -Dgolden.write=true", file)
        .isEqualTo(Files.readString(file));
  }

  @Test
  void shows_people_the_line_the_spot_and_the_way_out() throws IOException {
    assertThat(lint(BAD, GOOD)).isEqualTo(2);
    assertGolden("people.txt");
  }

  @Test
  void uses_colours_on_a_terminal() throws IOException {
    lint(Ansi.ON, new byte[0], BAD);
    assertGolden("colours.txt");
  }

  @Test
  void writes_json() throws IOException {
    assertThat(lint("--json", BAD)).isEqualTo(2);
    assertGolden("findings.json");
  }

  @Test
  void writes_sarif() throws IOException {
    assertThat(lint("--sarif", BAD)).isEqualTo(2);
    assertGolden("findings.sarif");
  }

  @Test
  void points_sarif_results_at_rules_that_are_described() {
    lint("--sarif", BAD);
    JsonNode run = JsonMapper.shared().readTree(out.toString()).path("runs").path(0);

    assertThat(run.path("results")).isNotEmpty();
    assertThat(run.path("results"))
        .allSatisfy(result ->
            assertThat(run.path("tool").path("driver").path("rules"))
                .anyMatch(rule -> rule.path("id").equals(result.path("ruleId"))));
  }

  @Test
  void names_files_in_sarif_so_that_they_are_found(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("a b.yaml"), "kind: Cake");

    lint("--sarif", file.toString());
    assertThat(out.toString()).contains("file:///").contains("a%20b.yaml");
  }

  @Test
  void ends_with_0_when_there_are_no_errors() {
    assertThat(lint(GOOD)).isZero();
    assertThat(out.toString()).isEqualTo("1 file: 0 errors, 0 warnings.\n");
  }

  @Test
  void ends_with_0_when_there_are_only_warnings() throws IOException {
    byte[] warned =
        Files.readString(Path.of(GOOD)).replace("      timeout: 1m\n", "").getBytes(UTF_8);

    assertThat(lint(Ansi.OFF, warned, "-")).isZero();
    assertThat(out.toString())
        .contains("<stdin>:", "warning:", "[no-timeout]", "0 errors, 1 warning.");
  }

  @Test
  void says_which_byte_of_a_file_is_not_utf_8() {
    assertThat(lint(Ansi.OFF, "kind: Größe".getBytes(ISO_8859_1), "-")).isEqualTo(2);
    assertThat(out.toString())
        .contains("<stdin>:1:9: error: The file is not UTF-8: the byte 0xF6 does not belong there.")
        .contains("Save it as UTF-8.")
        .doesNotContain("U+FFFD");
  }

  @Test
  void reads_standard_input() {
    assertThat(lint(Ansi.OFF, "kind: Cake".getBytes(UTF_8), "-")).isEqualTo(2);
    assertThat(out.toString()).contains("<stdin>:1:7: error:");
  }

  @Test
  void says_why_a_file_cannot_be_read_and_looks_at_the_others(@TempDir Path folder) {
    assertThat(lint("missing.yaml", folder.toString(), GOOD)).isEqualTo(2);
    assertThat(out.toString())
        .contains("missing.yaml: error: There is no such file.")
        .contains("This is a folder.")
        .contains("3 files: 0 errors, 0 warnings, 2 not read.");
  }

  @Test
  void says_in_json_and_sarif_too_what_cannot_be_read() {
    assertThat(lint("--json", "missing.yaml")).isEqualTo(2);
    assertThat(out.toString()).contains("\"unreadable\"", "There is no such file.");
    assertThat(lint("--sarif", "missing.yaml")).isEqualTo(2);
    assertThat(out.toString()).contains("\"executionSuccessful\" : false");
  }

  @Test
  void refuses_bytes_that_are_no_text() {
    byte[] bytes = {'k', 'i', 'n', 'd', ':', ' ', (byte) 0xFF};

    assertThat(lint(Ansi.OFF, bytes, "-")).isEqualTo(2);
    assertThat(out.toString()).contains("<stdin>:1:7: error:", "[bad-character]");
  }

  @Test
  void does_not_read_on_when_there_is_too_much() {
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return '#';
          }

          @Override
          public int read(byte[] bytes, int from, int length) {
            java.util.Arrays.fill(bytes, from, from + length, (byte) '#');
            return length;
          }
        };
    int code =
        new CommandLine(new LintCommand(endless)).setOut(new PrintWriter(out, true)).execute("-");

    assertThat(code).isEqualTo(2);
    assertThat(out.toString()).contains("[too-large]").contains(RunbookReader.TOO_LONG);
  }

  @Test
  void lets_no_runbook_play_with_the_terminal() {
    byte[] nasty = "kind: \"\\e[2J\\e[31mpwned\"\n".getBytes(UTF_8);

    lint(Ansi.OFF, nasty, "-");
    assertThat(out.toString()).contains("pwned").doesNotContain("\u001B");
  }

  @Test
  void needs_a_file_and_takes_one_format_only() {
    assertThat(lint()).isEqualTo(2);
    assertThat(lint("--json", "--sarif", GOOD)).isEqualTo(2);
    assertThat(out.toString()).contains("mutually exclusive");
  }
}
