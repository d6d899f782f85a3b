package dev.evenkeel.judge.literal;

import java.util.ArrayList;
import java.util.List;

/**
 * What counters grew by between readings.
 *
 * <p>A counter that is lower than before has started again at 0, so that all it shows came since.
 * But a sum over several things falls as well when one of them starts again, and then it still
 * shows the old counts of the others. So a restarted counter is believed only when what it shows
 * could have come in that time: at {@value #PLAUSIBLE} times the pace of its busiest stretch.
 * Otherwise nothing is known of the stretch in which it fell.
 */
final class Growth {
  private static final double PLAUSIBLE = 3;

  private Growth() {}

  /**
   * @param states what the counters showed, the oldest first; only {@code to} is looked at
   */
  static <T extends Growing<T>> List<Slice<T>> between(List<Slice<T>> states) {
    var grown = new ArrayList<Slice<T>>();
    var restarted = new ArrayList<Slice<T>>();
    for (int i = 1; i < states.size(); i++) {
      var earlier = states.get(i - 1);
      var later = states.get(i);
      later
          .what()
          .since(earlier.what())
          .ifPresentOrElse(
              increase -> grown.add(new Slice<>(earlier.to(), later.to(), increase)),
              () -> restarted.add(new Slice<>(earlier.to(), later.to(), later.what())));
    }
    double busiest =
        grown.stream().mapToDouble(slice -> slice.what().total() / slice.seconds()).max().orElse(0);
    restarted.stream()
        .filter(slice -> slice.what().total() <= PLAUSIBLE * busiest * slice.seconds())
        .forEach(grown::add);
    return grown;
  }
}
