package dev.evenkeel.optimiser.explain;

import java.util.BitSet;
import java.util.function.IntFunction;
import java.util.function.IntToLongFunction;

/**
 * One rule, as one mode of an upgrade meets it.
 *
 * @param rule its number, the same in every mode
 * @param stops the slots in which it keeps the mode from starting
 * @param gives how much would have to give in one of them, in {@link Concession#minutes minutes};
 *     {@link #NEVER} when nothing of it can
 * @param at what stands in the way in one of them
 */
record Barrier(int rule, BitSet stops, IntToLongFunction gives, IntFunction<Obstacle> at) {
  static final long NEVER = Long.MAX_VALUE / 4;
}
