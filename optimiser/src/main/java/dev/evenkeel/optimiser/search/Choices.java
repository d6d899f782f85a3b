package dev.evenkeel.optimiser.search;

import dev.evenkeel.optimiser.problem.Interval;
import dev.evenkeel.optimiser.problem.Mode;
import dev.evenkeel.optimiser.problem.Upgrade;
import java.util.List;
import java.util.stream.IntStream;

/**
 * All modes and slots in which one upgrade may stand by itself, the cheapest first: inside windows,
 * outside freezes, after its releases. What it costs is exact, so that only what upgrades do to
 * each other is left to the search.
 *
 * @param mode place of the mode in the upgrade
 * @param start first slot
 * @param cost in the objective
 */
record Choices(int[] mode, int[] start, long[] cost) {

  int size() {
    return start.length;
  }

  /**
   * @param windows of each mode
   * @param possible whether a mode can start there when nothing else is planned
   * @param price of a mode and a start
   */
  static Choices of(Upgrade upgrade, List<List<Interval>> windows, Possible possible, Price price) {
    IntStream.Builder starts = IntStream.builder();
    IntStream.Builder modes = IntStream.builder();
    for (int m = 0; m < upgrade.modes().size(); m++) {
      Mode mode = upgrade.modes().get(m);
      int first = Math.max(0, Math.max(upgrade.release(), mode.release()));
      for (Interval window : windows.get(m)) {
        for (int s = Math.max(first, window.from()); s + mode.length() <= window.to(); s++) {
          if (possible.at(m, s)) {
            starts.add(s);
            modes.add(m);
          }
        }
      }
    }
    int[] start = starts.build().toArray();
    int[] mode = modes.build().toArray();
    long[] cost =
        IntStream.range(0, start.length).mapToLong(i -> price.of(mode[i], start[i])).toArray();
    return new Choices(mode, start, cost).cheapestFirst();
  }

  /** A single one, whatever rule it breaks. */
  static Choices only(int mode, int start, Price price) {
    return new Choices(new int[] {mode}, new int[] {start}, new long[] {price.of(mode, start)});
  }

  /** Which of them it is; {@link Board#NOWHERE} when none. */
  int find(int ofMode, int from) {
    return IntStream.range(0, size())
        .filter(which -> mode[which] == ofMode && start[which] == from)
        .findFirst()
        .orElse(Board.NOWHERE);
  }

  private Choices cheapestFirst() {
    int[] order =
        IntStream.range(0, size())
            .boxed()
            .sorted(
                (a, b) -> cost[a] == cost[b] ? start[a] - start[b] : Long.compare(cost[a], cost[b]))
            .mapToInt(Integer::intValue)
            .toArray();
    return new Choices(
        IntStream.of(order).map(i -> mode[i]).toArray(),
        IntStream.of(order).map(i -> start[i]).toArray(),
        IntStream.of(order).mapToLong(i -> cost[i]).toArray());
  }

  /** Whether a mode can start in a slot. */
  @FunctionalInterface
  interface Possible {
    boolean at(int mode, int start);
  }

  /** What a mode costs from a start on. */
  @FunctionalInterface
  interface Price {
    long of(int mode, int start);
  }
}
