package dev.evenkeel.optimiser.search;

import dev.evenkeel.optimiser.search.Model.Neighbour;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What a choice costs with all that can only come after it, if nothing else were planned and what
 * is shared had its prices. An upgrade that is cheapest late may push what follows beyond its
 * deadline; this is seen before it happens. Where something follows several others, each has its
 * share of it.
 */
final class Outlook {
  private final Model model;

  /** Of each upgrade: its choices by their start, and the least from each of them on. */
  private final int[][] starts;

  private final long[][] leastFrom;

  /** When neither it nor what comes after it is planned; shared out as the rest is. */
  private final long[] without;

  private final int[][] order;
  private final int[][] rank;
  private final Prices prices;

  private Outlook(Model model, Prices prices) {
    this.model = model;
    this.prices = prices;
    starts = new int[model.size][];
    leastFrom = new long[model.size][];
    without = new long[model.size];
    order = new int[model.size][];
    rank = new int[model.size][];
    int[] fromFirst = model.inOrder();
    for (int i = fromFirst.length - 1; i >= 0; i--) {
      look(fromFirst[i]);
    }
  }

  /**
   * @param prices of what is shared; they are not kept
   */
  static Outlook of(Model model, Prices prices) {
    return new Outlook(model, prices);
  }

  /** The choices of an upgrade that are better than to defer it, the best first. */
  int[] bestFirst(int upgrade) {
    return order[upgrade];
  }

  /** How many of these are better than a choice, or than {@link Board#NOWHERE}. */
  int rank(int upgrade, int which) {
    return which == Board.NOWHERE ? order[upgrade].length : rank[upgrade][which];
  }

  private void look(int upgrade) {
    without[upgrade] = model.deferPenalty[upgrade] * Prices.SCALE;
    for (Neighbour next : model.after[upgrade]) {
      without[upgrade] += without[next.upgrade()] / model.before[next.upgrade()].length;
    }
    Choices choices = model.choices[upgrade];
    long[] value =
        IntStream.range(0, choices.size()).mapToLong(which -> value(upgrade, which)).toArray();
    order[upgrade] =
        IntStream.of(sorted(choices.size(), value))
            .filter(which -> value[which] - prices.of(upgrade, which) < without[upgrade])
            .toArray();
    rank[upgrade] = new int[choices.size()];
    Arrays.fill(rank[upgrade], order[upgrade].length);
    for (int i = 0; i < order[upgrade].length; i++) {
      rank[upgrade][order[upgrade][i]] = i;
    }
    int[] byStart = sorted(choices.size(), IntStream.of(choices.start()).asLongStream().toArray());
    starts[upgrade] = IntStream.of(byStart).map(which -> choices.start()[which]).toArray();
    long least = without[upgrade];
    leastFrom[upgrade] = new long[choices.size()];
    for (int i = byStart.length - 1; i >= 0; i--) {
      least = Math.min(least, value[byStart[i]]);
      leastFrom[upgrade][i] = least;
    }
  }

  private static int[] sorted(int many, long[] by) {
    return IntStream.range(0, many)
        .boxed()
        .sorted((a, b) -> Long.compare(by[a], by[b]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private long value(int upgrade, int which) {
    Choices choices = model.choices[upgrade];
    int end = model.end(upgrade, which);
    long value = choices.cost()[which] * Prices.SCALE + prices.of(upgrade, which);
    for (Neighbour next : model.after[upgrade]) {
      value += least(next.upgrade(), end + next.lag()) / model.before[next.upgrade()].length;
    }
    return value;
  }

  /** What an upgrade and all after it cost when it cannot start before a slot. */
  private long least(int upgrade, int slot) {
    int at = Arrays.binarySearch(starts[upgrade], slot);
    if (at < 0) {
      at = -at - 1;
    }
    while (at > 0 && starts[upgrade][at - 1] == slot) {
      at--;
    }
    return at == starts[upgrade].length ? without[upgrade] : leastFrom[upgrade][at];
  }
}
