package dev.evenkeel.judge.downstream;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/**
 * Somebody who takes the work that the upgraded system gives.
 *
 * @param unit what the work is counted in, such as {@code mails}
 * @param most the backlog that must not be reached; {@link Double#NaN} for none
 * @param loads the oldest first; of two at the same instant one is taken, always the same
 */
public record Consumer(String name, String unit, double most, List<Load> loads) {
  private static final BinaryOperator<Load> EITHER =
      BinaryOperator.maxBy(Comparator.comparing(Load::toString));

  public Consumer {
    var byTime = new TreeMap<Instant, Load>();
    loads.forEach(load -> byTime.merge(load.at(), load, EITHER));
    loads = List.copyOf(byTime.values());
  }

  Consumer upTo(Instant now) {
    return new Consumer(
        name, unit, most, loads.stream().filter(load -> !load.at().isAfter(now)).toList());
  }
}
