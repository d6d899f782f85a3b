package dev.evenkeel.cli.judge.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.evenkeel.cli.Desktop;
import dev.evenkeel.cli.ExitCode;
import dev.evenkeel.cli.server.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Cases judged at the command line. */
class CasesCommandTest {
  private final Desktop desktop = new Desktop();
  @TempDir private Path folder;

  private void write(String name, String... lines) throws IOException {
    Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
  }

  private int judge(String... options) {
    return desktop.evenkeel(
        java.util.stream.Stream.concat(
                java.util.stream.Stream.of("judge", "cases", folder.toString()),
                java.util.stream.Stream.of(options))
            .toArray(String[]::new));
  }

  @Test
  void every_case_gets_a_verdict_in_the_order_of_the_files() throws IOException {
    try (OutputStream packed =
        new GZIPOutputStream(Files.newOutputStream(folder.resolve("cases-00.jsonl.gz")))) {
      for (int i = 0; i < 20; i++) {
        packed.write(
            (ACase.called("c%02d".formatted(i)).line() + "\n").getBytes(StandardCharsets.UTF_8));
      }
    }
    write("cases-01.jsonl", ACase.called("c20").line());
    Path verdicts = folder.resolve("v.csv");
    assertThat(judge("--json", "--verdicts", verdicts.toString())).as(desktop.err()).isZero();
    List<JsonNode> answers = desktop.out().lines().map(Json.MAPPER::readTree).toList();
    assertThat(answers)
        .extracting(one -> one.path("case").asString())
        .containsExactlyElementsOf(IntStream.range(0, 21).mapToObj("c%02d"::formatted).toList());
    assertThat(answers.getFirst().path("verdict").asString()).isIn("pass", "inconclusive");
    assertThat(answers.getFirst().path("time").asDouble()).isEqualTo(60);
    assertThat(answers.getFirst().path("pairs").findValuesAsString("pair"))
        .containsExactly(
            "errors", "errors of browse", "errors of checkout", "response time", "CPU", "memory");
    assertThat(Files.readAllLines(verdicts)).hasSize(22).startsWith("case,verdict,time_s");
    assertThat(Files.readAllLines(verdicts).getLast()).matches("c20,(pass|inconclusive),60");
  }

  @Test
  void one_bad_line_does_not_lose_the_others() throws IOException {
    write(
        "cases.jsonl",
        ACase.called("good").line(),
        "{\"id\": \"cut off",
        "",
        ACase.called("good").line(),
        ACase.called("other").line());
    assertThat(judge()).isEqualTo(ExitCode.REFUSED.code());
    assertThat(desktop.err())
        .contains("cases.jsonl line 2: it is no JSON")
        .contains("cases.jsonl line 4: case good was there before")
        .contains("2 cases could not be judged; the others were.");
    assertThat(desktop.out()).startsWith("2 cases: ").contains("There is no labels.csv");
  }

  @Test
  void a_file_that_was_cut_off_gives_what_it_holds() throws IOException {
    Path whole = folder.resolve("whole");
    try (OutputStream packed = new GZIPOutputStream(Files.newOutputStream(whole))) {
      packed.write((ACase.called("c1").line() + "\n").getBytes(StandardCharsets.UTF_8));
      for (int i = 0; i < 20_000; i++) {
        packed.write(Integer.toHexString(i * 7919).getBytes(StandardCharsets.UTF_8));
      }
    }
    byte[] bytes = Files.readAllBytes(whole);
    Files.write(
        folder.resolve("cases.jsonl.gz"), java.util.Arrays.copyOf(bytes, bytes.length - 100));
    assertThat(judge()).isEqualTo(ExitCode.REFUSED.code());
    assertThat(desktop.err()).contains("the file cannot be read from here on");
    assertThat(desktop.out()).startsWith("1 cases: ");
  }

  @Test
  void labels_say_what_was_right() throws IOException {
    write("cases.jsonl", ACase.called("c1").line());
    write(
        "labels.csv",
        "case,kind,size,share,traffic,canary_req_per_10s,base_error,onset_s,in_place,expected",
        "c1,aa_plain,,0.05,mid,57.8,0.00207,,0,pass");
    assertThat(judge()).as(desktop.err()).isZero();
    assertThat(desktop.out()).contains("False  0 of 1 healthy rolled back").contains("aa_plain");
  }

  @Test
  void what_cannot_be_used_is_refused_with_the_reason() throws IOException {
    assertThat(judge()).isEqualTo(ExitCode.REFUSED.code());
    assertThat(desktop.err()).contains("There are no cases in").contains("cases-….jsonl");
    write("cases.jsonl", ACase.called("c1").line());
    assertThat(judge("--false-alarms", "0")).isEqualTo(ExitCode.REFUSED.code());
    assertThat(desktop.err()).contains("--false-alarms is 0.0. Take more than 0 and at most 0.5.");
    write("labels.csv", "case,kind,expected", "c1,aa_plain,perhaps");
    assertThat(judge()).isEqualTo(ExitCode.REFUSED.code());
    assertThat(desktop.err()).contains("labels.csv line 2: expected is 'perhaps'.");
    write("labels.csv", "case,expected", "c1,pass");
    assertThat(judge()).isEqualTo(ExitCode.REFUSED.code());
    assertThat(desktop.err()).contains("labels.csv line 1: there is no column kind");
    assertThat(new Desktop().evenkeel("judge", "cases", folder.resolve("no").toString()))
        .isEqualTo(ExitCode.REFUSED.code());
  }

  @Test
  void the_published_cases_are_read() throws IOException {
    Path published = Path.of("../../shared/data/canary/cases-00.jsonl.gz");
    assumeThat(published).as("the published cases are not beside this repository").exists();
    Files.copy(published, folder.resolve("cases-00.jsonl.gz"));
    assertThat(judge("--json")).as(desktop.err()).isZero();
    assertThat(desktop.out().lines()).hasSize(32);
  }
}
