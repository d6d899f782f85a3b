package dev.evenkeel.optimiser.search;

/** Puts upgrades onto a board, each where it fits and is best. */
final class Filling {
  private Filling() {}

  /** All of them onto an empty board. */
  static Board all(Model model, Outlook outlook) {
    Board board = new Board(model);
    for (int upgrade : model.inOrder()) {
      for (int which : outlook.bestFirst(upgrade)) {
        if (board.fits(upgrade, which)) {
          board.place(upgrade, which);
          break;
        }
      }
    }
    return board;
  }
}
