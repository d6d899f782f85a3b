package dev.evenkeel.server.health.watch;

import dev.evenkeel.judge.Fact;
import dev.evenkeel.judge.Reading;
import dev.evenkeel.judge.Track;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * All readings of a watch, kept so that a judge who looks often need not read them again. Of those
 * older than an hour one a minute is left: the newest, with all that looks themselves tried in that
 * minute. Differences of counters are the same as before.
 */
final class Reel {
  private static final Duration DETAILED = Duration.ofHours(1);

  private final Map<String, Map<String, TreeMap<Instant, Reading>>> readings = new TreeMap<>();
  private Instant newest = Instant.EPOCH;
  private Instant thinned = Instant.EPOCH;

  /** When the newest reading was made. */
  synchronized Instant newest() {
    return newest;
  }

  /**
   * Adds what is not there yet; what is older than the thinning has reached is old news.
   *
   * @param tracks by source
   */
  synchronized void add(Map<String, List<Track>> tracks) {
    tracks.forEach((source, ofTargets) ->
        ofTargets.forEach(track -> {
          var kept =
              readings
                  .computeIfAbsent(source, _ -> new TreeMap<>())
                  .computeIfAbsent(track.target(), _ -> new TreeMap<>());
          for (var reading : track.readings()) {
            if (reading.at().isAfter(thinned)) {
              kept.putIfAbsent(reading.at(), reading);
              newest = reading.at().isAfter(newest) ? reading.at() : newest;
            }
          }
        }));
    thinOut();
  }

  synchronized List<Track> tracks(String source) {
    return readings.getOrDefault(source, Map.of()).entrySet().stream()
        .map(entry -> new Track(entry.getKey(), List.copyOf(entry.getValue().values())))
        .toList();
  }

  private void thinOut() {
    var until = newest.minus(DETAILED).truncatedTo(ChronoUnit.MINUTES);
    if (!until.isAfter(thinned)) {
      return;
    }
    var from = thinned;
    readings.values().stream()
        .flatMap(ofTargets -> ofTargets.values().stream())
        .forEach(track -> thinOut(track.subMap(from, true, until, false)));
    thinned = until.minusNanos(1);
  }

  private static void thinOut(Map<Instant, Reading> stretch) {
    var minutes = new TreeMap<Instant, List<Reading>>();
    stretch.forEach((at, reading) ->
        minutes
            .computeIfAbsent(at.truncatedTo(ChronoUnit.MINUTES), _ -> new ArrayList<>())
            .add(reading));
    stretch.clear();
    minutes.values().stream()
        .map(Reel::together)
        .forEach(reading -> stretch.put(reading.at(), reading));
  }

  private static Reading together(List<Reading> minute) {
    var last = minute.getLast();
    var tried = minute.stream().flatMap(r -> r.find(Fact.Tried.class).stream()).toList();
    if (tried.size() < 2) {
      return last;
    }
    return new Reading(
        last.at(),
        Stream.concat(
                Stream.of(
                    new Fact.Tried(
                        tried.stream().mapToLong(Fact.Tried::tried).sum(),
                        tried.stream().mapToLong(Fact.Tried::failed).sum(),
                        tried.stream().flatMap(t -> t.millis().stream()).toList())),
                last.facts().stream().filter(fact -> !(fact instanceof Fact.Tried)))
            .toList());
  }
}
