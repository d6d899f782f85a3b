package dev.evenkeel.optimiser.search;

/** Puts all upgrades onto an empty board, each where it fits and is best. */
final class Filling {
  private Filling() {}

  static Board of(Model model, Outlook outlook) {
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
