package dev.evenkeel.server.health.watch;

import dev.evenkeel.judge.Reading;
import dev.evenkeel.judge.Track;
import dev.evenkeel.judge.sequential.Kind;
import dev.evenkeel.server.health.Watchtower.Arms;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which readings of a source are held against which.
 *
 * <ol>
 *   <li>Candidate: of every upgraded target, from when it got there; and from before the first
 *       change, as its own past.
 *   <li>Control: of every target for as long as it waited, whether it still does or not. What was a
 *       control once stays one, so that a later look comes to the same conclusion.
 *   <li>Stand-in control, once nobody waits any more: all that was read of the old version in this
 *       watch, before the change and while targets waited, moved forward as one piece to the moment
 *       from which on nobody waited. Once and not over and over: a short piece repeated would pass
 *       its own luck off as certainty. It is used up after as long as it was.
 * </ol>
 *
 * @param standIn how long the piece is that stands in for the control; empty while somebody waits
 */
record Sides(List<Track> candidate, List<Track> control, Optional<StandIn> standIn) {
  private static final String WHOLE = "";

  Sides {
    candidate = List.copyOf(candidate);
    control = List.copyOf(control);
  }

  /**
   * What the old version did from one instant to another counts for the time from {@code now} on.
   */
  record StandIn(Instant from, Instant to, Instant now) {
    Duration length() {
      return Duration.between(from, to);
    }

    Instant end() {
      return now.plus(length());
    }

    boolean usedUp(Instant at) {
      return at.isAfter(end());
    }
  }

  /**
   * @param tracks of one source, as they were read
   * @param waitedUntil when targets stopped waiting; those who still wait are not there
   */
  static Sides of(
      Kind kind, List<Track> tracks, Arms arms, Map<String, Instant> waitedUntil, Instant now) {
    var began = arms.changeBegan().orElse(now);
    var old =
        tracks.stream()
            .map(
                track -> track.between(Instant.MIN, oldUntil(track, arms, waitedUntil, began, now)))
            .filter(track -> !track.readings().isEmpty())
            .toList();
    var standIn = standIn(tracks, old, arms, waitedUntil, began);
    var waited =
        old.stream()
            .filter(track ->
                arms.waiting().contains(track.target()) || waitedUntil.containsKey(track.target()))
            .map(track -> Measured.of(kind, track.target(), List.of(track)));
    var moved =
        standIn.stream()
            .flatMap(piece ->
                old.stream()
                    .map(track -> Measured.of(kind, track.target(), List.of(track)))
                    .map(track ->
                        Measured.moved(track, Duration.between(piece.from(), piece.now()))));
    return new Sides(
        tracks.stream().flatMap(track -> candidate(kind, track, arms, began, now)).toList(),
        Stream.concat(waited, moved).toList(),
        standIn);
  }

  private static Instant oldUntil(
      Track track, Arms arms, Map<String, Instant> waitedUntil, Instant began, Instant now) {
    return arms.waiting().contains(track.target())
        ? now
        : waitedUntil.getOrDefault(track.target(), began);
  }

  private static Stream<Track> candidate(
      Kind kind, Track track, Arms arms, Instant began, Instant now) {
    var since =
        track.target().equals(WHOLE)
            ? arms.changeBegan()
            : Optional.ofNullable(arms.upgraded().get(track.target()));
    return since.stream()
        .flatMap(from -> {
          var before = track.between(Instant.MIN, began.minusNanos(1));
          var after = track.between(from, now);
          // The time between them would count as time in which nothing happened.
          return kind == Kind.RATE
              ? Stream.of(before, after)
                  .map(stretch -> Measured.of(kind, track.target(), List.of(stretch)))
              : Stream.of(Measured.of(kind, track.target(), List.of(before, after)));
        });
  }

  private static Optional<StandIn> standIn(
      List<Track> tracks,
      List<Track> old,
      Arms arms,
      Map<String, Instant> waitedUntil,
      Instant began) {
    boolean whole = tracks.stream().anyMatch(track -> track.target().equals(WHOLE));
    if (!whole && !arms.waiting().isEmpty()) {
      return Optional.empty();
    }
    var last = waitedUntil.values().stream().max(Instant::compareTo).filter(_ -> !whole);
    var to = last.filter(began::isBefore).orElse(began);
    var arrived = arms.upgraded().values().stream().min(Instant::compareTo);
    return old.stream()
        .map(track -> track.readings().getFirst())
        .map(Reading::at)
        .min(Instant::compareTo)
        .filter(to::isAfter)
        .map(from ->
            new StandIn(from, to, arrived.filter(to::isBefore).filter(_ -> !whole).orElse(to)));
  }
}
