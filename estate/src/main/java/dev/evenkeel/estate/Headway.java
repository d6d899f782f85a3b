package dev.evenkeel.estate;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;

/**
 * How far a long piece of work is, and whether somebody wants it stopped. Whoever waits for the
 * work has it done {@link #during}; the work tells where it is by the static methods, which do
 * nothing when nobody watches. Loops look at the wish to stop with every step they tell.
 */
public final class Headway {
  private static final ScopedValue<Headway> WATCHED = ScopedValue.newInstance();
  private static final long LOOK_MILLIS = 100;

  /** What is being done. */
  public enum Stage {
    RECEIVED,
    WAITING,
    READING,
    COMPARING,
    KEEPING,
    WRITING
  }

  /**
   * Where the work is.
   *
   * @param of 0 while nobody can tell how many there are
   */
  public record Point(Stage stage, int done, int of) {}

  /** Ends work that somebody wants stopped. Whoever catches it undoes what was done. */
  public static final class Stopped extends RuntimeException {
    private Stopped() {
      super("Stopped. Nothing was changed: all is as it was before.");
    }
  }

  /** Work that may take long. */
  public interface Work<T, E extends Exception> {
    T done() throws E;
  }

  private volatile Point point = new Point(Stage.RECEIVED, 0, 0);
  private volatile boolean stopping;

  /**
   * Does a piece of work in this thread, and hears where it is.
   *
   * @throws Stopped when it ended because of {@link #stop}
   */
  public <T, E extends Exception> T during(Work<T, E> work) throws E {
    return ScopedValue.where(WATCHED, this).<T, E>call(work::done);
  }

  public Point point() {
    return point;
  }

  /** Wants it stopped. Work that is past its last look ends as if nobody had wanted it. */
  public void stop() {
    stopping = true;
  }

  public boolean isStopping() {
    return stopping;
  }

  /** Something else is done from now on. */
  public static void begin(Stage stage) {
    tell(new Point(stage, 0, 0));
  }

  /** So many there are of what is done now. */
  public static void count(int of) {
    if (WATCHED.isBound()) {
      tell(new Point(WATCHED.get().point.stage(), 0, of));
    }
  }

  /** One more is done. */
  public static void step() {
    if (WATCHED.isBound()) {
      Point before = WATCHED.get().point;
      tell(new Point(before.stage(), before.done() + 1, before.of()));
    }
  }

  private static void tell(Point point) {
    if (WATCHED.isBound()) {
      WATCHED.get().point = point;
      look();
    }
  }

  /**
   * Looks whether somebody wants the work stopped.
   *
   * @throws Stopped then
   */
  public static void look() {
    if (WATCHED.isBound() && WATCHED.get().stopping) {
      throw new Stopped();
    }
  }

  /** Waits for a turn as long as nobody wants the work stopped. */
  public static void await(Lock turn) {
    if (!WATCHED.isBound()) {
      turn.lock();
      return;
    }
    try {
      while (!turn.tryLock(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
        look();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new Stopped();
    }
  }
}
