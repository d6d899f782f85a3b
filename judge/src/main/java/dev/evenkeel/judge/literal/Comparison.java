package dev.evenkeel.judge.literal;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The upgraded part in the last stretch of time, and what it is held against.
 *
 * @param before the same targets before the first change
 * @param others the waiting targets in the same stretch
 * @param othersBefore the waiting targets before the first change
 * @param readBefore whether anything was read before the first change, be it only that nothing came
 * @param waits whether any target waits untouched
 * @param seconds how long the upgraded part has been read in this stretch; 0 when that is one look
 */
record Comparison(
    Measure upgraded,
    Optional<Measure> before,
    Optional<Measure> others,
    Optional<Measure> othersBefore,
    boolean readBefore,
    boolean waits,
    double seconds) {

  /** Readings of a gauge from which on it can be compared with. */
  private static final long FEW = 3;

  /**
   * The worse of what was and what the others show now, so that what worsens everything is not
   * blamed on the upgrade. A part too small to compare with does not count beside one that is large
   * enough; when both are small, the larger one.
   */
  Optional<Measure> baseline(long evidence) {
    long enough = upgraded.independent() ? evidence : Math.min(evidence, FEW);
    List<Measure> parts =
        Stream.of(before, others)
            .flatMap(Optional::stream)
            .filter(part -> part.level().isPresent())
            .toList();
    return parts.stream()
        .filter(part -> part.total() >= enough)
        .max(Comparator.comparingDouble(part -> part.level().orElseThrow()))
        .or(() -> parts.stream().max(Comparator.comparingDouble(Measure::total)));
  }
}
