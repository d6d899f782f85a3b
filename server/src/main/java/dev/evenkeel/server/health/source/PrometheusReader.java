package dev.evenkeel.server.health.source;

import dev.evenkeel.judge.Fact;
import dev.evenkeel.judge.Fact.Missing;
import dev.evenkeel.runbook.words.PrometheusSource;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
