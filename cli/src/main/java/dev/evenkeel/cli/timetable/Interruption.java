package dev.evenkeel.cli.timetable;

import java.time.Duration;

/** When somebody presses Ctrl-C, work is told to end, and what it came to is still written. */
final class Interruption {
  /** How long the end may take. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Thread hook;

  private Interruption(Thread hook) {
    this.hook = hook;
  }

  /** From now on until it is closed. */
  static Interruption calls(Runnable stop) {
    Thread work = Thread.currentThread();
    Thread hook =
        new Thread(() -> {
          stop.run();
          try {
            work.join(PATIENCE);
          } catch (InterruptedException leaving) {
            Thread.currentThread().interrupt();
          }
        });
    Runtime.getRuntime().addShutdownHook(hook);
    return new Interruption(hook);
  }

  /** From now on nothing is called any more. */
  void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException ends) {
      // the process is ending: the hook runs and waits for this thread
    }
  }
}
