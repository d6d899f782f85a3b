package dev.evenkeel.judge.sequential;

import dev.evenkeel.judge.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Judges a trial as often as one likes.
 *
 * <p>A pure function of the set of readings that are not newer than {@code now}: their order,
 * copies of them, and readings of the future make no difference. Whatever the readings are, there
 * is a finding and no exception.
 */
public final class SequentialJudge {
  private SequentialJudge() {}

  public static Finding judge(Trial trial, Instant now) {
    return new Finding(
        Verdict.Kind.NOT_ENOUGH_EVIDENCE,
        Optional.empty(),
        "Nothing was read yet.",
        trial.pairs().stream().map(SequentialJudge::nothing).toList());
  }

  private static Opinion nothing(Pair pair) {
    var none = OptionalDouble.empty();
    return new Opinion(
        pair.name(),
        pair.kind(),
        Verdict.Kind.NOT_ENOUGH_EVIDENCE,
        none,
        none,
        none,
        none,
        none,
        pair.margin(),
        0,
        0,
        "Nothing was read yet.",
        List.of());
  }
}
