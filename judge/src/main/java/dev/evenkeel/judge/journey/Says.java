package dev.evenkeel.judge.journey;

import dev.evenkeel.judge.Fact;
import dev.evenkeel.judge.Track;
import dev.evenkeel.judge.literal.Numbers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Parts of sentences about users. */
final class Says {
  private Says() {}

  /** {@code 3 of 41 users of the new version are blocked, and none of 120 of the old one}. */
  static String shares(Crowd crowd, List<Blocked> blocked, List<Blocked> others) {
    int people = Crowd.people(blocked);
    var upgraded =
        "%d of %s of the new version %s blocked"
            .formatted(
                people, Numbers.count(crowd.active(Part.NEW), "user"), people == 1 ? "is" : "are");
    int old = crowd.active(Part.OLD);
    return old == 0
        ? upgraded + "; nobody uses the old one now"
        : "%s, and %s of %s of the old one"
            .formatted(
                upgraded,
                others.isEmpty() ? "none" : String.valueOf(Crowd.people(others)),
                Numbers.count(old));
  }

  static String stuck(long users) {
    return users == 0
        ? ""
        : " Not counted: %s blocked on the old version already."
            .formatted(Numbers.count(users, "user") + (users == 1 ? " was" : " were"));
  }

  static String silent(Track track, Instant now) {
    var name = track.target().isEmpty() ? "The source" : track.target();
    return track
        .newest()
        .map(reading ->
            reading
                .find(Fact.Missing.class)
                .map(missing -> "%s does not say what users do: %s.".formatted(name, missing.why()))
                .orElseGet(() ->
                    "%s said nothing about users for %s."
                        .formatted(name, Numbers.time(Duration.between(reading.at(), now)))))
        .orElse(name + " has not been read since it was upgraded.");
  }

  /** The time of day, which is what people compare with their logs; UTC. */
  static String time(Instant instant) {
    var text = instant.truncatedTo(ChronoUnit.SECONDS).toString();
    int t = text.indexOf('T');
    return t < 0 ? text : text.substring(t + 1);
  }
}
