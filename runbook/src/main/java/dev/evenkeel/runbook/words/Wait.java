package dev.evenkeel.runbook.words;

import java.time.Duration;
import java.util.Optional;

/** Waits until something holds, or simply for a time. Exactly one of the five conditions. */
@Says("waits until something holds")
@Keys(exactlyOne = {"http", "tcp", "sql", "command", "metric", "time"})
public record Wait(
    @Says("a request that must succeed") Optional<Http> http,
    @Says("host:port that must accept a connection") Optional<String> tcp,
    @Says("statements of which the last must return the value in `equals`") Optional<Sql> sql,
    @Says("a command that must exit with its `done` code") Optional<Exec> command,
    @Says("a number that must be inside limits") Optional<MetricLimit> metric,
    @Says("just let this time pass") Optional<Duration> time,
    @Says(value = "times in a row it must hold", fallback = "1", atLeast = "1", atMost = "10000")
        int times,
    @Says(value = "pause between two looks", fallback = "500ms", atLeast = "10ms") Duration every) {

  /** A Prometheus query and the limits its single value must be in. */
  @Says("a Prometheus query and the limits its single value must be in")
  @Keys(atLeastOne = {"atMost", "atLeast"})
  public record MetricLimit(
      @Says("address of the Prometheus server") String url,
      @Says("PromQL with a single value") String query,
      @Says("the value must be at most this") Optional<Double> atMost,
      @Says("the value must be at least this") Optional<Double> atLeast) {}
}
