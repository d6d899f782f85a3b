package dev.evenkeel.runbook.words;

import java.util.Optional;

/** Reads a page in the Prometheus text format directly, without a Prometheus server. */
@Says("reads a page in the Prometheus text format")
@Keys(
    atLeastOne = {"requests", "buckets", "value"},
    together = {"requests", "errors"})
public record ScrapeSource(
    @Says("address of the page") String url,
    @Says("counter of all requests: name{label=\"value\",…}; all series that match are added")
        Optional<String> requests,
    @Says("counter of failed requests") Optional<String> errors,
    @Says("response-time histogram in seconds, without _bucket") Optional<String> buckets,
    @Says("a plain number") Optional<String> value) {}
