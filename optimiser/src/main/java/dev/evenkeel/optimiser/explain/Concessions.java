package dev.evenkeel.optimiser.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Which of all that would have to give is told; one rule alone first, then two at once. */
final class Concessions {
  static final int MOST_RULES = 2;
  private static final int MOST = 5;

  private static final Comparator<Hindrance> ORDER =
      Comparator.comparingInt(Hindrance::size)
          .thenComparingLong(Hindrance::minutes)
          .thenComparingLong(Hindrance::totalOfEasiest)
          .thenComparingInt(Hindrance::easiest);

  private Concessions() {}

  /** Two are told only where neither of them alone would do with less. */
  static List<Hindrance> told(List<Hindrance> all) {
    List<Hindrance> told = new ArrayList<>();
    int[] many = new int[MOST_RULES + 1];
    all.stream()
        .filter(one -> one.minutes() < Barrier.NEVER)
        .sorted(ORDER)
        .forEach(one -> {
          if (many[one.size()] < MOST
              && told.stream()
                  .noneMatch(other -> one.hasAllOf(other) && other.minutes() <= one.minutes())) {
            told.add(one);
            many[one.size()]++;
          }
        });
    return told;
  }
}
