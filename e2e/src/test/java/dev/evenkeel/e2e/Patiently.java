package dev.evenkeel.e2e;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Waiting for something to become so, looking twenty times a second. */
public final class Patiently {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

  private Patiently() {}

  /**
   * @param most after it the journey fails; generous, because machines are busy
   * @param what for the message, with what there is instead
   */
  public static void await(Duration most, Supplier<String> what, Callable<Boolean> look)
      throws Exception {
    long end = System.nanoTime() + most.toNanos();
    while (!look.call()) {
      if (System.nanoTime() - end > 0) {
        throw new AssertionError("After %s still not: %s".formatted(most, what.get()));
      }
      pause(BETWEEN_LOOKS);
    }
  }

  /** A pause that is a part of the story, such as a moment of chance before something is killed. */
  public static void pause(Duration duration) {
    long end = System.nanoTime() + duration.toNanos();
    for (long left = duration.toNanos(); left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
