package dev.evenkeel.optimiser.explain;

/** How much too little there is in each slot, for quick questions about stretches of them. */
final class Shortage {
  private final long[] lacking;
  private final int[] shortUntil;

  /**
   * @param lacking how much in each slot; 0 or less where there is enough
   */
  Shortage(long[] lacking) {
    this.lacking = lacking;
    shortUntil = new int[lacking.length + 1];
    for (int slot = 0; slot < lacking.length; slot++) {
      shortUntil[slot + 1] = shortUntil[slot] + (lacking[slot] > 0 ? 1 : 0);
    }
  }

  private int within(int slot) {
    return Math.clamp(slot, 0, lacking.length);
  }

  boolean meets(int from, int to) {
    return shortUntil[within(to)] > shortUntil[within(from)];
  }

  /** In the worst slot of a stretch. */
  long most(int from, int to) {
    long most = 0;
    for (int slot = within(from); slot < within(to); slot++) {
      most = Math.max(most, lacking[slot]);
    }
    return most;
  }

  /** The slot after the last one of a stretch in which there is too little. */
  int last(int from, int to) {
    for (int slot = within(to) - 1; slot >= within(from); slot--) {
      if (lacking[slot] > 0) {
        return slot + 1;
      }
    }
    return to;
  }

  /** How much would be too little if the worst slot were everywhere from the first to the last. */
  long area(int from, int to) {
    return most(from, to) * (last(from, to) - first(from, to));
  }

  /** The first slot of a stretch in which there is too little. */
  int first(int from, int to) {
    for (int slot = within(from); slot < within(to); slot++) {
      if (lacking[slot] > 0) {
        return slot;
      }
    }
    return from;
  }
}
