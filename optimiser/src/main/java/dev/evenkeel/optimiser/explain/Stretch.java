package dev.evenkeel.optimiser.explain;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Slots in a row from which the same rules keep a mode. There are far fewer of them than slots,
 * because rules hold for hours and days.
 *
 * @param to the slot after its last
 * @param met which of the mode's barriers stop it there
 */
record Stretch(int from, int to, BitSet met) {

  /**
   * All of them, in a row.
   *
   * @param slots in how many the mode can start so that it ends inside the horizon
   */
  static List<Stretch> of(List<Barrier> barriers, int slots) {
    BitSet begins = new BitSet(slots);
    begins.set(0);
    barriers.forEach(barrier -> changes(barrier.stops(), begins));
    List<Stretch> all = new ArrayList<>();
    for (int from = 0; from >= 0 && from < slots; ) {
      int next = begins.nextSetBit(from + 1);
      all.add(new Stretch(from, next < 0 ? slots : Math.min(next, slots), met(barriers, from)));
      from = next;
    }
    return all;
  }

  private static void changes(BitSet stops, BitSet begins) {
    for (int from = stops.nextSetBit(0); from >= 0; ) {
      int to = stops.nextClearBit(from);
      begins.set(from);
      begins.set(to);
      from = stops.nextSetBit(to);
    }
  }

  private static BitSet met(List<Barrier> barriers, int slot) {
    BitSet met = new BitSet(barriers.size());
    for (int i = 0; i < barriers.size(); i++) {
      if (barriers.get(i).stops().get(slot)) {
        met.set(i);
      }
    }
    return met;
  }
}
