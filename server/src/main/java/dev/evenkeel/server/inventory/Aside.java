package dev.evenkeel.server.inventory;

import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has one piece of work done in the background, by one thread at a time. However often it is asked
 * for while it is being done, it is done once more and not once for each: many quick changes become
 * one. A request never waits for it.
 */
public final class Aside {
  private static final Logger log = LoggerFactory.getLogger(Aside.class);

  private final String name;
  private final Runnable work;
  private final AtomicLong asked = new AtomicLong();

  /**
   * @param work finds out by itself what is to be done; may fail, then it is done when it is asked
   *     for again
   */
  public Aside(String name, Runnable work) {
    this.name = name;
    this.work = work;
  }

  public void ask() {
    if (asked.getAndIncrement() == 0) {
      leavingNothing(
          () -> Thread.ofPlatform().daemon().name(name).start(() -> leavingNothing(this::run)));
    }
  }

  /** Whether it is being done. */
  public boolean isBusy() {
    return asked.get() > 0;
  }

  private void run() {
    long seen;
    do {
      seen = asked.get();
      try {
        work.run();
      } catch (RuntimeException notNow) {
        // who asks next has it tried again, and hears what is wrong
        log.debug("'{}' could not be done", name, notNow);
      } catch (Error broken) {
        // Caught as well: otherwise it would be taken to go on, and never be begun again.
        log.error("'{}' could not be done; it is tried again when it is needed", name, broken);
      }
    } while (!asked.compareAndSet(seen, 0));
  }

  /** What ends here with an error is not being done any more: whoever asks next begins it again. */
  private void leavingNothing(Runnable part) {
    boolean well = false;
    try {
      part.run();
      well = true;
    } finally {
      if (!well) {
        asked.set(0);
      }
    }
  }
}
