package dev.evenkeel.optimiser.search;

/** Upgrades that are taken off a board to be placed elsewhere, and can be put back as they were. */
final class Trial {
  private final Board board;
  private final boolean[] isTaken;
  private final int[] taken;
  private final int[] was;
  private int many;
  private long before;

  Trial(Board board) {
    this.board = board;
    isTaken = new boolean[board.model.size];
    taken = new int[board.model.size];
    was = new int[board.model.size];
    before = board.total();
  }

  /** Says that an upgrade is to be placed anew; nothing moves yet. */
  void take(int upgrade) {
    if (!isTaken[upgrade]) {
      isTaken[upgrade] = true;
      taken[many] = upgrade;
      was[many++] = board.choice(upgrade);
    }
  }

  boolean isTaken(int upgrade) {
    return isTaken[upgrade];
  }

  int many() {
    return many;
  }

  int taken(int i) {
    return taken[i];
  }

  /** Takes all of them off. */
  void lift() {
    for (int i = 0; i < many; i++) {
      if (board.isPlaced(taken[i])) {
        board.remove(taken[i]);
      }
    }
  }

  /** How much the board has become dearer. */
  long change() {
    return board.total() - before;
  }

  /** Where everything stood before. */
  int[] before() {
    int[] choices = board.choices();
    for (int i = 0; i < many; i++) {
      choices[taken[i]] = was[i];
    }
    return choices;
  }

  /** Lets things be as they are now. */
  void keep() {
    for (int i = 0; i < many; i++) {
      isTaken[taken[i]] = false;
    }
    many = 0;
    before = board.total();
  }

  /** Puts everything back to where it was. */
  void undo() {
    lift();
    for (int i = 0; i < many; i++) {
      if (was[i] != Board.NOWHERE) {
        board.place(taken[i], was[i]);
      }
    }
    keep();
  }
}
