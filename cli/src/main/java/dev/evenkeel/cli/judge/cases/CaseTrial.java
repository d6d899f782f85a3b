package dev.evenkeel.cli.judge.cases;

import dev.evenkeel.cli.judge.cases.CanaryCase.Series;
import dev.evenkeel.judge.Fact;
import dev.evenkeel.judge.Reading;
import dev.evenkeel.judge.Track;
import dev.evenkeel.judge.sequential.Kind;
import dev.evenkeel.judge.sequential.Pair;
import dev.evenkeel.judge.sequential.Trial;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A case in the words of the judge. */
final class CaseTrial {
  /** When the new version of every case begins to serve. */
  static final Instant BEGAN = Instant.parse("2000-01-01T00:00:00Z");

  private static final int MILLIS = 1000;

  private final CanaryCase given;

  private CaseTrial(CanaryCase given) {
    this.given = given;
  }

  static Trial of(CanaryCase given, double falseAlarms) {
    return new Trial(
        BEGAN,
        Duration.ofMillis(Math.round(MILLIS * given.warmUpSeconds())),
        falseAlarms,
        new CaseTrial(given).pairs());
  }

  static Instant at(double seconds) {
    return BEGAN.plusMillis(Math.round(MILLIS * seconds));
  }

  private List<Pair> pairs() {
    List<Pair> pairs = new ArrayList<>();
    pairs.add(pair("errors", Kind.ERRORS, CaseTrial::counted));
    for (String endpoint : given.endpoints()) {
      pairs.add(
          pair(
              "errors of " + endpoint,
              Kind.ERRORS,
              (series, sample) -> counted(series, endpoint, sample)));
    }
    pairs.add(pair("response time", Kind.LATENCY, this::timed));
    pairs.add(pair("CPU", Kind.LEVEL, (series, sample) -> value(series.cpu()[sample])));
    pairs.add(pair("memory", Kind.GROWTH, (series, sample) -> value(series.memory()[sample])));
    return pairs;
  }

  /** What a target said in a sample; nothing when the sample is missing. */
  private interface Look {
    Optional<Fact> of(Series series, int sample);
  }

  private Pair pair(String name, Kind kind, Look look) {
    return Pair.of(
        name, kind, tracks(Series::isCandidate, look), tracks(one -> !one.isCandidate(), look));
  }

  private List<Track> tracks(Predicate<Series> which, Look look) {
    return given.series().stream().filter(which).map(series -> track(series, look)).toList();
  }

  private Track track(Series series, Look look) {
    List<Reading> readings = new ArrayList<>(given.samples());
    for (int i = 0; i < given.samples(); i++) {
      Instant at = at(given.secondsOf(i));
      look.of(series, i).ifPresent(fact -> readings.add(Reading.of(at, fact)));
    }
    return new Track(series.target(), readings);
  }

  private static Optional<Fact> counted(Series series, int sample) {
    return counted(
        requests(series, sample),
        series.errors().values().stream().mapToDouble(one -> one[sample]).sum());
  }

  private static Optional<Fact> counted(Series series, String endpoint, int sample) {
    double[] requests = series.requests().get(endpoint);
    double[] errors = series.errors().get(endpoint);
    return requests == null || errors == null
        ? Optional.empty()
        : counted(requests[sample], errors[sample]);
  }

  private static Optional<Fact> counted(double requests, double errors) {
    return Double.isNaN(requests) || Double.isNaN(errors)
        ? Optional.empty()
        : Optional.of(new Fact.Counted(requests, errors));
  }

  private Optional<Fact> timed(Series series, int sample) {
    List<Double> cumulative = new ArrayList<>(series.upTo().size() + 1);
    series.upTo().forEach(bucket -> cumulative.add(bucket[sample]));
    cumulative.add(requests(series, sample));
    return cumulative.stream().anyMatch(one -> one.isNaN())
        ? Optional.empty()
        : Optional.of(new Fact.Timed(given.boundsMillis(), cumulative));
  }

  private static Optional<Fact> value(double number) {
    return Double.isNaN(number) ? Optional.empty() : Optional.of(new Fact.Value(number));
  }

  /** One endpoint that is missing makes the sum missing. */
  private static double requests(Series series, int sample) {
    return series.requests().values().stream().mapToDouble(one -> one[sample]).sum();
  }
}
