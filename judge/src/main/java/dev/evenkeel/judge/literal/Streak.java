package dev.evenkeel.judge.literal;

import dev.evenkeel.judge.Fact;
import dev.evenkeel.judge.Reading;
import dev.evenkeel.judge.Track;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How long a target has been failing without a success in between, up to its newest reading that
 * says either. Readings that say nothing neither end it nor make it longer.
 *
 * @param length from the first failing reading to the last one; zero when it is well or has failed
 *     only once
 * @param failed failing readings in it
 * @param why what the newest one said
 * @param silent nothing was said lately, so that nothing is known
 */
record Streak(String target, Duration length, int failed, String why, boolean silent) {

  /**
   * @param patience how old the newest statement may be
   */
  static Streak of(Track track, Duration patience, Instant now) {
    Optional<Instant> newest = Optional.empty();
    Optional<Instant> first = Optional.empty();
    Optional<Instant> last = Optional.empty();
    int failed = 0;
    String why = "";
    for (var reading : track.readings().reversed()) {
      var state = state(reading);
      if (state.isEmpty()) {
        continue;
      }
      newest = newest.or(() -> Optional.of(reading.at()));
      if (state.get().well()) {
        break;
      }
      first = Optional.of(reading.at());
      if (last.isEmpty()) {
        last = first;
        why = state.get().why();
      }
      failed++;
    }
    boolean silent =
        newest.filter(at -> Duration.between(at, now).compareTo(patience) <= 0).isEmpty();
    var length =
        first.isPresent() ? Duration.between(first.get(), last.orElseThrow()) : Duration.ZERO;
    return new Streak(track.target(), length, failed, why, silent);
  }

  static List<Streak> of(List<Track> tracks, Duration patience, Instant now) {
    return tracks.stream().map(track -> of(track, patience, now)).toList();
  }

  boolean longerThan(Duration limit) {
    return length.compareTo(limit) > 0;
  }

  /** What is said about up or down; of requests of its own one good answer is enough. */
  static Optional<Fact.Well> state(Reading reading) {
    return reading
        .find(Fact.Well.class)
        .or(() -> reading.find(Fact.Tried.class).filter(f -> f.tried() > 0).map(Streak::of))
        .or(() -> reading.find(Fact.Value.class).map(Streak::of));
  }

  private static Fact.Well of(Fact.Tried tried) {
    return new Fact.Well(
        tried.failed() < tried.tried(), Numbers.count(tried.tried(), "request") + " failed");
  }

  private static Fact.Well of(Fact.Value value) {
    return new Fact.Well(value.value() != 0, "it is 0");
  }
}
