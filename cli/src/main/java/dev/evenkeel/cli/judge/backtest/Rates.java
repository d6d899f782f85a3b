package dev.evenkeel.cli.judge.backtest;

import dev.evenkeel.judge.Fact;
import dev.evenkeel.judge.Reading;
import dev.evenkeel.judge.Track;
import java.util.List;

/** Plain numbers that are counters of something. */
final class Rates {
  private Rates() {}

  static List<Track> of(List<Track> tracks) {
    return tracks.stream()
        .map(track ->
            new Track(
                track.target(),
                track.readings().stream()
                    .flatMap(reading ->
                        reading.find(Fact.Value.class).stream()
                            .map(value ->
                                Reading.of(reading.at(), new Fact.Counted(value.value(), 0))))
                    .toList()))
        .toList();
  }
}
