package dev.evenkeel.judge.literal;

import dev.evenkeel.judge.Fact;
import dev.evenkeel.judge.Reading;
import dev.evenkeel.judge.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * How a metric is read from a track: which facts speak of it, and what they sum up to.
 *
 * @param <T> what the metric is of one slice of time
 */
interface Lens<T> {

  List<Slice<T>> slices(Track track);

  Measure sum(List<T> parts);

  /** Whether a reading says anything about the metric. */
  boolean speaks(Reading reading);

  /** Errors: from counters if the source has any, otherwise from requests of its own. */
  record Errors() implements Lens<Tally> {
    @Override
    public List<Slice<Tally>> slices(Track track) {
      var counted =
          states(track, Fact.Counted.class, fact -> Tally.ofUsers(fact.requests(), fact.failed()));
      return counted.isEmpty()
          ? states(track, Fact.Tried.class, fact -> Tally.ofOneLook(fact.tried(), fact.failed()))
          : Growth.between(counted);
    }

    @Override
    public Measure sum(List<Tally> parts) {
      return Tally.sum(parts);
    }

    @Override
    public boolean speaks(Reading reading) {
      return has(reading, Fact.Counted.class) || has(reading, Fact.Tried.class);
    }
  }

  /** Latency: from a histogram if the source has one, otherwise from requests of its own. */
  record Latencies(double quantile) implements Lens<Times> {
    @Override
    public List<Slice<Times>> slices(Track track) {
      var timed =
          states(track, Fact.Timed.class, fact -> Buckets.of(fact.bounds(), fact.cumulative()));
      return timed.isEmpty()
          ? states(track, Fact.Tried.class, fact -> Times.of(fact.millis()))
          : Growth.between(timed).stream()
              .map(slice -> new Slice<>(slice.from(), slice.to(), Times.of(slice.what())))
              .toList();
    }

    @Override
    public Measure sum(List<Times> parts) {
      return new Latency(Times.sum(parts), quantile);
    }

    @Override
    public boolean speaks(Reading reading) {
      return has(reading, Fact.Timed.class)
          || reading.find(Fact.Tried.class).filter(t -> !t.millis().isEmpty()).isPresent();
    }
  }

  /** A plain number: every reading by itself. */
  record Values() implements Lens<Double> {
    @Override
    public List<Slice<Double>> slices(Track track) {
      return states(track, Fact.Value.class, Fact.Value::value);
    }

    @Override
    public Measure sum(List<Double> parts) {
      return new Level(parts);
    }

    @Override
    public boolean speaks(Reading reading) {
      return has(reading, Fact.Value.class);
    }
  }

  private static boolean has(Reading reading, Class<? extends Fact> kind) {
    return reading.find(kind).isPresent();
  }

  private static <F extends Fact, T> List<Slice<T>> states(
      Track track, Class<F> kind, Function<F, T> what) {
    var states = new ArrayList<Slice<T>>();
    for (var reading : track.readings()) {
      Optional<F> fact = reading.find(kind);
      fact.ifPresent(f -> states.add(new Slice<>(reading.at(), reading.at(), what.apply(f))));
    }
    return states;
  }
}
