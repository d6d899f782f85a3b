package dev.evenkeel.cli.judge.compare;

import dev.evenkeel.cli.judge.compare.Measurements.Metric;
import dev.evenkeel.cli.judge.prometheus.Readings;
import dev.evenkeel.cli.judge.prometheus.Series;
import dev.evenkeel.judge.Reading;
import dev.evenkeel.judge.Track;
import dev.evenkeel.judge.sequential.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The answer of a Prometheus to a range query, as one metric; a track for each instance. */
final class StoredAnswer {
  private static final List<String> STATUS =
      List.of("status", "code", "status_code", "http_status_code", "http_response_status_code");
  private static final Pattern SERVER_ERROR = Pattern.compile("5..|SERVER_ERROR");
  private static final List<String> INSTANCE = List.of("instance", "pod", "host");

  private StoredAnswer() {}

  /** Which series count failed requests. */
  record Failed(List<String> labels, Pattern value) {
    static final Failed USUAL = new Failed(STATUS, SERVER_ERROR);

    boolean holds(Series series) {
      return labels.stream().anyMatch(label -> value.matcher(series.label(label)).matches());
    }

    boolean isTold(List<Series> series) {
      return series.stream()
          .anyMatch(one -> labels.stream().anyMatch(label -> !one.label(label).isEmpty()));
    }
  }

  /** What it can only be, when nobody says. */
  static boolean isHistogram(List<Series> series) {
    return !series.isEmpty() && series.stream().noneMatch(one -> one.label("le").isEmpty());
  }

  static Measurements of(List<Series> series, Kind kind, Failed failed, boolean isInSeconds) {
    Map<String, List<Series>> byInstance = new LinkedHashMap<>();
    series.forEach(
        one -> byInstance.computeIfAbsent(instance(one), i -> new ArrayList<>()).add(one));
    List<Track> tracks = new ArrayList<>();
    byInstance.forEach((instance, its) ->
        tracks.add(new Track(instance, readings(its, kind, failed, isInSeconds))));
    return Measurements.of(Measurements.one(name(kind), new Metric(kind, tracks)));
  }

  private static List<Reading> readings(
      List<Series> series, Kind kind, Failed failed, boolean isInSeconds) {
    return switch (kind) {
      case ERRORS -> Readings.counted(series, withZeros(series, failed));
      case LATENCY -> Readings.timed(series, isInSeconds);
      case RATE -> Readings.rates(series);
      case LEVEL, GROWTH -> Readings.values(series);
    };
  }

  /** Where requests are counted and no failure is, none has failed yet. */
  private static List<Series> withZeros(List<Series> series, Failed failed) {
    return series.stream()
        .map(one ->
            failed.holds(one)
                ? one
                : new Series(one.labels(), one.millis(), new double[one.values().length]))
        .toList();
  }

  private static String instance(Series series) {
    return INSTANCE.stream()
        .map(series::label)
        .filter(one -> !one.isEmpty())
        .findFirst()
        .orElse("");
  }

  static String name(Kind kind) {
    return switch (kind) {
      case ERRORS -> "errors";
      case LATENCY -> "response time";
      case RATE -> "rate";
      case LEVEL -> "level";
      case GROWTH -> "growth";
    };
  }
}
