package dev.evenkeel.server.health.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.judge.Fact;
import dev.evenkeel.runbook.words.ScrapeSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ScrapeReaderTest extends MetricSourceContract<ScrapeSource> {
  private static final String PAGE =
      """
      # HELP requests_total Requests.
      # TYPE requests_total counter
      requests_total{node="n1",code="200"} 100
      requests_total{node="n1",code="404"} 20
      requests_total{node="n2",code="200"} 7
      requests_total{node="n2",code="500"} 3
      # TYPE response_seconds histogram
      response_seconds_bucket{node="n1",le="0.005",} 10
      response_seconds_bucket{node="n1",le="0.25"} 90
      response_seconds_bucket{node="n1",le="+Inf"} 120
      response_seconds_sum{node="n1"} 1.5
      response_seconds_count{node="n1"} 120
      memory_bytes 8.5e+07 1700000000000
      """;

  private final Site page = Site.saying(PAGE);
  private final Site silent = Site.silent();
  private final Site other = Site.saying("<html><body>It works!</body></html>");
  private final String nowhere = Site.nowhere();

  @AfterEach
  void close() {
    page.close();
    silent.close();
    other.close();
  }

  @Test
  void adds_all_series_that_match() throws Exception {
    assertThat(
            look(counting("requests_total{node=\"n1\"}", "requests_total{code=~\"[45]..\"}"), LONG))
        .contains(new Fact.Counted(120, 23));
  }

  @Test
  void a_counter_that_has_not_come_up_yet_is_0_if_its_metric_is_there() throws Exception {
    var fives = "requests_total{node=\"n1\",code=~\"5..\"}";
    assertThat(look(counting("requests_total{node=\"n1\"}", fives), LONG))
        .contains(new Fact.Counted(120, 0));
    assertThat(look(counting("requests_total{node=\"n1\"}", "request_total{code=\"500\"}"), LONG))
        .contains(new Fact.Missing(page.url() + " has no metric request_total"));
  }

  @Test
  void reads_histograms_in_seconds() throws Exception {
    assertThat(look(buckets("response_seconds{node=\"n1\"}"), LONG))
        .contains(new Fact.Timed(List.of(5.0, 250.0), List.of(10.0, 90.0, 120.0)));
    assertThat(look(buckets("response_seconds{node=\"n9\"}"), LONG).toString())
        .contains("has no series response_seconds{node=\"n9\"}");
  }

  @Test
  void reads_one_plain_number() throws Exception {
    assertThat(look(value("memory_bytes"), LONG)).contains(new Fact.Value(8.5e7));
    assertThat(look(value("requests_total{node=\"n2\"}"), LONG).toString())
        .contains("gave 2 series and a plain number is one");
  }

  @Test
  void the_target_is_not_well_when_its_page_is_not() throws Exception {
    try (var broken = Site.saying(503, PAGE)) {
      var words =
          new ScrapeSource(
              broken.url(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.of("memory_bytes"));
      assertThat(look(words, LONG))
          .containsExactly(
              new Fact.Well(false, broken.url() + " answered 503"),
              new Fact.Missing(broken.url() + " answered 503"));
    }
  }

  @Test
  void says_when_a_selector_is_mistyped() throws Exception {
    assertThat(look(value("memory{node=n1}"), LONG).toString())
        .contains("'memory{node=n1}' names no series; write name{label=\"value\"");
  }

  private ScrapeSource counting(String requests, String errors) {
    return new ScrapeSource(
        page.url(), Optional.of(requests), Optional.of(errors), Optional.empty(), Optional.empty());
  }

  private ScrapeSource buckets(String buckets) {
    return new ScrapeSource(
        page.url(), Optional.empty(), Optional.empty(), Optional.of(buckets), Optional.empty());
  }

  private ScrapeSource value(String value) {
    return value(page.url(), value);
  }

  private static ScrapeSource value(String url, String value) {
    return new ScrapeSource(
        url, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(value));
  }

  @Override
  MetricSource<ScrapeSource> source() {
    return new ScrapeReader();
  }

  @Override
  ScrapeSource answering() {
    return new ScrapeSource(
        page.url(),
        Optional.of("requests_total"),
        Optional.of("requests_total{code=\"500\"}"),
        Optional.of("response_seconds"),
        Optional.of("memory_bytes"));
  }

  @Override
  ScrapeSource hanging() {
    return value(silent.url(), "memory_bytes");
  }

  @Override
  ScrapeSource gone() {
    return value(nowhere, "memory_bytes");
  }

  @Override
  ScrapeSource garbage() {
    return value(other.url(), "memory_bytes");
  }

  @Override
  String address() {
    return nowhere;
  }
}
