package dev.evenkeel.server.execution.action;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Work that lives and dies with this server: a request on its way, a transaction. It goes on in a
 * thread of its own, so that it blocks nobody, can be asked about and can be stopped.
 */
@Component
public class Errands {
  private static final Logger log = LoggerFactory.getLogger(Errands.class);
  private static final Duration MOMENT = Duration.ofSeconds(1);
  private static final Duration ASK_AGAIN = Duration.ofMillis(250);
  private static final Duration STOPPING = Duration.ofSeconds(5);
  private static final Duration REMEMBERED = Duration.ofHours(1);

  /**
   * @param cancel asks the work in that thread to end; may be called from any other
   */
  private record Errand(
      CompletableFuture<Outcome> outcome,
      String waitingFor,
      Consumer<Thread> cancel,
      Thread thread,
      long begun) {}

  private final Map<String, Errand> errands = new ConcurrentHashMap<>();

  /**
   * Begins the work and waits a moment, so that quick work is over at once.
   *
   * @param waitingFor shown to people while it goes on
   * @param cancel asks the work to end
   */
  public Outcome begin(
      Attempt attempt, String waitingFor, Supplier<Outcome> work, Consumer<Thread> cancel) {
    forgetOld();
    var outcome = new CompletableFuture<Outcome>();
    var thread =
        Thread.ofVirtual().name(attempt.id()).unstarted(() -> carryOut(attempt, work, outcome));
    var errand = new Errand(outcome, waitingFor, cancel, thread, System.nanoTime());
    if (errands.putIfAbsent(attempt.id(), errand) == null) {
      thread.start();
    }
    return answer(attempt, MOMENT);
  }

  /** Begins work that ends when its thread is interrupted. */
  public Outcome begin(Attempt attempt, String waitingFor, Supplier<Outcome> work) {
    return begin(attempt, waitingFor, work, Thread::interrupt);
  }

  /** How far the work is. */
  public Outcome ask(Attempt attempt) {
    return answer(attempt, Duration.ZERO);
  }

  /** Whether this server is at the work, or was a while ago. */
  public boolean has(Attempt attempt) {
    return errands.containsKey(attempt.id());
  }

  /**
   * How far work is whose beginning was not written down. What another server began is waited for:
   * it may live. Empty when this server began it and has forgotten it, so that it is over.
   */
  public Optional<Outcome> known(Attempt attempt) {
    return has(attempt) || !attempt.startedHere() ? Optional.of(ask(attempt)) : Optional.empty();
  }

  /** Ends the work: asks it to first, then interrupts it. */
  public Optional<String> stop(Attempt attempt) {
    var errand = errands.get(attempt.id());
    if (errand == null) {
      return attempt.startedHere()
          ? Optional.empty()
          : Optional.of("another server is at it, and only that one can stop it");
    }
    errand.cancel.accept(errand.thread);
    if (within(STOPPING, errand.outcome).isPresent()) {
      return Optional.empty();
    }
    errand.thread.interrupt();
    return within(STOPPING, errand.outcome).isPresent()
        ? Optional.empty()
        : Optional.of(errand.waitingFor + " does not end, although it was told to");
  }

  private Outcome answer(Attempt attempt, Duration patience) {
    var errand = errands.get(attempt.id());
    if (errand != null) {
      return within(patience, errand.outcome)
          .orElseGet(() -> new Outcome.NotYet(ASK_AGAIN, errand.waitingFor));
    }
    return attempt.startedHere()
        ? Outcome.Unknown.andOver("the server was restarted while this was carried out")
        : new Outcome.NotYet(ASK_AGAIN, "another server is at it");
  }

  /** Whoever asks hears what an exception says, without secrets; the log hears only its place. */
  private static void carryOut(
      Attempt attempt, Supplier<Outcome> work, CompletableFuture<Outcome> outcome) {
    try {
      outcome.complete(work.get());
    } catch (RuntimeException | Error broken) {
      log.warn("The work of attempt {} broke: {}", attempt.id(), Whence.of(broken));
      outcome.completeExceptionally(broken);
    }
  }

  private static Optional<Outcome> within(Duration patience, CompletableFuture<Outcome> outcome) {
    try {
      return Optional.of(outcome.get(patience.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException notYet) {
      return Optional.empty();
    } catch (ExecutionException broken) {
      return Optional.of(new Outcome.Unknown("it broke: " + broken.getCause()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private void forgetOld() {
    long now = System.nanoTime();
    errands.values().removeIf(e -> e.outcome.isDone() && now - e.begun > REMEMBERED.toNanos());
  }
}
