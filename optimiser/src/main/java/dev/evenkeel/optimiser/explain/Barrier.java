package dev.evenkeel.optimiser.explain;

import dev.evenkeel.optimiser.explain.Obstacle.Kind;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.IntToLongFunction;

/**
 * One rule, as one mode of an upgrade meets it.
 *
 * @param stops whether it keeps the mode from starting in a slot
 * @param gives how much would have to give there, in {@link Concession#minutes minutes}; {@link
 *     #NEVER} when nothing of it can
 * @param at what stands in the way there
 */
record Barrier(
    Kind kind, String name, IntPredicate stops, IntToLongFunction gives, IntFunction<Obstacle> at) {
  static final long NEVER = Long.MAX_VALUE / 4;
}
