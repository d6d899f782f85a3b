package dev.evenkeel.judge.literal;

import dev.evenkeel.judge.Reading;
import dev.evenkeel.judge.Track;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One part of what is watched, seen through a lens: the upgraded part, the waiting part, or all as
 * it was before.
 */
record Arm<T>(Lens<T> lens, List<Strip<T>> strips) {
  /** Where so many requests are to be expected, none at all hardly ever comes by chance. */
  private static final double PLENTY = 10;

  /** One target of it. */
  record Strip<T>(Track track, List<Slice<T>> slices) {}

  static <T> Arm<T> of(Lens<T> lens, List<Track> tracks) {
    return new Arm<>(
        lens, tracks.stream().map(track -> new Strip<>(track, lens.slices(track))).toList());
  }

  /** All there is. */
  Measure whole() {
    return lens.sum(
        strips.stream().flatMap(strip -> strip.slices().stream()).map(Slice::what).toList());
  }

  /** Only what ended in the stretch up to now. */
  Arm<T> inLast(Duration stretch, Instant now) {
    return new Arm<>(
        lens,
        strips.stream()
            .map(strip ->
                new Strip<>(
                    strip.track(),
                    strip.slices().stream()
                        .filter(s -> Duration.between(s.to(), now).compareTo(stretch) < 0)
                        .toList()))
            .toList());
  }

  /** Only these targets. */
  Arm<T> of(Set<String> targets) {
    return new Arm<>(
        lens, strips.stream().filter(strip -> targets.contains(strip.track().target())).toList());
  }

  Set<String> targets() {
    return strips.stream().map(strip -> strip.track().target()).collect(Collectors.toSet());
  }

  /** When the oldest slice began. */
  Optional<Instant> began() {
    return strips.stream()
        .flatMap(strip -> strip.slices().stream())
        .map(Slice::from)
        .min(Instant::compareTo);
  }

  /** A target that says nothing of the metric now: no reading, one too old, or one without it. */
  Optional<Strip<T>> silent(Duration patience, Instant now) {
    return strips.stream().filter(strip -> !speaksNow(strip, patience, now)).findFirst();
  }

  /** A target without a request in this time, in which it should have had a good many. */
  Optional<Strip<T>> idle(Duration window, double expected, Instant now) {
    return expected < PLENTY
        ? Optional.empty()
        : inLast(window, now).strips().stream()
            .filter(strip -> lens.sum(whats(strip)).total() < 1)
            .findFirst();
  }

  private List<T> whats(Strip<T> strip) {
    return strip.slices().stream().map(Slice::what).toList();
  }

  private boolean speaksNow(Strip<T> strip, Duration patience, Instant now) {
    return strip
        .track()
        .newest()
        .filter(reading -> Duration.between(reading.at(), now).compareTo(patience) <= 0)
        .filter((Reading reading) -> lens.speaks(reading))
        .isPresent();
  }
}
