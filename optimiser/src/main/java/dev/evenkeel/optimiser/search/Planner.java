package dev.evenkeel.optimiser.search;

import dev.evenkeel.optimiser.problem.Problem;
import java.time.Duration;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * Makes timetables: a first one at once, better ones as long as there is time. Two threads are at
 * it. One makes small changes. The other finds what shared things are worth, which gives the bound,
 * and much better timetables to go on from; when prices do not change any more, it makes small
 * changes as well.
 */
public final class Planner {
  private static final int CHANGES = 50;

  /** Threads look at what the other one has whenever so much more time has gone by. */
  private static final double NEXT_LOOK = 1.3;

  private static final Duration FIRST_LOOK = Duration.ofMillis(200);
  private static final Duration BETWEEN_REPORTS = Duration.ofMillis(250);

  /** From what share of its own total on one goes on from the other's timetable. */
  private static final double MUCH_BETTER = 0.99;

  /** How much of the time goes into prices at most. */
  private static final double FOR_PRICES = 0.6;

  private final Model model;
  private final Outlook plain;
  private final Duration time;
  private final Consumer<Progress> listener;
  private final LongSupplier nanos;
  private final long began;
  private volatile boolean isStopped;
  private volatile Outlook priced;
  private volatile Best best;
  private volatile long bound;
  private Duration nextReport = Duration.ZERO;

  /** A timetable as choices. */
  private record Best(int[] choices, long total) {}

  /**
   * Makes the first timetable.
   *
   * @param time how long to look for better ones, from now on
   * @param nanos a clock that only goes forward, such as {@link System#nanoTime}
   * @param listener hears of progress some times a second, on any thread, one call at a time
   */
  public Planner(Problem problem, Duration time, LongSupplier nanos, Consumer<Progress> listener) {
    this.nanos = nanos;
    this.began = nanos.getAsLong();
    this.model = Model.of(problem);
    this.time = time;
    this.listener = listener;
    plain = Outlook.of(model, new Prices(model));
    priced = plain;
    Board first = Filling.of(model, plain);
    best = new Best(first.choices(), first.total());
    report();
  }

  /** Ends planning soon; the best timetable so far is the answer. From any thread. */
  public void stop() {
    isStopped = true;
  }

  /**
   * Looks for better timetables until the time is over, it is stopped, or none can be better.
   *
   * @param seed of the dice; two threads make that the same seed need not find the same
   */
  public Plan run(long seed) {
    if (model.size > 0) {
      try (ExecutorService other = Executors.newSingleThreadExecutor()) {
        Future<?> prices =
            other.submit(() -> {
              price();
              change(new SplittableRandom(seed + 1));
            });
        try {
          change(new SplittableRandom(seed));
        } finally {
          stop();
        }
        prices.get();
      } catch (ExecutionException e) {
        throw new IllegalStateException("Planning failed", e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    Board board = board(best.choices());
    return new Plan(board.timetable(), progress());
  }

  private Duration elapsed() {
    return Duration.ofNanos(nanos.getAsLong() - began);
  }

  private double share() {
    return (double) elapsed().toNanos() / Math.max(1, time.toNanos());
  }

  private boolean isOver() {
    return isStopped
        || share() >= 1
        || best.total() <= bound
        || Thread.currentThread().isInterrupted();
  }

  private void price() {
    Ascent ascent = new Ascent(model);
    Look look = new Look();
    while (!isOver() && !ascent.isSpent() && share() < FOR_PRICES) {
      bound = Math.max(bound, ascent.bound());
      if (look.isDue()) {
        fill(ascent.prices());
      }
      ascent.step(best.total());
    }
    bound = Math.max(bound, ascent.bound());
    fill(ascent.prices());
  }

  private void fill(Prices prices) {
    Outlook outlook = Outlook.of(model, prices);
    Board board = Filling.of(model, outlook);
    priced = outlook;
    offer(board.choices(), board.total());
  }

  private void change(RandomGenerator random) {
    Annealing annealing = new Annealing(board(best.choices()), plain, random);
    Look look = new Look();
    while (!isOver()) {
      annealing.go(CHANGES, share());
      offer(annealing);
      if (look.isDue()) {
        annealing.use(priced);
        Best others = best;
        if (others.total() < MUCH_BETTER * annealing.bestTotal()) {
          annealing.goOnFrom(others.choices());
        }
      }
    }
  }

  private void offer(Annealing annealing) {
    if (annealing.bestTotal() < best.total()) {
      offer(annealing.best(), annealing.bestTotal());
    } else {
      report();
    }
  }

  private synchronized void offer(int[] choices, long total) {
    if (total < best.total()) {
      best = new Best(choices, total);
    }
    report();
  }

  private synchronized void report() {
    Duration now = elapsed();
    if (now.compareTo(nextReport) >= 0) {
      nextReport = now.plus(BETWEEN_REPORTS);
      listener.accept(progress());
    }
  }

  private Progress progress() {
    Best now = best;
    int planned = (int) Arrays.stream(now.choices()).filter(one -> one != Board.NOWHERE).count();
    return new Progress(elapsed(), now.total(), bound, planned);
  }

  private Board board(int[] choices) {
    Board board = new Board(model);
    for (int u = 0; u < model.size; u++) {
      if (choices[u] != Board.NOWHERE) {
        board.place(u, choices[u]);
      }
    }
    return board;
  }

  /** When to look at what the other thread has: often at first, seldom later. */
  private final class Look {
    private Duration next = elapsed().plus(FIRST_LOOK);

    boolean isDue() {
      Duration now = elapsed();
      if (now.compareTo(next) < 0) {
        return false;
      }
      next = Duration.ofNanos((long) (now.toNanos() * NEXT_LOOK));
      return true;
    }
  }
}
