package dev.evenkeel.judge.novelty;

import dev.evenkeel.judge.Fact;
import dev.evenkeel.judge.Track;
import dev.evenkeel.judge.literal.Numbers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Parts of sentences about logs. */
final class Says {
  private Says() {}

  static String entries(long count) {
    return Numbers.count(count) + (count == 1 ? " entry" : " entries");
  }

  static String silent(Track track, Instant now) {
    var name = track.target().isEmpty() ? "The source" : track.target();
    return track
        .newest()
        .map(reading ->
            reading
                .find(Fact.Missing.class)
                .map(missing -> "The log of %s cannot be read: %s.".formatted(name, missing.why()))
                .orElseGet(() ->
                    "The log of %s was not read for %s."
                        .formatted(name, Numbers.time(Duration.between(reading.at(), now)))))
        .orElse("The log of " + name + " has not been read since it was upgraded.");
  }

  /** The time of day, which is what people look for in the log; UTC. */
  static String time(Instant instant) {
    var text = instant.truncatedTo(ChronoUnit.SECONDS).toString();
    int t = text.indexOf('T');
    return t < 0 ? text : text.substring(t + 1);
  }
}
