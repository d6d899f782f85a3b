package dev.evenkeel.judge.downstream;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * How much work a consumer can get done per second, from the surest of:
 *
 * <ol>
 *   <li>What it got done while work waited and the backlog grew: then it did all it can.
 *   <li>The utilisation law, busy = rate × time of service, so that it would be busy all the time
 *       at rate / busy (Denning and Buzen, 'The operational analysis of queueing network models',
 *       ACM Computing Surveys 10, 1978; Lazowska, Zahorjan, Graham and Sevcik, 'Quantitative System
 *       Performance', 1984, chapter 3; Kleinrock, 'Queueing Systems' I, 1975). Extrapolating from
 *       below {@value #BUSY_ENOUGH} is guessing: there it is only a lower bound.
 *   <li>The most it got done so far: a lower bound.
 * </ol>
 */
record Capacity(Range perSecond, How how) {
  private static final double BUSY_ENOUGH = 0.3;

  /** Readings in a row over which a backlog must pile up. */
  private static final int STRETCH = 20;

  enum How {
    SATURATED,
    UTILISATION,
    MOST_SEEN
  }

  static Optional<Capacity> of(List<Load> loads) {
    var working = loads.stream().filter(load -> Load.known(load.completions())).toList();
    return saturated(working)
        .map(range -> new Capacity(range, How.SATURATED))
        .or(() -> byUtilisation(working).map(range -> new Capacity(range, How.UTILISATION)))
        .or(() -> mostSeen(working).map(most -> new Capacity(Range.atLeast(most), How.MOST_SEEN)));
  }

  private static Optional<Range> saturated(List<Load> loads) {
    var growing = new TreeSet<Integer>();
    for (int i = 0; i + STRETCH <= loads.size(); i++) {
      if (pilesUp(loads.subList(i, i + STRETCH))) {
        IntStream.range(i, i + STRETCH).forEach(growing::add);
      }
    }
    return Ratio.of(
            growing.stream().map(i -> new Ratio.Point(loads.get(i).completions(), 1)).toList())
        .filter(range -> range.middle() > 0);
  }

  /**
   * Work waited all the time, and all of the later backlog is above all of the earlier: a backlog
   * that only goes up and down does not do so. Where somebody measures how busy it is, that must
   * not say otherwise.
   */
  private static boolean pilesUp(List<Load> stretch) {
    if (!stretch.stream().allMatch(load -> Load.known(load.backlog()) && load.backlog() > 0)) {
      return false;
    }
    double early = most(stretch.subList(0, STRETCH / 2));
    double late =
        stretch.subList(STRETCH / 2, STRETCH).stream().mapToDouble(Load::backlog).min().orElse(0);
    double busy =
        stretch.stream()
            .mapToDouble(Load::busy)
            .filter(share -> Load.isShare(share))
            .average()
            .orElse(1);
    return late > early && busy >= Overrun.BUSY;
  }

  private static double most(List<Load> loads) {
    return loads.stream().mapToDouble(Load::backlog).max().orElse(0);
  }

  private static Optional<Range> byUtilisation(List<Load> loads) {
    var measured = loads.stream().filter(load -> Load.isShare(load.busy())).toList();
    double mean = measured.stream().mapToDouble(Load::busy).average().orElse(0);
    double most = measured.stream().mapToDouble(Load::busy).max().orElse(0);
    var points =
        measured.stream()
            .filter(load -> load.busy() >= (most >= BUSY_ENOUGH ? BUSY_ENOUGH / 2 : 0))
            .map(load -> new Ratio.Point(load.completions(), load.busy()))
            .toList();
    return Math.max(mean, upperPart(measured)) >= BUSY_ENOUGH
        ? Ratio.of(points).filter(range -> range.middle() > 0)
        : Optional.empty();
  }

  /** How busy it was in the busiest tenth of the time: one odd reading shows nothing. */
  private static double upperPart(List<Load> loads) {
    var sorted = loads.stream().mapToDouble(Load::busy).sorted().toArray();
    return sorted.length == 0 ? 0 : sorted[(int) Math.floor(0.9 * (sorted.length - 1))];
  }

  private static Optional<Double> mostSeen(List<Load> loads) {
    var sorted = loads.stream().mapToDouble(Load::completions).sorted().toArray();
    return sorted.length < Ratio.FEWEST
        ? Optional.empty()
        : Optional.of(sorted[(int) Math.floor(0.9 * (sorted.length - 1))]).filter(most -> most > 0);
  }
}
