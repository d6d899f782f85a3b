package dev.evenkeel.judge.sequential;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How the probability of a false alarm that a trial may have is shared out among its pairs, before
 * anything is seen. The first pair of failures and the first of response times, which speak of the
 * whole, get most of it. What only grows is judged by fixed limits and gets none.
 */
final class Shares {
  private static final double WHOLE_ERRORS = 55;
  private static final double PART_ERRORS = 12;
  private static final double WHOLE_LATENCY = 30;
  private static final double PART_LATENCY = 8;
  private static final double INTERVALS = 3;

  /**
   * Response times alone get less than all: hosts are a little unequal, and little traffic is a
   * close call.
   */
  private static final double MOST_LATENCY = 0.7;

  private Shares() {}

  /** One share a pair, together at most what the trial may have. */
  static double[] of(Trial trial) {
    var pairs = trial.pairs();
    var weights = new double[pairs.size()];
    double sum = 0;
    for (var kind : Kind.values()) {
      var members = members(pairs, kind);
      for (int i = 0; i < members.length; i++) {
        weights[members[i]] = weight(kind, i, members.length);
        sum += weights[members[i]];
      }
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] *= trial.falseAlarms() / Math.max(sum, 1e-300);
      if (pairs.get(i).kind() == Kind.LATENCY) {
        weights[i] = Math.min(weights[i], MOST_LATENCY * trial.falseAlarms());
      }
    }
    return weights;
  }

  /** Whether a pair is the first of its kind. */
  static boolean isWhole(Trial trial, Pair pair) {
    return trial.pairs().stream()
            .filter(other -> other.kind() == pair.kind())
            .findFirst()
            .orElseThrow()
        == pair;
  }

  private static double weight(Kind kind, int place, int of) {
    return switch (kind) {
      case ERRORS -> place == 0 ? WHOLE_ERRORS : PART_ERRORS / (of - 1);
      case LATENCY -> place == 0 ? WHOLE_LATENCY : PART_LATENCY / (of - 1);
      case RATE, LEVEL -> INTERVALS / of;
      case GROWTH -> 0;
    };
  }

  private static int[] members(List<Pair> pairs, Kind kind) {
    return IntStream.range(0, pairs.size()).filter(i -> pairs.get(i).kind() == kind).toArray();
  }
}
