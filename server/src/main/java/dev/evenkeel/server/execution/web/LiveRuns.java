package dev.evenkeel.server.execution.web;

import dev.evenkeel.server.execution.RunId;
import dev.evenkeel.server.execution.store.RunMark;
import dev.evenkeel.server.execution.store.RunMarks;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Refused;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Tells those who watch a run when something of it changed. One statement every half second asks
 * for all runs watched on this server, however many watch; so it works on any number of servers
 * with one database, and a viewer costs nothing while nothing happens.
 */
@Component
class LiveRuns implements SmartLifecycle {
  /** How long after a change a viewer may learn of it. */
  static final Duration PAUSE = Duration.ofMillis(500);

  /** Viewers of one server; each holds a connection. */
  static final int SEATS = 1_000;

  /** Of these, for one person or token, however many pages are left open. */
  static final int SEATS_OF_ONE = 50;

  private final RunMarks marks;
  private final Map<RunId, Audience> audiences = new ConcurrentHashMap<>();
  private final Map<Actor, Integer> taken = new HashMap<>();
  private boolean open = true;
  private boolean looking;

  LiveRuns(RunMarks marks) {
    this.marks = marks;
  }

  /**
   * Takes a seat; whoever takes one gives it back with {@link #leave}.
   *
   * @throws Refused when all seats are taken, or all this viewer may have
   */
  synchronized Audience enter(RunId run, Actor viewer) {
    if (taken.getOrDefault(viewer, 0) >= SEATS_OF_ONE) {
      throw new Refused(
          Refused.Kind.NOT_NOW,
          "%s keeps %d pages live on this server already. Close some of them, or reload the page to see more."
              .formatted(viewer.name(), SEATS_OF_ONE));
    }
    if (taken.values().stream().mapToInt(seats -> seats).sum() >= SEATS) {
      throw new Refused(
          Refused.Kind.NOT_NOW,
          "%d pages are being kept live by this server already. Reload the page to see more."
              .formatted(SEATS));
    }
    taken.merge(viewer, 1, Integer::sum);
    Audience audience = audiences.computeIfAbsent(run, id -> new Audience(open));
    audience.viewers++;
    if (!looking && open) {
      looking = true;
      Thread.ofVirtual().name("live-runs").start(this::look);
    }
    return audience;
  }

  synchronized void leave(RunId run, Actor viewer) {
    taken.computeIfPresent(viewer, (who, seats) -> seats == 1 ? null : seats - 1);
    audiences.computeIfPresent(run, (id, audience) -> --audience.viewers == 0 ? null : audience);
  }

  private void look() {
    try {
      while (anybody()) {
        lookOnce();
        Thread.sleep(PAUSE);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized boolean anybody() {
    looking = open && !audiences.isEmpty();
    return looking;
  }

  private void lookOnce() {
    try {
      Set<RunId> watched = Set.copyOf(audiences.keySet());
      marks
          .of(watched)
          .forEach((run, mark) -> {
            Audience audience = audiences.get(run);
            if (audience != null) {
              audience.tell(mark);
            }
          });
    } catch (RuntimeException databaseAway) {
      // Viewers hear nothing meanwhile, and their pages say that they are not live. Whatever it is:
      // nobody else looks.
    }
  }

  @Override
  public synchronized void start() {
    open = true;
  }

  /** Ends all streams, so that the server need not wait for them when it stops. */
  @Override
  public synchronized void stop() {
    open = false;
    audiences.values().forEach(Audience::close);
  }

  @Override
  public boolean isRunning() {
    return open;
  }

  /** Those who watch one run. */
  static final class Audience {
    private RunMark newest = RunMark.NONE;
    private long looks;
    private boolean open;
    private int viewers;

    private Audience(boolean open) {
      this.open = open;
    }

    private synchronized void tell(RunMark mark) {
      newest = mark;
      looks++;
      notifyAll();
    }

    private synchronized void close() {
      open = false;
      notifyAll();
    }

    /** What a viewer learns: how far the run is, how often that was looked up, whether to go on. */
    record News(RunMark mark, long looks, boolean open) {}

    /** Waits until the run is somewhere else than the viewer knows, but not longer than this. */
    synchronized News await(RunMark known, Duration longest) throws InterruptedException {
      long until = System.nanoTime() + longest.toNanos();
      while (open && (looks == 0 || newest.equals(known))) {
        long left = until - System.nanoTime();
        if (left <= 0) {
          break;
        }
        wait(left / 1_000_000 + 1);
      }
      return new News(newest, looks, open);
    }
  }
}
