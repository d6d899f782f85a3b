package dev.evenkeel.server.health.source;

import dev.evenkeel.judge.Fact;
import dev.evenkeel.judge.Fact.Missing;
import dev.evenkeel.judge.Reading;
import dev.evenkeel.runbook.words.PrometheusSource;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * Asks a Prometheus-compatible server with instant queries.
 *
 * <p>A query without a result is missing data and not 0, since a mistyped query has no result
 * either. Where a counter comes up only with its first count, {@code … or vector(0)} says so.
 */
@Component
class PrometheusReader implements MetricSource<PrometheusSource> {

  /** Turns answers into a fact. */
  private interface Question {
    Fact ask() throws IOException, InterruptedException, PrometheusApi.NoResult;
  }

  @Override
  public Class<PrometheusSource> words() {
    return PrometheusSource.class;
  }

  @Override
  public List<Fact> look(PrometheusSource words, Duration within)
      throws IOException, InterruptedException {
    var api = new PrometheusApi(Page.at(words.url()), System.nanoTime() + within.toNanos());
    var facts = new ArrayList<Fact>();
    for (var question : questions(words, api)) {
      try {
        facts.add(question.ask());
      } catch (PrometheusApi.NoResult e) {
        facts.add(new Missing(Reason.of(e)));
      }
    }
    return facts;
  }

  @Override
  public List<Reading> past(PrometheusSource words, Stretch when, Duration step, Duration within)
      throws IOException, InterruptedException {
    var api = new PrometheusApi(Page.at(words.url()), System.nanoTime() + within.toNanos());
    var facts = new TreeMap<Instant, List<Fact>>();
    try {
      if (words.requests().isPresent() && words.errors().isPresent()) {
        var failed = api.ask(words.errors().get(), when, step);
        api.ask(words.requests().get(), when, step)
            .forEach((at, requests) -> {
              if (failed.containsKey(at)) {
                add(facts, at, FactsOf.counted(requests, failed.get(at)));
              }
            });
      }
      if (words.buckets().isPresent()) {
        var query = words.buckets().get();
        api.ask(query, when, step)
            .forEach((at, samples) -> add(facts, at, FactsOf.timed(samples, query)));
      }
      if (words.value().isPresent()) {
        var query = words.value().get();
        api.ask(query, when, step)
            .forEach((at, samples) -> add(facts, at, FactsOf.value(samples, query)));
      }
    } catch (PrometheusApi.NoResult e) {
      throw new IOException(Reason.of(e), e);
    }
    return facts.entrySet().stream()
        .map(entry -> new Reading(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static void add(Map<Instant, List<Fact>> facts, Instant at, Fact fact) {
    facts.computeIfAbsent(at, _ -> new ArrayList<>()).add(fact);
  }

  private static List<Question> questions(PrometheusSource words, PrometheusApi api) {
    var questions = new ArrayList<Question>();
    words
        .requests()
        .flatMap(requests ->
            words
                .errors()
                .map(
                    errors -> (Question) () -> FactsOf.counted(api.ask(requests), api.ask(errors))))
        .ifPresent(questions::add);
    words.buckets().ifPresent(query -> questions.add(() -> FactsOf.timed(api.ask(query), query)));
    words.value().ifPresent(query -> questions.add(() -> FactsOf.value(api.ask(query), query)));
    return questions;
  }
}
