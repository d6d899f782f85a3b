package dev.evenkeel.judge.backtest;

import dev.evenkeel.judge.Reading;
import dev.evenkeel.judge.Track;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What a source said over weeks, of which any stretch is found at once. */
public final class Recorded {
  private final List<Track> tracks;

  public Recorded(List<Track> tracks) {
    this.tracks = List.copyOf(tracks);
  }

  /** Whether anything was read during an incident. */
  public boolean speaksOf(Mark mark) {
    return between(mark.from(), mark.until()).stream()
        .anyMatch(track -> !track.readings().isEmpty());
  }

  /** Only what was read in this time, both ends included. */
  List<Track> between(Instant from, Instant to) {
    return tracks.stream().map(track -> between(track, from, to)).toList();
  }

  /** The same, as if it had been read that much later. */
  List<Track> moved(Instant from, Instant to, Duration later, String day) {
    return between(from, to).stream()
        .filter(track -> !track.readings().isEmpty())
        .map(track ->
            new Track(
                track.target() + day,
                track.readings().stream()
                    .map(one -> new Reading(one.at().plus(later), one.facts()))
                    .toList()))
        .toList();
  }

  private static Track between(Track track, Instant from, Instant to) {
    List<Reading> readings = track.readings();
    return new Track(
        track.target(),
        readings.subList(
            first(readings, from),
            Math.max(first(readings, from), first(readings, to.plusNanos(1)))));
  }

  /** The place of the first reading that is not before a time. */
  private static int first(List<Reading> readings, Instant at) {
    int low = 0;
    int high = readings.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (readings.get(middle).at().isBefore(at)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
