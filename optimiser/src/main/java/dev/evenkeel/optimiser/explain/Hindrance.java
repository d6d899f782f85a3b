package dev.evenkeel.optimiser.explain;

import dev.evenkeel.optimiser.problem.Mode;
import java.util.BitSet;
import java.util.List;

/** All places of one mode from which the same rules keep an upgrade. */
final class Hindrance {
  private final Mode mode;
  private final List<Barrier> barriers;
  private final BitSet rules = new BitSet();
  private int cheapest;
  private long total = Long.MAX_VALUE;
  private int easiest;
  private long minutes = Barrier.NEVER;
  private long totalOfEasiest = Long.MAX_VALUE;

  Hindrance(Mode mode, List<Barrier> barriers) {
    this.mode = mode;
    this.barriers = barriers;
    barriers.forEach(barrier -> rules.set(barrier.rule()));
  }

  /** Asked from slot to slot: of places that are as good, the earliest is kept. */
  void cheapest(int start, long total) {
    if (total < this.total) {
      cheapest = start;
      this.total = total;
    }
  }

  /** As {@link #cheapest}, by what would have to give. */
  void easiest(int start, long total) {
    long minutes = 0;
    for (Barrier barrier : barriers) {
      minutes = Math.min(Barrier.NEVER, minutes + barrier.gives().applyAsLong(start));
    }
    boolean isLess = minutes < this.minutes;
    if (isLess || (minutes < Barrier.NEVER && minutes == this.minutes && total < totalOfEasiest)) {
      easiest = start;
      this.minutes = minutes;
      totalOfEasiest = total;
    }
  }

  Mode mode() {
    return mode;
  }

  int size() {
    return barriers.size();
  }

  /** Where it is cheapest, and what it comes to there. */
  int cheapest() {
    return cheapest;
  }

  long total() {
    return total;
  }

  /** Where least would have to give, and how much; {@link Barrier#NEVER} when nothing can. */
  int easiest() {
    return easiest;
  }

  long minutes() {
    return minutes;
  }

  long totalOfEasiest() {
    return totalOfEasiest;
  }

  /** Whether all rules of another one are among its own. */
  boolean hasAllOf(Hindrance other) {
    BitSet besides = (BitSet) other.rules.clone();
    besides.andNot(rules);
    return besides.isEmpty();
  }

  List<Obstacle> at(int start) {
    return barriers.stream().map(barrier -> barrier.at().apply(start)).toList();
  }
}
