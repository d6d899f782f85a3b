package dev.evenkeel.optimiser.search;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * What threads that plan tell each other: the best timetable, what no timetable falls below, how
 * things look at the latest prices, and when to end. Whoever listens to progress hears it from
 * here.
 */
final class Exchange {
  /** Threads look at what the other one has whenever so much more time has gone by. */
  private static final double NEXT_LOOK = 1.3;

  private static final Duration FIRST_LOOK = Duration.ofMillis(200);
  private static final Duration BETWEEN_REPORTS = Duration.ofMillis(250);

  /** A timetable as choices. */
  record Best(int[] choices, long total) {}

  private final Model model;
  private final Stopwatch watch;
  private final Consumer<Progress> listener;
  private volatile boolean isStopped;
  private volatile Outlook priced;
  private volatile Best best;
  private volatile long bound;
  private Duration nextReport = Duration.ZERO;

  /**
   * @param plain an outlook where nothing has a price
   * @param first a timetable to begin with
   */
  Exchange(Model model, Stopwatch watch, Consumer<Progress> listener, Outlook plain, Board first) {
    this.model = model;
    this.watch = watch;
    this.listener = listener;
    priced = plain;
    best = new Best(first.choices(), first.total());
    report();
  }

  void stop() {
    isStopped = true;
  }

  boolean isOver() {
    return isStopped
        || share() >= 1
        || best.total() <= bound
        || Thread.currentThread().isInterrupted();
  }

  double share() {
    return watch.share();
  }

  Best best() {
    return best;
  }

  /** Takes a timetable if it is better. */
  synchronized void offer(int[] choices, long total) {
    if (total < best.total()) {
      best = new Best(choices, total);
    }
    report();
  }

  /** Nothing falls below this. */
  synchronized void raise(long found) {
    bound = Math.max(bound, found);
  }

  Outlook priced() {
    return priced;
  }

  void price(Outlook outlook) {
    priced = outlook;
  }

  synchronized void report() {
    Duration now = watch.elapsed();
    if (now.compareTo(nextReport) >= 0) {
      nextReport = now.plus(BETWEEN_REPORTS);
      listener.accept(progress());
    }
  }

  /** What moving is held to cost is no money: it is not told. */
  Progress progress() {
    Best now = best;
    int planned = (int) IntStream.of(now.choices()).filter(one -> one != Board.NOWHERE).count();
    int moved = model.moved(now.choices());
    long held = moved * model.wished.moveCost;
    return new Progress(
        watch.elapsed(), now.total() - held, Math.max(0, bound - held), planned, moved);
  }

  /** When to look at what the other thread has: often at first, seldom later. */
  final class Look {
    private Duration next = watch.elapsed().plus(FIRST_LOOK);

    boolean isDue() {
      Duration now = watch.elapsed();
      if (now.compareTo(next) < 0) {
        return false;
      }
      next = Duration.ofNanos((long) (now.toNanos() * NEXT_LOOK));
      return true;
    }
  }
}
