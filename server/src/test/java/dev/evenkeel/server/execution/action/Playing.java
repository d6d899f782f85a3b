package dev.evenkeel.server.execution.action;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Plays the engine: asks an action until its work is over. */
public final class Playing {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private Playing() {}

  public static <A extends Record> Outcome carryOut(Action<A> action, A words) {
    return carryOut(action, words, Attempts.anAttempt());
  }

  public static <A extends Record> Outcome carryOut(Action<A> action, A words, Attempt attempt) {
    return toTheEnd(() -> action, words, attempt, action.start(words, attempt));
  }

  /** Each look may be that of another instance. */
  public static <A extends Record> Outcome toTheEnd(
      Supplier<Action<A>> action, A words, Attempt attempt, Outcome outcome) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (outcome instanceof Outcome.NotYet(var after, var waitingFor, var memo)) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("not over after a minute: " + waitingFor);
      }
      LockSupport.parkNanos(after.toNanos());
      outcome = action.get().poll(words, Attempts.withMemo(attempt, memo));
    }
    return outcome;
  }

  /** Looks until it is so. */
  public static void until(String what, BooleanSupplier holds) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("not so after a minute: " + what);
      }
      LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
    }
  }
}
