package dev.evenkeel.demo.story;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Everything that has to be ended, the newest first: at the end, and when the user presses Ctrl-C
 * at any moment before.
 */
public final class Ending implements AutoCloseable {

  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private boolean over;

  /** Also ends everything when this program is told to end. */
  public static Ending alsoOnCtrlC() {
    var ending = new Ending();
    Runtime.getRuntime().addShutdownHook(new Thread(ending::close, "ending"));
    return ending;
  }

  /**
   * Hands over a part to be ended, before it is started.
   *
   * @throws IllegalStateException when the end has begun already
   */
  synchronized <T extends AutoCloseable> T with(T part) {
    parts.push(part);
    if (over) {
      close();
      throw new IllegalStateException("The demo is being ended");
    }
    return part;
  }

  /** Whether the end has begun: what fails from now on is of no interest. */
  public synchronized boolean isOver() {
    return over;
  }

  @Override
  public synchronized void close() {
    over = true;
    while (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } catch (Exception e) {
        System.err.println("While ending the demo: " + e);
      }
    }
  }
}
