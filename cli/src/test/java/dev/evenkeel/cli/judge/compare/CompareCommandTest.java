package dev.evenkeel.cli.judge.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.cli.Desktop;
import dev.evenkeel.cli.ExitCode;
import dev.evenkeel.cli.Golden;
import dev.evenkeel.cli.server.Json;
import dev.evenkeel.judge.Verdict;
import dev.evenkeel.judge.sequential.Finding;
import dev.evenkeel.judge.sequential.Kind;
import dev.evenkeel.judge.sequential.Opinion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The gate of a pipeline (C69). */
@Tag("C69")
class CompareCommandTest {
  private final Desktop desktop = new Desktop();
  @TempDir private Path folder;

  private String write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private static Opinion opinion(String name, Verdict.Kind kind, String says) {
    var none = OptionalDouble.empty();
    return new Opinion(
        name, Kind.ERRORS, kind, none, none, none, none, none, 0.01, 0, 0, says, List.of());
  }

  @Test
  void every_verdict_has_an_exit_code_of_its_own() {
    assertThat(CompareCommand.exitCode(Verdict.Kind.HEALTHY).code()).isZero();
    assertThat(CompareCommand.exitCode(Verdict.Kind.BREACH).code()).isEqualTo(11);
    assertThat(CompareCommand.exitCode(Verdict.Kind.WARNING).code()).isEqualTo(12);
    assertThat(CompareCommand.exitCode(Verdict.Kind.NOT_ENOUGH_EVIDENCE).code()).isEqualTo(13);
  }

  @Test
  void two_requests_are_not_enough_to_tell_and_that_is_no_success() throws IOException {
    String log =
        """
        timeStamp,elapsed,label,success
        1700000000000,100,home,true
        1700000000200,90,home,true
        """;
    String report = folder.resolve("report.xml").toString();
    int exit =
        desktop.evenkeel(
            "judge",
            "compare",
            "--baseline",
            write("old.jtl", log),
            "--candidate",
            write("new.jtl", log),
            "--json",
            "--junit",
            report);
    assertThat(exit).as(desktop.err()).isEqualTo(ExitCode.NOT_ENOUGH_EVIDENCE.code());
    JsonNode answer = Json.MAPPER.readTree(desktop.out());
    assertThat(answer.path("outcome").asString()).isEqualTo("not-enough-evidence");
    assertThat(answer.path("exitCode").asInt()).isEqualTo(13);
    assertThat(answer.path("pairs").findValuesAsString("pair"))
        .containsExactly("errors", "response time");
    assertThat(Files.readString(Path.of(report))).contains("<testsuite").contains("skipped=\"2\"");
  }

  @Test
  void a_pipeline_gets_a_test_for_each_metric() throws IOException {
    Golden.assertSame(
        "judge-compare.xml",
        JUnitReport.of(
            new Finding(
                Verdict.Kind.BREACH,
                Optional.of(Comparison.BEGAN),
                "It is worse.",
                List.of(
                    opinion("errors", Verdict.Kind.HEALTHY, "0.1 % & no more."),
                    opinion("response time", Verdict.Kind.BREACH, "\"home\" <is> slower."),
                    opinion("CPU", Verdict.Kind.NOT_ENOUGH_EVIDENCE, "5 more minutes.")))));
  }

  /**
   * Ten minutes of about 20 requests a second, and three times as many in the middle.
   *
   * @param peak how much slower they are then
   */
  private static String load(long seed, double peak) {
    Random random = new Random(seed);
    StringBuilder log = new StringBuilder("timeStamp,elapsed,label,success\n");
    for (int second = 0; second < 600; second++) {
      boolean isPeak = second >= 200 && second < 400;
      for (int i = 0; i < (isPeak ? 60 : 20); i++) {
        double took = 80 * Math.exp(0.5 * random.nextGaussian()) * (isPeak ? 1.6 * peak : 1);
        log.append(seed * 1_000_000_000L + 1000L * second + random.nextInt(1000))
            .append(",%d,home,%s\n".formatted(Math.round(took), random.nextInt(500) > 0));
      }
    }
    return log.toString();
  }

  @Test
  void slower_by_two_fifths_under_peak_load_stops_a_pipeline() throws IOException {
    String old = write("old.jtl", load(1, 1));
    assertThat(compare(old, write("new.jtl", load(2, 1.4))))
        .as(desktop.err())
        .isEqualTo(ExitCode.BREACH.code());
    assertThat(desktop.out())
        .startsWith("breach: response time: ")
        .contains("errors, healthy: ")
        .containsPattern("It was certain [23]\\d\\d s after the start.");
  }

  @Test
  void the_same_version_measured_on_another_day_goes_through() throws IOException {
    String old = write("old.jtl", load(1, 1));
    assertThat(compare(old, write("new.jtl", load(3, 1)))).as(desktop.out()).isZero();
    assertThat(desktop.out()).startsWith("healthy: ");
  }

  @Test
  void what_cannot_be_compared_is_refused() throws IOException {
    String log = write("a.csv", "timeStamp,elapsed,label,success\n1,1,a,true\n");
    String values = write("b.csv", "time,value\n1,1\n");
    String nothing = write("c.csv", "timeStamp,elapsed,label,success\n");
    assertThat(compare(log, values)).isEqualTo(ExitCode.REFUSED.code());
    assertThat(desktop.err()).contains("measure nothing in common");
    assertThat(compare(log, nothing)).isEqualTo(ExitCode.REFUSED.code());
    assertThat(desktop.err()).contains("c.csv holds no measurements.");
    assertThat(compare(log, folder.resolve("none").toString())).isEqualTo(ExitCode.REFUSED.code());
    assertThat(desktop.err()).contains("There is no file");
    assertThat(compare(log, log, "--margin", "-1")).isEqualTo(ExitCode.REFUSED.code());
    assertThat(desktop.err()).contains("--margin is -1.0.");
    assertThat(compare(log, log, "--failed", "status")).isEqualTo(ExitCode.REFUSED.code());
    assertThat(desktop.err()).contains("Write LABEL=REGEX");
    assertThat(compare(log, log, "--warm-up", "soon")).isEqualTo(ExitCode.REFUSED.code());
    assertThat(desktop.err()).contains("'soon' is no duration. Write 30s, 10m or 24h.");
  }

  private int compare(String baseline, String candidate, String... more) {
    String[] given = {"judge", "compare", "--baseline", baseline, "--candidate", candidate};
    String[] all = java.util.Arrays.copyOf(given, given.length + more.length);
    System.arraycopy(more, 0, all, given.length, more.length);
    return desktop.evenkeel(all);
  }
}
