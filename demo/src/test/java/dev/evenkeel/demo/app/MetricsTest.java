package dev.evenkeel.demo.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MetricsTest {

  @Test
  void counts_requests_failures_and_times() {
    var metrics = new Metrics();
    metrics.count(12_000_000, true);
    metrics.count(800_000_000, false);
    assertThat(metrics.text().lines())
        .contains(
            "app_requests_total 2",
            "app_failures_total 1",
            "app_response_seconds_bucket{le=\"0.01\"} 0",
            "app_response_seconds_bucket{le=\"0.025\"} 1",
            "app_response_seconds_bucket{le=\"1.0\"} 2",
            "app_response_seconds_bucket{le=\"+Inf\"} 2",
            "app_response_seconds_sum 0.812000");
  }
}
