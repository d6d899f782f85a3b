package dev.evenkeel.demo.proxy;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * What became of the requests sent to each node. A node that refuses a connection or closes it
 * without an answer has failed, also when another node answered in its place.
 */
final class ProxyMetrics {

  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final Counter requests =
      Counter.builder()
          .name("proxy_requests_total")
          .help("Requests sent to a node.")
          .labelNames("node")
          .withoutExemplars()
          .register(registry);
  private final Counter failures =
      Counter.builder()
          .name("proxy_failures_total")
          .help("Requests a node answered with 5xx or not at all.")
          .labelNames("node")
          .withoutExemplars()
          .register(registry);
  private final Histogram responses =
      Histogram.builder()
          .name("proxy_response_seconds")
          .help("Time until a node had answered.")
          .labelNames("node")
          .classicOnly()
          .classicUpperBounds(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)
          .withoutExemplars()
          .register(registry);

  /** Makes a node's series appear with zeros: a series that comes up later looks like a gap. */
  void expect(String node) {
    requests.initLabelValues(node);
    failures.initLabelValues(node);
    responses.initLabelValues(node);
  }

  void answered(String node, double seconds, boolean well) {
    requests.labelValues(node).inc();
    responses.labelValues(node).observe(seconds);
    if (!well) {
      failures.labelValues(node).inc();
    }
  }

  /** Refused, or closed without an answer: there is no time to observe. */
  void unanswered(String node) {
    requests.labelValues(node).inc();
    failures.labelValues(node).inc();
  }

  String text() {
    var out = new ByteArrayOutputStream();
    try {
      PrometheusTextFormatWriter.builder().build().write(out, registry.scrape());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
