package dev.evenkeel.cli.judge.cases;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Does work on all processors and hands out what it comes to in the order in which it was given.
 * Holds only a few pieces at a time.
 */
final class InOrder<R> implements AutoCloseable {
  private final ExecutorService workers;
  private final int most;
  private final Deque<Future<R>> underWay = new ArrayDeque<>();
  private final Consumer<R> taker;

  InOrder(int processors, Consumer<R> taker) {
    workers = Executors.newFixedThreadPool(processors);
    most = 2 * processors;
    this.taker = taker;
  }

  void add(Callable<R> work) {
    underWay.add(workers.submit(work));
    while (underWay.size() > most) {
      takeFirst();
    }
  }

  /** Waits for all that is under way. */
  void finish() {
    while (!underWay.isEmpty()) {
      takeFirst();
    }
  }

  private void takeFirst() {
    try {
      taker.accept(underWay.remove().get());
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }
}
