package dev.evenkeel.cli.judge.compare;

import dev.evenkeel.judge.Reading;
import dev.evenkeel.judge.Track;
import dev.evenkeel.judge.sequential.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * What was measured of one version.
 *
 * @param began when its measuring began, by its own clock
 * @param ended when it ended
 * @param metrics by their name
 */
record Measurements(Instant began, Instant ended, SequencedMap<String, Metric> metrics) {
  Measurements {
    metrics = new LinkedHashMap<>(metrics);
  }

  /** One thing that was measured. */
  record Metric(Kind kind, List<Track> tracks) {
    Metric {
      tracks = List.copyOf(tracks);
    }
  }

  /** Of tracks alone: from the first reading to the last. */
  static Measurements of(SequencedMap<String, Metric> metrics) {
    List<Instant> times =
        metrics.values().stream()
            .flatMap(metric -> metric.tracks().stream())
            .flatMap(track -> track.readings().stream())
            .map(Reading::at)
            .sorted()
            .toList();
    return times.isEmpty()
        ? new Measurements(Instant.EPOCH, Instant.EPOCH, metrics)
        : new Measurements(times.getFirst(), times.getLast(), metrics);
  }

  Duration length() {
    return Duration.between(began, ended);
  }

  /** The same as if its measuring had begun then. */
  Measurements movedTo(Instant start) {
    Duration by = Duration.between(began, start);
    SequencedMap<String, Metric> moved = new LinkedHashMap<>();
    metrics.forEach((String name, Metric metric) ->
        moved.put(
            name,
            new Metric(
                metric.kind(), metric.tracks().stream().map(track -> moved(track, by)).toList())));
    return new Measurements(start, ended.plus(by), moved);
  }

  private static Track moved(Track track, Duration by) {
    return new Track(
        track.target(),
        track.readings().stream()
            .map(reading -> new Reading(reading.at().plus(by), reading.facts()))
            .toList());
  }

  boolean isEmpty() {
    return metrics.values().stream()
        .flatMap(metric -> metric.tracks().stream())
        .map(Track::readings)
        .allMatch(List::isEmpty);
  }

  static SequencedMap<String, Metric> one(String name, Metric metric) {
    return new LinkedHashMap<>(Map.of(name, metric));
  }
}
