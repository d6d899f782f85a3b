package dev.evenkeel.server.health.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.judge.Fact;
import dev.evenkeel.runbook.words.PrometheusSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** With a real Prometheus that scrapes a page of ours. */
@Timeout(120)
class PrometheusReaderTest extends MetricSourceContract<PrometheusSource> {
  private static final String PAGE =
      """
      # TYPE requests_total counter
      requests_total{code="200"} %d
      requests_total{code="500"} 3
      # TYPE response_seconds histogram
      response_seconds_bucket{le="0.1"} 10
      response_seconds_bucket{le="+Inf"} 12
      # TYPE memory_bytes gauge
      memory_bytes 85000000
      """;

  @TempDir static Path folder;
  private static final AtomicReference<String> said = new AtomicReference<>(PAGE.formatted(100));
  private static final Site page = Site.answering(_ -> said.get());
  private static RealProgram prometheus;
  private static String url;

  private final Site silent = Site.silent();
  private final Site other = Site.saying("<html>It works!</html>");
  private final String nowhere = Site.nowhere();

  @BeforeAll
  static void start() throws Exception {
    Files.writeString(
        folder.resolve("prometheus.yml"),
        """
        global: {scrape_interval: 200ms, scrape_timeout: 200ms}
        scrape_configs:
          - job_name: app
            static_configs: [{targets: ["127.0.0.1:%d"], labels: {node: n1}}]
        """
            .formatted(page.port()));
    int port = RealProgram.freePort();
    url = "http://127.0.0.1:" + port;
    prometheus =
        RealProgram.start(
            folder,
            List.of(
                "prometheus",
                "--config.file=prometheus.yml",
                "--storage.tsdb.path=" + folder.resolve("data"),
                "--web.listen-address=127.0.0.1:" + port));
    untilCounted(103);
  }

  @AfterAll
  static void stop() {
    page.close();
    if (prometheus != null) {
      prometheus.close();
    }
  }

  @AfterEach
  void close() {
    silent.close();
    other.close();
  }

  @Test
  void reads_what_was_a_while_ago() throws Exception {
    var words =
        new PrometheusSource(
            url,
            Optional.of("requests_total{node=\"n1\"}"),
            Optional.of("requests_total{node=\"n1\",code=~\"5..\"}"),
            Optional.of("response_seconds_bucket{node=\"n1\"}"),
            Optional.of("memory_bytes / 2"));
    var now = Instant.now(); // what Prometheus goes by
    var readings =
        source()
            .past(
                words,
                new MetricSource.Stretch(now.minusSeconds(600), now.plusSeconds(2)),
                Duration.ofSeconds(1),
                Duration.ofSeconds(10));
    assertThat(readings).isNotEmpty();
    var last = readings.getLast();
    assertThat(last.find(Fact.Counted.class).orElseThrow().failed()).isEqualTo(3);
    assertThat(last.find(Fact.Timed.class)).isPresent();
    assertThat(last.find(Fact.Value.class)).contains(new Fact.Value(42_500_000));
    var nothing =
        new PrometheusSource(
            url, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of("nobody"));
    assertThat(
            source()
                .past(
                    nothing,
                    new MetricSource.Stretch(now.minusSeconds(60), now),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(10)))
        .isEmpty();
  }

  @Test
  void reads_counters_histograms_and_numbers() throws Exception {
    var words =
        new PrometheusSource(
            url + "/",
            Optional.of("requests_total{node=\"n1\"}"),
            Optional.of("requests_total{node=\"n1\",code=~\"5..\"}"),
            Optional.of("response_seconds_bucket{node=\"n1\"}"),
            Optional.of("memory_bytes / 2"));
    assertThat(look(words, LONG))
        .containsExactly(
            new Fact.Counted(103, 3),
            new Fact.Timed(List.of(100.0), List.of(10.0, 12.0)),
            new Fact.Value(42_500_000));
  }

  @Test
  void a_query_without_a_result_is_missing_and_not_0() throws Exception {
    assertThat(look(counting("requests_total", "no_such_total"), LONG))
        .singleElement()
        .extracting(Object::toString)
        .asString()
        .contains("has no result for the query no_such_total")
        .contains("or vector(0)");
    assertThat(look(counting("sum(requests_total)", "no_such_total or vector(0)"), LONG))
        .containsExactly(new Fact.Counted(103, 0));
  }

  @Test
  void says_what_prometheus_says_of_a_mistyped_query() throws Exception {
    assertThat(look(value("sum(memory_bytes"), LONG).toString())
        .contains("refuses the query sum(memory_bytes: ")
        .contains("parse error");
  }

  @Test
  void a_plain_number_is_one_number() throws Exception {
    assertThat(look(value("scalar(memory_bytes)"), LONG))
        .containsExactly(new Fact.Value(85_000_000));
    assertThat(look(value("requests_total"), LONG).toString()).contains("gave 2 series");
    assertThat(look(value("memory_bytes[1m]"), LONG).toString()).contains("gives a matrix");
    assertThat(look(value("memory_bytes / 0 - memory_bytes / 0"), LONG))
        .allMatch(fact -> !fact.usable());
  }

  @Test
  void one_query_without_a_result_does_not_hide_the_others() throws Exception {
    var words =
        new PrometheusSource(
            url,
            Optional.of("requests_total"),
            Optional.of("no_such_total"),
            Optional.empty(),
            Optional.of("memory_bytes"));
    assertThat(look(words, LONG)).contains(new Fact.Value(85_000_000)).hasSize(2);
  }

  @Test
  void does_not_say_that_a_target_fails_when_prometheus_itself_is_away() throws Exception {
    assertThat(look(gone(), LONG)).allMatch(Fact.Missing.class::isInstance);
  }

  @Test
  void a_restarted_target_starts_again_at_0() throws Exception {
    said.set(PAGE.formatted(5));
    untilCounted(8);
    assertThat(look(counting("requests_total", "requests_total{code=\"500\"}"), LONG))
        .containsExactly(new Fact.Counted(8, 3));
    said.set(PAGE.formatted(100));
    untilCounted(103);
  }

  private static void untilCounted(int requests) throws Exception {
    while (true) {
      prometheus.checkAlive();
      var facts =
          new Sources(List.of(new PrometheusReader()))
              .look(counting("requests_total", "requests_total * 0"), LONG);
      if (facts.contains(new Fact.Counted(requests, 0))) {
        return;
      }
      Thread.sleep(50);
    }
  }

  private static PrometheusSource counting(String requests, String errors) {
    return new PrometheusSource(
        url, Optional.of(requests), Optional.of(errors), Optional.empty(), Optional.empty());
  }

  private static PrometheusSource value(String query) {
    return value(url, query);
  }

  private static PrometheusSource value(String server, String query) {
    return new PrometheusSource(
        server, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(query));
  }

  @Override
  MetricSource<PrometheusSource> source() {
    return new PrometheusReader();
  }

  @Override
  PrometheusSource answering() {
    return value("memory_bytes");
  }

  @Override
  PrometheusSource hanging() {
    return value(silent.url(), "memory_bytes");
  }

  @Override
  PrometheusSource gone() {
    return value(nowhere, "memory_bytes");
  }

  @Override
  PrometheusSource garbage() {
    return value(other.url(), "memory_bytes");
  }

  @Override
  String address() {
    return nowhere;
  }
}
