package dev.evenkeel.runbook.words;

import java.util.Optional;

/** Asks a Prometheus-compatible server about somebody who takes the work that targets give. */
@Says("asks a Prometheus server about somebody who takes the work that targets give")
public record ConsumerSource(
    @Says("address of the server") String url,
    @Says("name of the consumer, as verdicts say it") String name,
    @Says(value = "what its work is counted in, in the plural", fallback = "requests") String unit,
    @Says(
            "query for a counter of the work that a target gives it; with a fact of the target, such as ${target.name}")
        String arrivals,
    @Says("query for a counter of the work it got done, whoever gave it") String completions,
    @Says("query for how much work waits") Optional<String> backlog,
    @Says("query for the share of its time it works, 0 to 1") Optional<String> busy,
    @Says(value = "the backlog that must not be reached", atLeast = "1")
        Optional<Double> mostBacklog) {}
