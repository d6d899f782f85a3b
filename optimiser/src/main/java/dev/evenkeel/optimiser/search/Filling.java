package dev.evenkeel.optimiser.search;

/** Puts all upgrades onto an empty board, each where it fits and is best; what is fixed first. */
final class Filling {
  private Filling() {}

  static Board of(Model model, Outlook outlook) {
    Board board = fixed(model);
    fill(board, outlook);
    return board;
  }

  /**
   * Lets stand what stands well in the timetable to stay near, and finds places for the rest: an
   * answer at once, in which few have moved.
   */
  static Board near(Model model, Outlook outlook) {
    Board board = fixed(model);
    for (int upgrade : model.inOrder()) {
      int was = model.near(upgrade);
      if (!board.isPlaced(upgrade) && was != Board.NOWHERE && board.fits(upgrade, was)) {
        board.place(upgrade, was);
      }
    }
    for (int upgrade : model.inOrder()) {
      if (!board.isPlaced(upgrade)) {
        place(board, upgrade, model.near(upgrade), outlook);
      }
    }
    return board;
  }

  private static Board fixed(Model model) {
    Board board = new Board(model);
    for (int upgrade = 0; upgrade < model.size; upgrade++) {
      if (model.isFixed[upgrade]) {
        board.place(upgrade, 0);
      }
    }
    return board;
  }

  private static void fill(Board board, Outlook outlook) {
    for (int upgrade : board.model.inOrder()) {
      if (!board.isPlaced(upgrade)) {
        place(board, upgrade, Board.NOWHERE, outlook);
      }
    }
  }

  private static void place(Board board, int upgrade, int first, Outlook outlook) {
    if (first != Board.NOWHERE && board.fits(upgrade, first)) {
      board.place(upgrade, first);
      return;
    }
    for (int which : outlook.bestFirst(upgrade)) {
      if (board.fits(upgrade, which)) {
        board.place(upgrade, which);
        return;
      }
    }
  }
}
