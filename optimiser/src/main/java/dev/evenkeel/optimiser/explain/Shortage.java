package dev.evenkeel.optimiser.explain;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** How much too little there is in each slot, for quick questions about stretches of one length. */
final class Shortage {
  private final long[] lacking;
  private final int length;
  private final BitSet isShort = new BitSet();

  /** The largest power of two that is not longer than a stretch. */
  private final int half;

  /**
   * Of each slot and those behind it, {@link #half} in all, the worst; made when it is asked for.
   */
  private long @Nullable [] worst;

  /**
   * @param lacking how much in each slot; 0 or less where there is enough
   * @param length of all stretches that will be asked about
   */
  Shortage(long[] lacking, int length) {
    this.lacking = lacking;
    this.length = length;
    half = Integer.highestOneBit(length);
    for (int slot = 0; slot < lacking.length; slot++) {
      if (lacking[slot] > 0) {
        isShort.set(slot);
      }
    }
  }

  /** Where stretches begin in which there is too little somewhere. */
  BitSet starts() {
    BitSet starts = new BitSet();
    for (int from = isShort.nextSetBit(0); from >= 0; ) {
      int to = isShort.nextClearBit(from);
      starts.set(Math.max(0, from - length + 1), to);
      from = isShort.nextSetBit(to);
    }
    return starts;
  }

  /** In the worst slot of the stretch that begins in a slot; 0 when there is always enough. */
  long most(int from) {
    long[] known = worst == null ? (worst = worst()) : worst;
    int last = Math.max(from, end(from) - half);
    return Math.max(0, Math.max(known[from], known[last]));
  }

  /** Every stretch is two of these, which may overlap. */
  private long[] worst() {
    long[] most = lacking.clone();
    for (int step = 1; step < half; step *= 2) {
      for (int slot = 0; slot + step < most.length; slot++) {
        most[slot] = Math.max(most[slot], most[slot + step]);
      }
    }
    return most;
  }

  private int end(int from) {
    return Math.min(lacking.length, from + length);
  }

  /** The first slot of a stretch in which there is too little. */
  int first(int from) {
    int first = isShort.nextSetBit(from);
    return first < 0 || first >= end(from) ? from : first;
  }

  /** The slot after the last one of a stretch in which there is too little. */
  int last(int from) {
    int last = isShort.previousSetBit(end(from) - 1);
    return last < from ? from + length : last + 1;
  }

  /** How much would be too little if the worst slot were everywhere from the first to the last. */
  long area(int from) {
    return most(from) * (last(from) - first(from));
  }
}
