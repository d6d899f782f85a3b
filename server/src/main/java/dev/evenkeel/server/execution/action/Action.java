package dev.evenkeel.server.execution.action;

import java.util.Optional;

/**
 * One kind of work a step can do.
 *
 * <p>An attempt is written down with its id before anything happens. Then {@link #prepare} is
 * called, the attempt is written down as started, and {@link #start} is called once. While it
 * answers {@link Outcome.NotYet}, {@link #poll} is called again and again, each time perhaps in
 * another server. When the server died between calling {@code start} and writing down its answer,
 * {@link #recover} is asked what became of it; only if that is not known either does the engine
 * fall back on the step's {@code observe}.
 *
 * <p>A revert is an action call like any other and copes with work only half done.
 *
 * <p>Exceptions: {@link Outcome.Failed} is an answer, an exception is a bug or a failing machine
 * and says nothing about the work. After one in {@code start} the engine stops what goes on and
 * looks; without {@code observe} nobody knows. After one in {@code poll} it asks again while there
 * is time.
 *
 * @param <A> the action's words, from {@code dev.evenkeel.runbook.words}
 */
public interface Action<A extends Record> {

  /**
   * The record its arguments are bound to; its name in runbooks is the one in {@code
   * Catalogue.ACTIONS}.
   */
  Class<A> words();

  /**
   * Called before the attempt is written down as started, so that what it leaves is there before
   * anything may have begun. The attempt may be prepared again, and never be started.
   */
  default void prepare(A words, Attempt attempt) {}

  /**
   * Begins the work. Should answer within seconds: longer work answers {@link Outcome.NotYet} and
   * goes on by itself.
   */
  Outcome start(A words, Attempt attempt);

  /** Looks how far the work is. Changes nothing, so it may be called any number of times. */
  default Outcome poll(A words, Attempt attempt) {
    throw new IllegalStateException(getClass().getSimpleName() + " never answers 'not yet'");
  }

  /**
   * What became of a {@link #start} whose answer was not written down. Where this server called it,
   * it was cut off by a crash. Where another one did, that one may be dead or only held up: what it
   * began may still go on, and is waited for with {@link Outcome.NotYet}.
   */
  default Recovery recover(A words, Attempt attempt) {
    return new Recovery.Unknown("the server stopped while this was carried out");
  }

  /**
   * Ends work in flight. Returns when it has ended or cannot be ended; may be called when there is
   * none. Afterwards {@link #poll} is asked what became of it, as the other end may not have heard.
   *
   * @return why something of it still goes on; empty when this server is at it no more
   */
  default Optional<String> stop(A words, Attempt attempt) {
    return Optional.empty();
  }

  /** Whether only the server that called {@link #start} can tell how far the work is. */
  default boolean staysWhereItBegan() {
    return false;
  }

  /** Looks whether what the step wants is so. Changes nothing. */
  default Observation observe(A words, Attempt attempt) {
    return new Observation.Unknown(
        "the action cannot observe; use exec, http, sql, haproxy or wait");
  }
}
