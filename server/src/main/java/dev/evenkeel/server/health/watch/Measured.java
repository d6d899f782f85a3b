package dev.evenkeel.server.health.watch;

import dev.evenkeel.judge.Fact;
import dev.evenkeel.judge.Reading;
import dev.evenkeel.judge.Track;
import dev.evenkeel.judge.sequential.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What was read of one target as the sequential judge wants it: counters that only grow, by what
 * came in the stretches that count.
 *
 * <ol>
 *   <li>Between two stretches nothing is counted: who did that is not known. With each stretch the
 *       counters begin at 0 again, by which the judge sees that a version has started and needs to
 *       warm up.
 *   <li>A counter that falls has started again as well; what was counted since its last reading is
 *       lost, and neither good nor bad.
 *   <li>Requests that looks made themselves are added up, their times into a histogram.
 * </ol>
 */
final class Measured {
  /** Bounds of the histogram for single times: 1 ms to a minute, each a quarter longer. */
  private static final List<Double> BOUNDS =
      IntStream.range(0, 51).mapToObj(i -> Math.rint(1000 * Math.pow(1.25, i)) / 1000).toList();

  private Measured() {}

  /**
   * @param stretches parts of the same track that count, the oldest first
   */
  static Track of(Kind kind, String target, List<Track> stretches) {
    var readings = new ArrayList<Reading>();
    var counts = new Counts();
    for (var stretch : stretches) {
      counts.startAgain();
      for (var reading : stretch.readings()) {
        readings.add(Reading.of(reading.at(), fact(kind, reading, counts)));
      }
    }
    return new Track(target, readings);
  }

  /** The same, later. */
  static Track moved(Track track, Duration by) {
    return new Track(
        track.target(),
        track.readings().stream()
            .map(reading -> new Reading(reading.at().plus(by), reading.facts()))
            .toList());
  }

  private static Fact fact(Kind kind, Reading reading, Counts counts) {
    return said(kind, reading, counts).orElseGet(() -> missing(reading));
  }

  private static Optional<Fact> said(Kind kind, Reading reading, Counts counts) {
    return switch (kind) {
      case ERRORS ->
          reading
              .find(Fact.Counted.class)
              .map(counts::upTo)
              .or(() -> reading.find(Fact.Tried.class).map(counts::more));
      case LATENCY ->
          reading
              .find(Fact.Timed.class)
              .map(counts::upTo)
              .or(() -> reading.find(Fact.Tried.class).map(counts::times));
      case RATE ->
          reading
              .find(Fact.Value.class)
              .filter(value -> value.value() >= 0)
              .map(value -> counts.upTo(new Fact.Counted(value.value(), 0)));
      case LEVEL, GROWTH -> reading.find(Fact.Value.class).map(Fact.class::cast);
    };
  }

  private static Fact missing(Reading reading) {
    return reading
        .find(Fact.Missing.class)
        .map(Fact.class::cast)
        .orElseGet(() -> new Fact.Missing("it did not say what is compared"));
  }

  /** Adds up what came since the stretch began. */
  private static final class Counts {
    private double requests;
    private double failed;
    private List<Double> bounds = List.of();
    private double[] cumulative = new double[0];
    private Optional<Fact.Counted> counted = Optional.empty();
    private Optional<Fact.Timed> timed = Optional.empty();

    void startAgain() {
      counted = Optional.empty();
      timed = Optional.empty();
      beginAtZero();
    }

    private void beginAtZero() {
      requests = 0;
      failed = 0;
      cumulative = new double[cumulative.length];
    }

    Fact upTo(Fact.Counted now) {
      var was = counted.orElse(now);
      if (was.requests() <= now.requests() && was.failed() <= now.failed()) {
        requests += now.requests() - was.requests();
        failed += now.failed() - was.failed();
      } else {
        beginAtZero();
      }
      counted = Optional.of(now);
      return new Fact.Counted(requests, failed);
    }

    Fact more(Fact.Tried tried) {
      requests += tried.tried();
      failed += tried.failed();
      return new Fact.Counted(requests, failed);
    }

    Fact upTo(Fact.Timed now) {
      measureWith(now.bounds());
      var was = timed.filter(last -> last.bounds().equals(now.bounds())).orElse(now);
      if (grew(was, now)) {
        for (int i = 0; i < cumulative.length; i++) {
          cumulative[i] += now.cumulative().get(i) - was.cumulative().get(i);
        }
      } else {
        beginAtZero();
      }
      timed = Optional.of(now);
      return histogram();
    }

    Fact times(Fact.Tried tried) {
      measureWith(BOUNDS);
      for (double millis : tried.millis()) {
        for (int i = 0; i < cumulative.length; i++) {
          cumulative[i] += i == BOUNDS.size() || millis <= BOUNDS.get(i) ? 1 : 0;
        }
      }
      return histogram();
    }

    private static boolean grew(Fact.Timed was, Fact.Timed now) {
      return IntStream.range(0, now.cumulative().size())
          .allMatch(i -> was.cumulative().get(i) <= now.cumulative().get(i));
    }

    private void measureWith(List<Double> wanted) {
      if (!bounds.equals(wanted) || cumulative.length == 0) {
        bounds = wanted;
        cumulative = new double[wanted.size() + 1];
      }
    }

    private Fact histogram() {
      return new Fact.Timed(bounds, Arrays.stream(cumulative).boxed().toList());
    }
  }
}
