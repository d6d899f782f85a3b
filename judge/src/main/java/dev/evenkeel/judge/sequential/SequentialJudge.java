package dev.evenkeel.judge.sequential;

import dev.evenkeel.judge.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
    var shares = Shares.of(trial);
    var opinions = new ArrayList<Opinion>();
    Optional<Instant> decided = Optional.empty();
    for (int i = 0; i < trial.pairs().size(); i++) {
      var decision = new PairJudge(trial, trial.pairs().get(i), shares[i], now).decide();
      opinions.add(decision.opinion());
      decided =
          Stream.of(decided, decision.decided()).flatMap(Optional::stream).min(Instant::compareTo);
    }
    var kind = kind(opinions);
    return new Finding(kind, decided, says(opinions, kind), opinions);
  }

  private static Verdict.Kind kind(List<Opinion> opinions) {
    return opinions.stream()
        .map(Opinion::kind)
        .max(Comparator.comparingInt(Enum::ordinal))
        .orElse(Verdict.Kind.NOT_ENOUGH_EVIDENCE);
  }

  private static String says(List<Opinion> opinions, Verdict.Kind kind) {
    return opinions.stream()
        .filter(opinion -> opinion.kind() == kind)
        .findFirst()
        .map(opinion -> opinion.pair() + ": " + opinion.says())
        .orElse("There is nothing to compare.");
  }
}
