package dev.evenkeel.server.health.source;

import dev.evenkeel.judge.Fact;
import dev.evenkeel.judge.Fact.Missing;
import dev.evenkeel.judge.Fact.Well;
import dev.evenkeel.runbook.words.ScrapeSource;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Reads a page in the Prometheus text format. The target is well when the page answers 200.
 *
 * <p>A series with labels often comes up only with its first count, such as that of status 500. So
 * when no series matches, it is 0 if the page has the metric with other labels, and missing if it
 * does not have it at all.
 */
@Component
class ScrapeReader implements MetricSource<ScrapeSource> {

  @Override
  public Class<ScrapeSource> words() {
    return ScrapeSource.class;
  }

  @Override
  public List<Fact> look(ScrapeSource words, Duration within)
      throws IOException, InterruptedException {
    var page = Page.at(words.url());
    try {
      var response = page.get(within);
      if (response.statusCode() != 200) {
        return notWell("%s answered %d".formatted(page, response.statusCode()));
      }
      return facts(words, MetricsPage.parse(response.body()), page);
    } catch (IOException e) {
      return notWell(Reason.of(e));
    }
  }

  private static List<Fact> facts(ScrapeSource words, MetricsPage metrics, Page page) {
    var facts = new ArrayList<Fact>();
    facts.add(new Well(true, ""));
    if (words.requests().isPresent() && words.errors().isPresent()) {
      facts.add(counted(words.requests().get(), words.errors().get(), metrics, page));
    }
    words.buckets().ifPresent(text -> facts.add(timed(text, metrics, page)));
    words.value().ifPresent(text -> facts.add(value(text, metrics, page)));
    return facts;
  }

  private static Fact counted(String requests, String errors, MetricsPage metrics, Page page) {
    var all = Selector.of(requests);
    var failed = Selector.of(errors);
    return absent(all, metrics, page)
        .or(() -> absent(failed, metrics, page))
        .orElseGet(() -> FactsOf.counted(metrics.matching(all), metrics.matching(failed)));
  }

  private static Fact timed(String text, MetricsPage metrics, Page page) {
    var buckets = Selector.of(text).with("_bucket");
    return absent(buckets, metrics, page)
        .orElseGet(() -> {
          var matching = metrics.matching(buckets);
          return matching.isEmpty()
              ? new Missing("%s has no series %s".formatted(page, text))
              : FactsOf.timed(matching, text);
        });
  }

  private static Fact value(String text, MetricsPage metrics, Page page) {
    var selector = Selector.of(text);
    return absent(selector, metrics, page)
        .orElseGet(() -> FactsOf.value(metrics.matching(selector), text));
  }

  private static Optional<Fact> absent(Selector selector, MetricsPage metrics, Page page) {
    return metrics.knows(selector.name())
        ? Optional.empty()
        : Optional.of(new Missing("%s has no metric %s".formatted(page, selector.name())));
  }

  private static List<Fact> notWell(String why) {
    return List.of(new Well(false, why), new Missing(why));
  }
}
