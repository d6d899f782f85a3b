package dev.evenkeel.demo.load;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * A steady load: requests leave by the clock, not when the one before is answered, and are timed
 * from when they were due. A fleet that stands still is thus seen by everybody who would have asked
 * meanwhile.
 */
public final class Load implements AutoCloseable {

  private final LoadPlan plan;
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final Users users;
  private final Thread sender;
  private final AtomicLong underWay = new AtomicLong();
  private volatile boolean ending;
  private volatile Tally tally = new Tally(System.nanoTime());

  /** Begins at once. */
  public static Load start(LoadPlan plan) {
    var load = new Load(plan);
    load.sender.start();
    return load;
  }

  private Load(LoadPlan plan) {
    this.plan = plan;
    users = new Users(plan);
    sender = Thread.ofPlatform().name("load").daemon().unstarted(this::send);
  }

  /** What users have seen since the start, or since the last {@link #startAnew}. */
  public LoadReport report() {
    return tally.report(System.nanoTime());
  }

  /** Counts from nothing again. Requests under way still count where they began. */
  public void startAnew() {
    tally = new Tally(System.nanoTime());
  }

  /** Sends no more, waits for the last answers, and says what users saw. */
  public LoadReport finish() throws InterruptedException {
    ending = true;
    sender.join();
    while (underWay.get() > 0) {
      TimeUnit.MILLISECONDS.sleep(10);
    }
    return report();
  }

  @Override
  public void close() {
    ending = true;
    users.close();
    workers.shutdownNow();
  }

  private void send() {
    warmUp();
    startAnew();
    long began = System.nanoTime();
    for (long number = 0; !ending; number++) {
      long due = began + number * plan.periodNanos();
      for (long left; (left = due - System.nanoTime()) > 0; ) {
        LockSupport.parkNanos(left);
      }
      ask(number, due);
    }
  }

  /** Loads the classes that the first request needs: half a second nobody's users would wait. */
  private void warmUp() {
    users.ask(0, 0);
  }

  private void ask(long number, long due) {
    Tally into = tally;
    underWay.incrementAndGet();
    try {
      workers.execute(() -> {
        try {
          into.add(users.ask(number, due));
        } finally {
          underWay.decrementAndGet();
        }
      });
    } catch (RejectedExecutionException closed) {
      // the load was ended between two requests
      underWay.decrementAndGet();
      if (!ending) {
        throw closed;
      }
    }
  }
}
