package dev.evenkeel.optimiser.search;

import dev.evenkeel.optimiser.problem.Problem;
import dev.evenkeel.optimiser.timetable.Timetable;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Makes timetables: a first one at once, better ones as long as there is time. Two threads are at
 * it. One makes small changes. The other finds what shared things are worth, and makes small
 * changes as well when prices do not change any more.
 */
public final class Planner {
  private final Model model;
  private final Outlook plain;
  private final Exchange exchange;
  private final Progress first;

  /** Plans anew, without any {@link Wishes}. */
  public Planner(Problem problem, Duration time, LongSupplier nanos, Consumer<Progress> listener) {
    this(problem, Wishes.NONE, time, nanos, listener);
  }

  /**
   * Makes the first timetable: all that still can stays where it was, the rest finds places.
   *
   * @param wishes what should stay as it is
   * @param time how long to look for better ones, from now on
   * @param nanos a clock that only goes forward, such as {@link System#nanoTime}
   * @param listener hears of progress some times a second, on any thread, one call at a time
   * @throws WishRefused when something that is pinned cannot be so
   */
  public Planner(
      Problem problem,
      Wishes wishes,
      Duration time,
      LongSupplier nanos,
      Consumer<Progress> listener) {
    Stopwatch watch = Stopwatch.start(nanos, time);
    model = Model.of(problem, wishes);
    Pins.check(model);
    plain = Outlook.of(model, new Prices(model));
    exchange = new Exchange(model, watch, listener, plain, first());
    first = exchange.progress();
  }

  private Board first() {
    Board near = Filling.near(model, plain);
    Pins.checkNeeded(near);
    return near;
  }

  /** Ends planning soon; the best timetable so far is the answer. From any thread. */
  public void stop() {
    exchange.stop();
  }

  /** The best timetable so far. From any thread. */
  public Timetable best() {
    return Board.of(model, exchange.best().choices()).timetable();
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
              new Bounding(model, exchange).run();
              improving(seed + 1).run();
            });
        try {
          improving(seed).run();
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
    return new Plan(best(), first, exchange.progress());
  }

  private Improving improving(long seed) {
    return new Improving(model, exchange, plain, new SplittableRandom(seed));
  }
}
