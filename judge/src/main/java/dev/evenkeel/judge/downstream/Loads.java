package dev.evenkeel.judge.downstream;

import dev.evenkeel.judge.Evidence;
import dev.evenkeel.judge.Fact;
import dev.evenkeel.judge.Track;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Makes loads of readings.
 *
 * <ol>
 *   <li>Counters become rates from one reading of a target to its next. Where a counter fell, it
 *       started again, and nothing is known of the time between.
 *   <li>Those of one instant are put together. The share of the new version is its share of the
 *       targets that told what they gave.
 *   <li>Of a target that told nothing, such as one that is worked on, as much is taken as the
 *       others gave on average.
 *   <li>What the consumer did is the same, whichever target it was read with: the first that knows
 *       it is taken.
 * </ol>
 */
final class Loads {
  /** One target from one reading to its next. */
  private record Step(boolean upgraded, double given, double done, double backlog, double busy) {}

  private final Map<Instant, List<Step>> steps = new TreeMap<>();
  private final int targets;

  private Loads(Evidence evidence, Instant now) {
    add(evidence.upgraded(), true, now);
    add(evidence.waiting(), false, now);
    add(evidence.before(), false, now);
    var names = new HashSet<String>();
    Stream.of(evidence.upgraded(), evidence.waiting(), evidence.before())
        .flatMap(Collection::stream)
        .forEach(track -> names.add(track.target()));
    targets = names.size();
  }

  /** Empty as long as nothing was read. */
  static Optional<Consumer> of(Evidence evidence, Instant now) {
    var loads = new Loads(evidence, now);
    return newest(evidence, now)
        .map(look -> new Consumer(look.consumer(), look.unit(), look.most(), loads.all()));
  }

  private static Optional<Look> newest(Evidence evidence, Instant now) {
    return Stream.of(evidence.upgraded(), evidence.waiting(), evidence.before())
        .flatMap(Collection::stream)
        .flatMap(track -> track.between(Instant.MIN, now).readings().reversed().stream())
        .flatMap(reading -> reading.find(Fact.Consumed.class).stream())
        .map(Fact.Consumed::look)
        .findFirst();
  }

  private void add(List<Track> tracks, boolean upgraded, Instant now) {
    for (var track : tracks) {
      Optional<Look> last = Optional.empty();
      var at = Instant.MIN;
      for (var reading : track.between(Instant.MIN, now).readings()) {
        var look = reading.find(Fact.Consumed.class).map(Fact.Consumed::look);
        if (look.isEmpty()) {
          continue;
        }
        if (last.isPresent()) {
          double seconds = Duration.between(at, reading.at()).toNanos() / 1e9;
          steps
              .computeIfAbsent(reading.at(), _ -> new ArrayList<>())
              .add(step(last.get(), look.get(), seconds, upgraded));
        }
        last = look;
        at = reading.at();
      }
    }
  }

  private static Step step(Look before, Look now, double seconds, boolean upgraded) {
    return new Step(
        upgraded,
        rate(before.given(), now.given(), seconds),
        rate(before.done(), now.done(), seconds),
        now.backlog(),
        now.busy());
  }

  private static double rate(double before, double now, double seconds) {
    return now >= before ? (now - before) / seconds : Double.NaN;
  }

  private List<Load> all() {
    return steps.entrySet().stream().map(step -> load(step.getKey(), step.getValue())).toList();
  }

  private Load load(Instant at, List<Step> together) {
    var telling = together.stream().filter(step -> Load.known(step.given())).toList();
    var upgraded = telling.stream().filter(Step::upgraded).toList();
    double scale = (double) targets / telling.size();
    return new Load(
        at,
        (double) upgraded.size() / telling.size(),
        sum(telling) * scale,
        sum(upgraded) * scale,
        first(together, Step::done),
        first(together, Step::backlog),
        first(together, Step::busy));
  }

  private static double sum(List<Step> steps) {
    return steps.stream().mapToDouble(Step::given).sum();
  }

  private static double first(List<Step> steps, ToDoubleFunction<Step> number) {
    return steps.stream().mapToDouble(number).filter(Load::known).findFirst().orElse(Double.NaN);
  }
}
