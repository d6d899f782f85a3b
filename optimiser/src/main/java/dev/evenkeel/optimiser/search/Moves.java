package dev.evenkeel.optimiser.search;

import dev.evenkeel.optimiser.search.Model.Neighbour;
import java.util.random.RandomGenerator;

/**
 * Changes of a board that may make it better: an upgrade pushes into a better place and whoever
 * stands there looks for another, or some that have to do with each other are placed anew.
 */
final class Moves {
  private static final int LARGEST_PUSH = 12;
  private static final int LARGEST_GROUP = 9;
  private static final int TRIES = 30;
  private static final int PUSHES_OF_TEN = 6;
  private static final int PRICED_OF_TEN = 5;
  private static final int BLINKS_OF_HUNDRED = 3;

  private final Board board;
  private final Model model;
  private final Trial trial;
  private final RandomGenerator random;
  private final Outlook plain;
  private final boolean[] isOpen;
  private Outlook priced;

  /** The one that the present move goes by. */
  private Outlook outlook;

  /**
   * @param plain an outlook where nothing has a price
   */
  Moves(Board board, Trial trial, Outlook plain, RandomGenerator random) {
    this.board = board;
    this.model = board.model;
    this.trial = trial;
    this.random = random;
    this.plain = plain;
    this.priced = plain;
    this.outlook = plain;
    this.isOpen = new boolean[model.size];
  }

  void use(Outlook prices) {
    priced = prices;
  }

  /**
   * Makes one change.
   *
   * @return whether the board may stay as it is now; if not, it is to be undone
   */
  boolean make() {
    int upgrade = mostToGain();
    outlook = random.nextInt(10) < PRICED_OF_TEN ? priced : plain;
    return random.nextInt(10) < PUSHES_OF_TEN ? push(upgrade) : anew(upgrade);
  }

  /** Of three upgrades. */
  private int mostToGain() {
    int most = random.nextInt(model.size);
    for (int i = 0; i < 2; i++) {
      int other = random.nextInt(model.size);
      if (toGain(other) > toGain(most)) {
        most = other;
      }
    }
    return most;
  }

  private long toGain(int upgrade) {
    Choices choices = model.choices[upgrade];
    if (choices.size() == 0 || model.isFixed[upgrade]) {
      return -1;
    }
    long now =
        board.isPlaced(upgrade)
            ? choices.cost()[board.choice(upgrade)]
            : model.deferPenalty[upgrade];
    return now - choices.cost()[0];
  }

  private boolean push(int upgrade) {
    int better = outlook.rank(upgrade, board.choice(upgrade));
    if (better == 0 || model.isFixed[upgrade]) {
      return false;
    }
    double luck = random.nextDouble();
    int which = outlook.bestFirst(upgrade)[(int) (luck * luck * better)];
    if (!board.isAfterAllBefore(upgrade, which)) {
      return false;
    }
    trial.take(upgrade);
    board.inTheWay(upgrade, which, trial::take);
    findMoney(upgrade, which);
    if (trial.many() > LARGEST_PUSH || takesFixed()) {
      return false;
    }
    trial.lift();
    if (!board.fits(upgrade, which)) {
      return false;
    }
    board.place(upgrade, which);
    return placeTaken();
  }

  private boolean takesFixed() {
    for (int i = 0; i < trial.many(); i++) {
      if (model.isFixed[trial.taken(i)]) {
        return true;
      }
    }
    return false;
  }

  /** Takes some that are paid in the same period, until there is enough. */
  private void findMoney(int upgrade, int which) {
    long lacking = board.lacking(upgrade, which);
    for (int i = 0; i < trial.many() && lacking > 0; i++) {
      lacking -= givesBack(trial.taken(i), upgrade, which);
    }
    int[] some = model.paidFrom[model.budget[upgrade]];
    for (int tries = 0; tries < TRIES && lacking > 0; tries++) {
      int other = some[random.nextInt(some.length)];
      if (!trial.isTaken(other) && !model.isFixed[other]) {
        long back = givesBack(other, upgrade, which);
        if (back > 0) {
          trial.take(other);
          lacking -= back;
        }
      }
    }
  }

  private long givesBack(int other, int upgrade, int which) {
    return board.isPlaced(other) && model.budget[other] == model.budget[upgrade]
        ? board.givesBack(other, upgrade, which)
        : 0;
  }

  private boolean anew(int upgrade) {
    if (model.isFixed[upgrade]) {
      return false;
    }
    trial.take(upgrade);
    int size = 2 + random.nextInt(LARGEST_GROUP - 1);
    for (int tries = 0; trial.many() < size && tries < TRIES; tries++) {
      int related = related(trial.taken(random.nextInt(trial.many())));
      if (related != Board.NOWHERE && !model.isFixed[related]) {
        trial.take(related);
      }
    }
    trial.lift();
    return placeTaken();
  }

  /** One that comes before or after it, or uses or spends the same at about the same time. */
  private int related(int upgrade) {
    int by = random.nextInt(8);
    if (by < 2) {
      Neighbour[] some = by == 0 ? model.after[upgrade] : model.before[upgrade];
      return some.length == 0 ? Board.NOWHERE : some[random.nextInt(some.length)].upgrade();
    }
    if (by == 2) {
      return nearest(upgrade, model.paidFrom[model.budget[upgrade]]);
    }
    Way[] ways = model.ways[upgrade];
    Way way = ways[random.nextInt(ways.length)];
    if (way.real() == 0) {
      return Board.NOWHERE;
    }
    return nearest(upgrade, model.usersOf[way.row()[random.nextInt(way.real())]]);
  }

  /** Of four. */
  private int nearest(int upgrade, int[] some) {
    int here =
        board.isPlaced(upgrade)
            ? board.start(upgrade)
            : random.nextInt(model.problem.horizonSlots());
    int nearest = Board.NOWHERE;
    int distance = Integer.MAX_VALUE;
    for (int i = 0; i < 4; i++) {
      int other = some[random.nextInt(some.length)];
      if (!trial.isTaken(other) && board.isPlaced(other)) {
        int away = Math.abs(board.start(other) - here);
        if (away < distance) {
          distance = away;
          nearest = other;
        }
      }
    }
    return nearest;
  }

  /**
   * Places what was taken, in a random order in which nothing comes before what it needs.
   *
   * @return false when something cannot be placed that others which are placed need
   */
  private boolean placeTaken() {
    int[] order = shuffled();
    for (int upgrade : order) {
      isOpen[upgrade] = true;
    }
    boolean isRight = true;
    int open = order.length;
    while (open > 0) {
      for (int upgrade : order) {
        if (isOpen[upgrade] && !waits(upgrade)) {
          isOpen[upgrade] = false;
          open--;
          isRight &= board.isPlaced(upgrade) || place(upgrade) || !isNeeded(upgrade);
        }
      }
    }
    return isRight;
  }

  private boolean waits(int upgrade) {
    for (Neighbour one : model.before[upgrade]) {
      if (isOpen[one.upgrade()]) {
        return true;
      }
    }
    return false;
  }

  private boolean isNeeded(int upgrade) {
    for (Neighbour one : model.after[upgrade]) {
      if (board.isPlaced(one.upgrade())) {
        return true;
      }
    }
    return false;
  }

  /**
   * Where it fits and is best; what follows decides too, as long as it is not placed. Now and then
   * a place is overlooked, so that every timetable can come about: a blink (J. Christiaens and G.
   * Vanden Berghe, Slack Induction by String Removals, Transportation Science 54, 2020).
   */
  private boolean place(int upgrade) {
    for (int which : outlook.bestFirst(upgrade)) {
      if (board.fits(upgrade, which) && random.nextInt(100) >= BLINKS_OF_HUNDRED) {
        board.place(upgrade, which);
        return true;
      }
    }
    return false;
  }

  private int[] shuffled() {
    int[] order = new int[trial.many()];
    for (int i = 0; i < order.length; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = trial.taken(i);
    }
    return order;
  }
}
