package dev.evenkeel.optimiser.search;

import java.util.random.RandomGenerator;

/**
 * Makes a board better by many small changes. One that makes it dearer is taken now and then, more
 * seldom the dearer it is and the later it comes: simulated annealing (S. Kirkpatrick, C. D. Gelatt
 * and M. P. Vecchi, Optimization by Simulated Annealing, Science 220, 1983) over large
 * neighbourhoods.
 */
final class Annealing {
  /** How much dearer a change may be at first and at last, in shares of what an upgrade costs. */
  private static final double HOT = 0.3;

  private static final double COLD = 0.004;

  private final Model model;
  private final Board board;
  private final Trial trial;
  private final Moves moves;
  private final RandomGenerator random;
  private int[] best;
  private long bestTotal;
  private boolean isBest = true;

  /**
   * @param start where it begins; its own from now on
   */
  Annealing(Board start, Outlook plain, RandomGenerator random) {
    this.model = start.model;
    this.board = start;
    this.random = random;
    trial = new Trial(board);
    moves = new Moves(board, trial, plain, random);
    best = board.choices();
    bestTotal = board.total();
  }

  void use(Outlook prices) {
    moves.use(prices);
  }

  /** Goes on from another timetable. */
  void goOnFrom(int[] choices) {
    remember();
    for (int u = 0; u < model.size; u++) {
      trial.take(u);
    }
    trial.lift();
    for (int u = 0; u < model.size; u++) {
      if (choices[u] != Board.NOWHERE) {
        board.place(u, choices[u]);
      }
    }
    trial.keep();
    compare();
  }

  /**
   * Makes some changes.
   *
   * @param progress from 0 at the beginning to 1 at the end
   */
  void go(int changes, double progress) {
    double warmth =
        HOT * Math.pow(COLD / HOT, progress) * Math.max(1, bestTotal / (double) model.size);
    for (int i = 0; i < changes; i++) {
      boolean isRight = moves.make();
      if (isRight && isTaken(trial.change(), warmth)) {
        if (trial.change() > 0) {
          remember();
        }
        trial.keep();
        compare();
      } else {
        trial.undo();
      }
    }
  }

  private boolean isTaken(long dearer, double warmth) {
    return dearer <= 0 || random.nextDouble() < Math.exp(-dearer / warmth);
  }

  private void compare() {
    if (board.total() < bestTotal) {
      bestTotal = board.total();
      isBest = true;
    }
  }

  /** Copies the best one only when it is left. */
  private void remember() {
    if (isBest) {
      best = trial.before();
      isBest = false;
    }
  }

  /** The best one so far. */
  int[] best() {
    return isBest ? board.choices() : best;
  }

  long bestTotal() {
    return bestTotal;
  }
}
