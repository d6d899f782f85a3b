package dev.evenkeel.server.health.source;

import dev.evenkeel.judge.Fact;
import dev.evenkeel.judge.downstream.Look;
import dev.evenkeel.runbook.words.ConsumerSource;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.springframework.stereotype.Component;

/** Asks a Prometheus-compatible server about a consumer with instant queries. */
@Component
class ConsumerReader implements MetricSource<ConsumerSource> {
  /** Rates that a Prometheus extrapolates come out a little above all of the time. */
  private static final double ROUNDED = 1.1;

  @Override
  public Class<ConsumerSource> words() {
    return ConsumerSource.class;
  }

  @Override
  public List<Fact> look(ConsumerSource words, Duration within)
      throws IOException, InterruptedException {
    var asking =
        new Asking(new PrometheusApi(Page.at(words.url()), System.nanoTime() + within.toNanos()));
    var look =
        new Look(
            words.name(),
            words.unit(),
            words.mostBacklog().orElse(Double.NaN),
            asking.number(Optional.of(words.arrivals()), DoubleStream::sum),
            asking.number(Optional.of(words.completions()), DoubleStream::sum),
            asking.number(words.backlog(), DoubleStream::sum),
            asking.busy(words.busy()));
    var facts = new ArrayList<Fact>(asking.missing);
    if (DoubleStream.of(look.given(), look.done(), look.backlog(), look.busy())
        .anyMatch(number -> !Double.isNaN(number))) {
      facts.add(look.usable() ? new Fact.Consumed(look) : strange(words));
    }
    return facts;
  }

  private static Fact strange(ConsumerSource words) {
    return new Fact.Missing(
        "of %s a number is negative or larger than anything; counters, backlogs and shares are not"
            .formatted(words.name()));
  }

  /** Asks one thing after the other; what one query does not give hides no other. */
  private static final class Asking {
    private final PrometheusApi api;
    private final List<Fact> missing = new ArrayList<>();

    Asking(PrometheusApi api) {
      this.api = api;
    }

    /** Of several series. */
    double number(Optional<String> query, ToDoubleFunction<DoubleStream> of)
        throws IOException, InterruptedException {
      if (query.isEmpty()) {
        return Double.NaN;
      }
      try {
        return of.applyAsDouble(api.ask(query.get()).stream().mapToDouble(Sample::value));
      } catch (PrometheusApi.NoResult e) {
        missing.add(new Fact.Missing(Reason.of(e)));
        return Double.NaN;
      }
    }

    double busy(Optional<String> query) throws IOException, InterruptedException {
      double busy = number(query, series -> series.average().orElse(Double.NaN));
      if (busy > ROUNDED) {
        missing.add(
            new Fact.Missing(
                "%s gives %s; how busy it is is a share of its time, 0 to 1"
                    .formatted(query.orElse(""), busy)));
        return Double.NaN;
      }
      return Math.min(1, busy);
    }
  }
}
