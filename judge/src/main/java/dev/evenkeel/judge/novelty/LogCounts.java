package dev.evenkeel.judge.novelty;

import dev.evenkeel.judge.Fact;
import dev.evenkeel.judge.Reading;
import dev.evenkeel.judge.Track;
import java.util.ArrayList;
import java.util.List;

/**
 * Logs as counters: all entries, and errors among them. One a track, so that the share of errors
 * can be compared between the versions as failed requests are.
 */
public final class LogCounts {
  private LogCounts() {}

  public static List<Track> of(List<Track> tracks) {
    return tracks.stream().map(LogCounts::counted).toList();
  }

  private static Track counted(Track track) {
    var readings = new ArrayList<Reading>();
    double entries = 0;
    double errors = 0;
    for (var reading : track.readings()) {
      var logged = reading.find(Fact.Logged.class);
      if (logged.isPresent()) {
        entries += logged.get().digest().entries();
        errors += logged.get().digest().errors();
        readings.add(Reading.of(reading.at(), new Fact.Counted(entries, errors)));
      }
    }
    return new Track(track.target(), readings);
  }
}
