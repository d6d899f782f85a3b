package dev.evenkeel.cli.judge.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.cli.Desktop;
import dev.evenkeel.cli.ExitCode;
import dev.evenkeel.cli.Golden;
import dev.evenkeel.cli.ScriptedServer;
import dev.evenkeel.cli.judge.prometheus.ArchiveFolder;
import dev.evenkeel.cli.server.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Rules held against past weeks at the command line. */
class BacktestCommandTest {
  private static final String FROM = "2029-12-03T02:00:00Z";
  private static final String UNTIL = "2029-12-03T02:10:00Z";

  private final Desktop desktop = new Desktop();
  @TempDir private Path folder;

  @BeforeEach
  void runbook() throws IOException {
    Files.writeString(folder.resolve("shop.yaml"), Weeks.RUNBOOK);
  }

  private String at(String name) {
    return folder.resolve(name).toString();
  }

  private int backtest(String... options) {
    return desktop.evenkeel(
        Stream.concat(
                Stream.of("judge", "backtest", "--runbook", at("shop.yaml"), "--step", "1m"),
                Stream.of(options))
            .toArray(String[]::new));
  }

  private void record() {
    ArchiveFolder.write(folder.resolve("rec"), Weeks.recorded());
  }

  private void mark(String... options) {
    Desktop other = new Desktop();
    int exit =
        other.evenkeel(
            Stream.concat(
                    Stream.of("judge", "mark", at("marks.csv"), "--from", FROM, "--until", UNTIL),
                    Stream.of(options))
                .toArray(String[]::new));
    assertThat(exit).as(other.err()).isZero();
  }

  @Test
  void false_alarms_delays_and_a_better_threshold_are_told() throws IOException {
    record();
    mark("--note", "the database was full");
    assertThat(backtest("--data", at("rec"), "--marks", at("marks.csv")))
        .as(desktop.err())
        .isZero();
    String aboutRules =
        desktop.out().substring(0, desktop.out().indexOf("The sequential judge")).stripTrailing();
    Golden.assertSame("judge-backtest.out", aboutRules + "\n");
  }

  @Test
  void programs_get_the_whole_curve() {
    record();
    mark();
    assertThat(backtest("--data", at("rec"), "--marks", at("marks.csv"), "--json"))
        .as(desktop.err())
        .isZero();
    JsonNode answer = Json.MAPPER.readTree(desktop.out());
    JsonNode rule = answer.path("rules").path(0);
    assertThat(rule.path("rule").asString()).isEqualTo("errors");
    assertThat(rule.path("armed").path("falseAlarms").asInt()).isEqualTo(1);
    assertThat(rule.path("armed").path("perWeekHigh").asDouble())
        .isGreaterThan(rule.path("armed").path("perWeek").asDouble());
    assertThat(rule.path("armed").path("marks").path(0).path("delaySeconds").asDouble())
        .isBetween(60.0, 120.0);
    JsonNode threshold = rule.path("thresholds").path(0);
    assertThat(threshold.path("curve")).hasSize(11);
    assertThat(threshold.path("recommended").path("falseAlarms").asInt()).isZero();
    assertThat(answer.path("sequential").path("replays").asInt()).isEqualTo(93);
    assertThat(answer.path("leftOut")).hasSize(2);
  }

  /** What was measured is kept beside the mark, so that it can be tried again for ever. */
  @Test
  void an_incident_is_kept_as_a_test_case() throws IOException {
    record();
    mark("--data", at("rec"), "--note", "the database, full");
    Files.delete(folder.resolve("rec/index.json"));
    assertThat(Files.readAllLines(folder.resolve("marks.csv")))
        .containsExactly(
            "from,until,note,rules,data",
            FROM + "," + UNTIL + ",\"the database, full\",,marks.data/20291203T020000Z");
    assertThat(backtest("--marks", at("marks.csv"))).as(desktop.err()).isZero();
    assertThat(desktop.out())
        .contains("shop: the incidents that are marked, from what is kept of them.")
        .contains("only weeks with false alarms can tell")
        .containsPattern(
            "found +after [0-9a-z ]+: 2029-12-03 03:00 GMT\\+01:00, 10 min, the database, full");
  }

  @Test
  void an_incident_that_nobody_would_have_seen_is_told_by_the_exit_code() throws IOException {
    record();
    Files.writeString(
        folder.resolve("marks.csv"),
        "from,until,note\n2029-12-02T10:00:00Z,2029-12-02T10:05:00Z,nobody could pay\n");
    assertThat(backtest("--data", at("rec"), "--marks", at("marks.csv")))
        .as(desktop.err())
        .isEqualTo(ExitCode.MISSED.code())
        .isEqualTo(14);
    assertThat(desktop.out())
        .contains("Nobody would have seen 2029-12-02 11:00 GMT+01:00, 5 min, nobody could pay.");
  }

  @Test
  void a_rule_is_measured_by_the_incidents_it_is_to_see() {
    record();
    mark("--rule", "slow", "--note", "all was slow");
    backtest("--data", at("rec"), "--marks", at("marks.csv"), "--json");
    JsonNode answer = Json.MAPPER.readTree(desktop.out());
    assertThat(answer.path("rules").path(0).path("armed").path("marks")).isEmpty();
    assertThat(answer.path("sequential").path("marks")).hasSize(1);
    assertThat(answer.path("sequential").path("marks").path(0).path("found").asBoolean())
        .as("the sequential judge, which has two days to compare with, sees it")
        .isTrue();
    assertThat(answer.path("sequential").path("falseAlarms").asInt())
        .as("nor does it mind ten minutes of three in a hundred more")
        .isLessThanOrEqualTo(1);
  }

  @Test
  void weeks_are_asked_for_in_pieces_and_kept() throws Exception {
    try (ScriptedServer prometheus = ScriptedServer.start()) {
      prometheus.on(
          "POST /api/v1/query_range",
          200,
          "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[]}}");
      int exit =
          backtest(
              "--prometheus",
              prometheus.url().toString(),
              "--from",
              "2029-12-20T00:00Z",
              "--to",
              "2029-12-31T00:00Z",
              "--save",
              at("kept"));
      assertThat(exit).as(desktop.err()).isZero();
      assertThat(prometheus.asked()).as("two pieces for each of five queries").hasSize(10);
      assertThat(prometheus.asked().get(0).body())
          .contains("query=requests_total%7Bjob%3D%22shop%22%2Cport%3D%228001%22%7D")
          .contains("start=1892419200.000&end=1893019140.000&step=60.000");
      assertThat(prometheus.asked().get(1).body()).contains("start=1893019200.000");
      assertThat(desktop.err()).contains("web.requests of n1 has no result in these weeks");
      assertThat(ArchiveFolder.read(folder.resolve("kept")).answers()).hasSize(5);
    }
  }

  @Test
  void what_prometheus_refuses_is_told_with_the_query() throws Exception {
    try (ScriptedServer prometheus = ScriptedServer.start()) {
      prometheus.on(
          "POST /api/v1/query_range",
          400,
          "{\"status\":\"error\",\"errorType\":\"bad_data\",\"error\":\"unexpected end of input\"}");
      assertThat(backtest("--prometheus", prometheus.url().toString(), "--from", "7d"))
          .isEqualTo(ExitCode.REFUSED.code());
      assertThat(desktop.err())
          .contains("answered 400 to web.requests of n1")
          .contains("Prometheus refused the query: unexpected end of input.");
    }
    assertThat(backtest("--prometheus", "http://127.0.0.1:1", "--from", "7d"))
        .isEqualTo(ExitCode.FAILED.code());
    assertThat(desktop.err()).contains("http://127.0.0.1:1 does not answer to web.requests of n1");
  }

  @Test
  void what_cannot_be_is_refused_with_the_way_out() throws IOException {
    assertThat(backtest()).isEqualTo(ExitCode.REFUSED.code());
    assertThat(desktop.err()).contains("Say which weeks: --from 21d, or --data DIR");
    assertThat(backtest("--data", at("none"))).isEqualTo(ExitCode.REFUSED.code());
    assertThat(desktop.err()).contains("holds no recording");
    assertThat(backtest("--from", "7d", "--every", "30m")).isEqualTo(ExitCode.REFUSED.code());
    assertThat(desktop.err()).contains("--every is shorter than --watch");
    assertThat(backtest("--from", "7d", "--input", "jbo=x")).isEqualTo(ExitCode.REFUSED.code());
    assertThat(desktop.err()).contains("has no input jbo; it has job.");
    Files.writeString(folder.resolve("marks.csv"), "from,until\nyesterday,2029-12-02T10:05:00Z\n");
    assertThat(backtest("--from", "7d", "--marks", at("marks.csv")))
        .isEqualTo(ExitCode.REFUSED.code());
    assertThat(desktop.err()).contains("marks.csv line 2: from is 'yesterday'.");
    Files.writeString(folder.resolve("shop.yaml"), "kind: Runbook\n");
    assertThat(backtest("--from", "7d")).isEqualTo(ExitCode.REFUSED.code());
    assertThat(desktop.err()).contains("is no runbook yet:").contains("evenkeel lint");
  }

  @Test
  void a_mark_is_made_once() {
    mark();
    assertThat(desktop.evenkeel("judge", "mark", at("marks.csv"), "--from", FROM, "--until", UNTIL))
        .isEqualTo(ExitCode.REFUSED.code());
    assertThat(desktop.err()).contains("has this mark already");
  }
}
