package dev.evenkeel.runbook.words;

import java.util.Optional;

/** Asks a Prometheus-compatible server with instant queries. */
@Says("reads from a Prometheus server")
@Keys(
    atLeastOne = {"requests", "buckets", "value"},
    together = {"requests", "errors"})
public record PrometheusSource(
    @Says("address of the server") String url,
    @Says("query for a counter of all requests") Optional<String> requests,
    @Says("query for a counter of failed requests") Optional<String> errors,
    @Says("query for a response-time histogram in seconds: series with a label le")
        Optional<String> buckets,
    @Says("query for a plain number") Optional<String> value) {}
