package dev.evenkeel.server.schedule.timetable;

import dev.evenkeel.optimiser.problem.Problem;
import dev.evenkeel.optimiser.search.Plan;
import dev.evenkeel.optimiser.search.Planner;
import dev.evenkeel.optimiser.search.Progress;
import dev.evenkeel.optimiser.search.WishRefused;
import dev.evenkeel.optimiser.search.Wishes;
import dev.evenkeel.optimiser.timetable.Check;
import dev.evenkeel.optimiser.timetable.Timetable;
import dev.evenkeel.server.schedule.timetable.store.TimetableStore;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Where timetables are made, one at a time. What is being made is in memory; the first answer is
 * kept at once, better ones every few seconds, and the best when it ends. Of a server that goes
 * away, what it kept last stays, and says that it was cut off.
 */
@Component
class SolvingRoom implements DisposableBean {
  private static final Logger log = LoggerFactory.getLogger(SolvingRoom.class);
  private static final Duration BETWEEN_NOTES = Duration.ofSeconds(2);
  private static final Duration BETWEEN_KEEPS = Duration.ofSeconds(10);
  private static final Duration SILENT = Duration.ofSeconds(30);

  private final TimetableStore store;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final ExecutorService room =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("timetables").factory());
  private final Map<Long, Seat> seats = new ConcurrentHashMap<>();
  private volatile boolean isClosing;

  SolvingRoom(TimetableStore store, PlatformTransactionManager transactions, Clock clock) {
    this.store = store;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /** One that waits or is being made. */
  private static final class Seat {
    private volatile boolean isStopped;
    private volatile @Nullable Planner planner;
    private volatile @Nullable Progress progress;
    private long keptTotal = Long.MAX_VALUE;
    private long keptAfter;
    private long noted = Long.MIN_VALUE;
  }

  /**
   * @param placed makes places of a timetable
   */
  void solve(
      long id,
      Problem problem,
      Wishes wishes,
      Duration time,
      Function<Timetable, List<Placement>> placed) {
    Seat seat = new Seat();
    seats.put(id, seat);
    room.execute(() -> {
      try {
        if (seat.isStopped) {
          end(id, Solving.STOPPED, Optional.of("It was stopped before it began."));
        } else {
          make(id, seat, problem, wishes, time, placed);
        }
      } catch (WishRefused refused) {
        end(id, Solving.BROKEN, Optional.of(String.valueOf(refused.getMessage())));
      } catch (RuntimeException bug) {
        log.error("Timetable {} could not be made", id, bug);
        end(
            id,
            Solving.BROKEN,
            Optional.of("It could not be made. The log of the server says more."));
      } finally {
        seats.remove(id);
      }
    });
  }

  private void make(
      long id,
      Seat seat,
      Problem problem,
      Wishes wishes,
      Duration time,
      Function<Timetable, List<Placement>> placed) {
    Planner planner =
        new Planner(
            problem,
            wishes,
            time,
            System::nanoTime,
            progress -> heard(id, seat, progress, best -> keep(id, problem, best, placed)));
    keep(id, problem, planner.best(), placed);
    seat.planner = planner;
    if (seat.isStopped) {
      planner.stop();
    }
    Plan plan = planner.run(id);
    keep(id, problem, plan.timetable(), placed);
    note(id, plan.progress());
    end(
        id,
        isClosing ? Solving.CUT_OFF : seat.isStopped ? Solving.STOPPED : Solving.ENDED,
        Optional.empty());
  }

  private void keep(
      long id, Problem problem, Timetable timetable, Function<Timetable, List<Placement>> placed) {
    long total = Check.of(problem, timetable).score().total(problem.weights());
    transaction.executeWithoutResult(
        _ -> store.place(id, timetable, total, placed.apply(timetable)));
  }

  private void heard(long id, Seat seat, Progress progress, Consumer<Timetable> keep) {
    seat.progress = progress;
    long now = progress.elapsed().toNanos();
    if (seat.noted == Long.MIN_VALUE || now - seat.noted > BETWEEN_NOTES.toNanos()) {
      seat.noted = now;
      try {
        note(id, progress);
        Planner planner = seat.planner;
        if (planner != null
            && progress.total() < seat.keptTotal
            && now - seat.keptAfter > BETWEEN_KEEPS.toNanos()) {
          seat.keptTotal = progress.total();
          seat.keptAfter = now;
          keep.accept(planner.best());
        }
      } catch (DataAccessException | TransactionException away) {
        log.warn("The progress of timetable {} was not noted; the search goes on", id, away);
      }
    }
  }

  private void note(long id, Progress progress) {
    store.heard(
        id,
        Solving.RUNNING,
        progress.bound(),
        progress.elapsed().toMillis() / 1000.0,
        clock.instant());
  }

  private void end(long id, Solving solving, Optional<String> trouble) {
    try {
      store.end(id, solving, trouble, clock.instant());
    } catch (DataAccessException away) {
      log.warn("The end of timetable {} was not noted", id, away);
    }
  }

  /** Of one that is made here. */
  Optional<Progress> progress(long id) {
    return Optional.ofNullable(seats.get(id)).flatMap(seat -> Optional.ofNullable(seat.progress));
  }

  /**
   * Ends it soon; the best so far is kept.
   *
   * @return false when it is not made here
   */
  boolean stop(long id) {
    Seat seat = seats.get(id);
    if (seat == null) {
      return false;
    }
    seat.isStopped = true;
    Planner planner = seat.planner;
    if (planner != null) {
      planner.stop();
    }
    return true;
  }

  /**
   * Says of those that wait here that they do, and of those that nobody makes any more the truth.
   */
  @Scheduled(fixedDelay = 10_000)
  void look() {
    seats.keySet().forEach(id -> store.stillWaiting(id, clock.instant()));
    for (long id : store.silentSince(clock.instant().minus(SILENT))) {
      if (!seats.containsKey(id)) {
        end(
            id,
            Solving.CUT_OFF,
            Optional.of(
                isKept(id)
                    ? "The server that made it went away. The last timetable it kept is here; plan again from it for a better one."
                    : "The server that made it went away before it kept a timetable. Make it again."));
      }
    }
  }

  private boolean isKept(long id) {
    return store.find(id).filter(kept -> kept.planned() > 0).isPresent();
  }

  @Override
  public void destroy() {
    isClosing = true;
    seats.keySet().forEach(this::stop);
    room.shutdown();
    try {
      if (!room.awaitTermination(5, java.util.concurrent.TimeUnit.SECONDS)) {
        room.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
