package dev.evenkeel.server.execution.action.waiting;

import static dev.evenkeel.server.execution.action.Attempts.anAttempt;
import static dev.evenkeel.server.execution.action.Playing.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.evenkeel.runbook.words.Wait.MetricLimit;
import dev.evenkeel.server.execution.action.FreePort;
import dev.evenkeel.server.execution.action.Observation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Limits held against a real Prometheus server. */
class WaitMetricTest {
  private static final Path PROMETHEUS = Path.of("/usr/bin/prometheus");
  @TempDir static Path folder;
  private static Process process;
  private static String url;

  @BeforeAll
  static void startPrometheus() throws IOException {
    assumeTrue(Files.isExecutable(PROMETHEUS), "Prometheus is not installed");
    int port = FreePort.any();
    url = "http://127.0.0.1:%d/".formatted(port);
    var config = Files.writeString(folder.resolve("prometheus.yml"), "global: {}\n");
    process =
        new ProcessBuilder(
                PROMETHEUS.toString(),
                "--config.file=" + config,
                "--storage.tsdb.path=" + folder.resolve("data"),
                "--web.listen-address=127.0.0.1:" + port)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    until(
        "Prometheus answers",
        () -> look("vector(1)", Optional.of(1.0), Optional.empty()) instanceof Observation.Holds);
  }

  @AfterAll
  static void stopPrometheus() throws InterruptedException {
    if (process != null) {
      process.destroy();
      process.waitFor();
    }
  }

  private static Observation look(String query, Optional<Double> atMost, Optional<Double> atLeast) {
    return Waits.action()
        .observe(Waits.forMetric(new MetricLimit(url, query, atMost, atLeast)), anAttempt());
  }

  private static Observation atMost(double most, String query) {
    return look(query, Optional.of(most), Optional.empty());
  }

  @Test
  void a_value_is_held_against_both_limits() {
    assertThat(look("vector(5)", Optional.of(5.0), Optional.of(5.0)))
        .isInstanceOfSatisfying(
            Observation.Holds.class,
            holds -> assertThat(holds.outputs()).containsEntry("value", "5"));
    assertThat(atMost(4.9, "vector(5)"))
        .isInstanceOfSatisfying(
            Observation.HoldsNot.class,
            not -> assertThat(not.why()).contains("`vector(5)` is 5", "at most 4.9"));
    assertThat(look("scalar(vector(5))", Optional.empty(), Optional.of(5.1)))
        .isInstanceOf(Observation.HoldsNot.class);
  }

  @Test
  void no_data_and_no_number_never_hold() {
    assertThat(atMost(100, "no_such_metric"))
        .isInstanceOfSatisfying(
            Observation.HoldsNot.class, not -> assertThat(not.why()).contains("no data"));
    assertThat(atMost(100, "vector(0/0)")).isInstanceOf(Observation.HoldsNot.class);
    assertThat(atMost(100, "vector(1/0)")).isInstanceOf(Observation.HoldsNot.class);
    assertThat(atMost(100, "vector(-1/0)")).isInstanceOf(Observation.Holds.class);
  }

  @Test
  void a_query_that_cannot_be_judged_is_told() {
    assertThat(atMost(1, "sum("))
        .isInstanceOfSatisfying(
            Observation.Unknown.class,
            unknown -> assertThat(unknown.why()).contains("refuses the query", "parse error"));
    assertThat(atMost(1, "vector(1) or label_replace(vector(2), \"a\", \"b\", \"\", \"\")"))
        .isInstanceOfSatisfying(
            Observation.Unknown.class,
            unknown -> assertThat(unknown.why()).contains("2 values", "single one"));
  }
}
