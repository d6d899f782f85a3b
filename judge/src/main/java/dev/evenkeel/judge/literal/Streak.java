package dev.evenkeel.judge.literal;

import dev.evenkeel.judge.Fact;
import dev.evenkeel.judge.Reading;
import dev.evenkeel.judge.Track;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How long a target has been failing without a success in between, up to its newest reading that
 * says either. Readings that say nothing neither end it nor make it longer. It does not reach over
 * time in which nobody looked: the server was away then, or somebody set its clock.
 *
 * @param length from the first failing reading to the last one; zero when it is well or has failed
 *     only once
 * @param failed failing readings in it
 * @param why what the newest one said
 * @param silent nothing was said lately, so that nothing is known
 */
record Streak(String target, Duration length, int failed, String why, boolean silent) {

  /** Looks by which the usual distance between two is told. */
  private static final int LATEST = 6;

  /**
   * Of a limit this part may go by between two looks: of readings of long ago only some are kept.
   */
  private static final int OF_LIMIT = 5;

  /**
   * @param patience how old the newest statement may be
   * @param limit how long the target may be failing
   */
  static Streak of(Track track, Duration patience, Duration limit, Instant now) {
    Duration unseen = unseen(track, patience, limit);
    Optional<Instant> next = Optional.empty();
    Optional<Instant> newest = Optional.empty();
    Optional<Instant> first = Optional.empty();
    Optional<Instant> last = Optional.empty();
    int failed = 0;
    String why = "";
    for (var reading : track.readings().reversed()) {
      if (next.filter(at -> Duration.between(reading.at(), at).compareTo(unseen) > 0).isPresent()) {
        break;
      }
      next = Optional.of(reading.at());
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

  static List<Streak> of(List<Track> tracks, Duration patience, Duration limit, Instant now) {
    return tracks.stream().map(track -> of(track, patience, limit, now)).toList();
  }

  /**
   * How far two looks may be apart at most: what the patience allows, or three times what was usual
   * lately, for a watch that looks seldom or a target that hangs.
   */
  private static Duration unseen(Track track, Duration patience, Duration limit) {
    Duration most = longer(patience, limit.dividedBy(OF_LIMIT));
    var readings = track.readings();
    var lately = readings.subList(Math.max(0, readings.size() - LATEST), readings.size());
    if (lately.size() < 3) {
      return most;
    }
    var apart =
        IntStream.range(1, lately.size())
            .mapToObj(i -> Duration.between(lately.get(i - 1).at(), lately.get(i).at()))
            .sorted()
            .toList();
    return longer(most, apart.get((apart.size() - 1) / 2).multipliedBy(3));
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
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
