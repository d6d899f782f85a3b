package dev.evenkeel.demo.proxy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Deals out turns by weight, evenly spread: a weight of 1 among 99 gets every hundredth turn, not
 * one turn in a hundred on average.
 *
 * <p>Everybody saves up its own weight each turn; who has saved most takes the turn and pays the
 * sum of all weights for it. Shares hold from the first hundred turns on, so that 5 % of the
 * traffic means 5 % even while it lasts only seconds.
 */
final class Turns<T> {

  private final Function<T, String> name;
  private final ToDoubleFunction<T> weight;
  private final Map<String, Double> saved = new HashMap<>();

  Turns(Function<T, String> name, ToDoubleFunction<T> weight) {
    this.name = name;
    this.weight = weight;
  }

  /** Whose turn it is among {@code candidates}; empty when there are none. */
  synchronized Optional<T> next(List<T> candidates) {
    double all = 0;
    T richest = null;
    double most = Double.NEGATIVE_INFINITY;
    for (T candidate : candidates) {
      double own = weight.applyAsDouble(candidate);
      all += own;
      double now = saved.merge(name.apply(candidate), own, Double::sum);
      if (now > most) {
        most = now;
        richest = candidate;
      }
    }
    if (richest == null) {
      return Optional.empty();
    }
    saved.merge(name.apply(richest), -all, Double::sum);
    return Optional.of(richest);
  }

  /** Forgets what was saved: weights have changed, and old savings would come as a burst. */
  synchronized void restart() {
    saved.clear();
  }
}
