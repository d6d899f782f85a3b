package dev.evenkeel.judge.downstream;

import dev.evenkeel.judge.Verdict.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Predicts which consumer a faster version overruns.
 *
 * <ol>
 *   <li>Arrivals at 100 %: what the new version gave per share of the traffic it had ({@link
 *       Arrivals}).
 *   <li>Capacity: what the consumer did when it could do no more, or the utilisation law ({@link
 *       Capacity}).
 *   <li>Busy at 100 % = arrivals / capacity. Above 1 the backlog grows without end; above {@value
 *       #BUSY} queues grow long: waiting goes with busy / (1 − busy) (Kleinrock).
 *   <li>It is overrun from the share of the traffic on at which both versions together give as much
 *       as it can do.
 *   <li>The throttle is {@value #BUSY} × capacity.
 * </ol>
 *
 * <p>It says 'certain' only when the intervals of both do not touch, and 'fine' only likewise. A
 * pure function of the set of loads that are not newer than {@code now}. Whatever they are, there
 * is an outlook and no exception.
 */
public final class Overrun {
  /** How busy a consumer should be at most. */
  public static final double BUSY = 0.8;

  private Overrun() {}

  public static Outlook predict(List<Consumer> consumers, Instant now) {
    var forecasts = consumers.stream().map(one -> forecast(one, now)).toList();
    return new Outlook(
        forecasts.stream()
            .map(Forecast::kind)
            .max(Comparator.naturalOrder())
            .orElse(Kind.NOT_ENOUGH_EVIDENCE),
        forecasts.stream()
            .filter(forecast -> forecast.overrunAt().isPresent())
            .min(
                Comparator.comparingDouble((Forecast f) -> f.overrunAt().getAsDouble())
                    .thenComparing(Forecast::consumer)),
        forecasts);
  }

  public static Forecast forecast(Consumer consumer, Instant now) {
    var loads = consumer.upTo(now).loads();
    var arrivals = Arrivals.of(loads);
    var capacity = Capacity.of(loads);
    var missing = missing(loads, arrivals, capacity);
    if (arrivals.upgraded().isEmpty() || capacity.isEmpty()) {
      return new Forecast(
          consumer.name(),
          Kind.NOT_ENOUGH_EVIDENCE,
          arrivals.upgraded(),
          capacity.map(Capacity::perSecond),
          Optional.empty(),
          OptionalDouble.empty(),
          Optional.empty(),
          Optional.empty(),
          missing,
          Says.unknown(consumer, missing));
    }
    return forecast(consumer, arrivals, capacity.get(), loads, missing);
  }

  private static Forecast forecast(
      Consumer consumer,
      Arrivals arrivals,
      Capacity known,
      List<Load> loads,
      List<String> missing) {
    var given = arrivals.upgraded().orElseThrow();
    var capacity = known.perSecond();
    var busy =
        new Range(
            capacity.isLowerBound() ? 0 : given.low() / capacity.high(),
            given.middle() / capacity.middle(),
            capacity.low() > 0 ? given.high() / capacity.low() : Double.MAX_VALUE);
    var kind = kind(busy, capacity.isLowerBound());
    boolean over = kind != Kind.NOT_ENOUGH_EVIDENCE && busy.middle() > 1;
    var overrunAt =
        over ? OptionalDouble.of(shareAt(arrivals, capacity.middle())) : OptionalDouble.empty();
    var fullAfter =
        over
            ? fullAfter(consumer, given.middle() - capacity.middle(), loads)
            : Optional.<Duration>empty();
    var throttle = Optional.of(capacity.times(BUSY));
    return new Forecast(
        consumer.name(),
        kind,
        Optional.of(given),
        Optional.of(capacity),
        Optional.of(busy),
        overrunAt,
        fullAfter,
        throttle,
        missing,
        Says.of(consumer, kind, given, known, busy, overrunAt, fullAfter));
  }

  private static Kind kind(Range busy, boolean lowerBound) {
    if (lowerBound) {
      return busy.high() <= BUSY ? Kind.HEALTHY : Kind.NOT_ENOUGH_EVIDENCE;
    }
    if (busy.low() > 1) {
      return Kind.BREACH;
    }
    if (busy.middle() > BUSY) {
      return Kind.WARNING;
    }
    return busy.high() <= 1 ? Kind.HEALTHY : Kind.NOT_ENOUGH_EVIDENCE;
  }

  /** old × (1 − s) + new × s = capacity, solved for s. */
  private static double shareAt(Arrivals arrivals, double capacity) {
    double upgraded = arrivals.upgraded().orElseThrow().middle();
    double old = arrivals.old().map(Range::middle).orElse(0.0);
    return old >= capacity || upgraded <= old
        ? 0
        : Math.clamp((capacity - old) / (upgraded - old), 0, 1);
  }

  private static Optional<Duration> fullAfter(Consumer consumer, double excess, List<Load> loads) {
    if (!Load.known(consumer.most())) {
      return Optional.empty();
    }
    double now =
        loads.reversed().stream()
            .mapToDouble(Load::backlog)
            .filter(Load::known)
            .findFirst()
            .orElse(0);
    double seconds = Math.max(0, consumer.most() - now) / excess;
    return seconds <= Duration.ofDays(365).toSeconds()
        ? Optional.of(Duration.ofMillis((long) (seconds * 1000)))
        : Optional.empty();
  }

  private static List<String> missing(
      List<Load> loads, Arrivals arrivals, Optional<Capacity> capacity) {
    var missing = new ArrayList<String>();
    if (arrivals.upgraded().isEmpty()) {
      boolean some = loads.stream().anyMatch(load -> load.share() > 0);
      missing.add(
          some
              ? "what arrives because of the new version: count it by version, or measure the old one alone before"
              : "traffic on the new version");
    }
    if (capacity.isEmpty()) {
      missing.add(
          "what it gets done: at least %d readings of its completions".formatted(Ratio.FEWEST));
    } else if (capacity.get().how() == Capacity.How.MOST_SEEN) {
      missing.add(
          "its capacity: it was never seen busy above 30 %, nor with a growing backlog; so it is only known that it can do at least that much");
    }
    return missing;
  }
}
