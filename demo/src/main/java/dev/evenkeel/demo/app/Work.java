package dev.evenkeel.demo.app;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** What one request costs, and what a bad release does to it. */
final class Work {

  private static final int USUAL_MILLIS = 10;
  private static final int LONG_MILLIS = 800;
  private static final int SLOWER_MILLIS = 200;

  /** With the fleet's heap of 160 MB the end comes after about 1,700 requests. */
  private static final int LEAKED_BYTES = 88 * 1024;

  private static final List<byte[]> LEAKED = new ArrayList<>();

  private final Fault fault;
  private final AtomicLong requests = new AtomicLong();

  Work(Fault fault) {
    this.fault = fault;
  }

  /** Called once, before the first request. */
  void begin() {
    if (fault == Fault.WONT_START) {
      System.err.println("This release cannot start: its licence file is missing.");
      Runtime.getRuntime().halt(3);
    }
  }

  /**
   * @param longer one of the few requests that take long on every release
   * @return whether it went well
   */
  boolean once(boolean longer) {
    long number = requests.getAndIncrement();
    pause(longer ? LONG_MILLIS : USUAL_MILLIS);
    if (fault == Fault.LATENCY) {
      pause(SLOWER_MILLIS);
    } else if (fault == Fault.LEAK) {
      leak();
    }
    return fault != Fault.ERRORS || !isOneOfThreeInTen(number);
  }

  /** Spread evenly: every ten requests in a row hold three, and the first three hold none. */
  static boolean isOneOfThreeInTen(long number) {
    return number * 3 % 10 >= 7;
  }

  private static void leak() {
    synchronized (LEAKED) {
      LEAKED.add(new byte[LEAKED_BYTES]);
    }
  }

  private static void pause(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
