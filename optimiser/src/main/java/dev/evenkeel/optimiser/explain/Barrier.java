package dev.evenkeel.optimiser.explain;

import dev.evenkeel.optimiser.explain.Obstacle.Kind;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;

/**
 * One rule, as one mode of an upgrade meets it.
 *
 * @param stops whether it keeps the mode from starting in a slot
 * @param says what stands in the way there
 */
record Barrier(Kind kind, String name, IntPredicate stops, IntFunction<String> says) {

  Obstacle at(int start) {
    return new Obstacle(kind, name, says.apply(start));
  }
}
