package dev.evenkeel.server.execution.machine;

import java.time.Duration;

/**
 * What shall happen in the world because of a decision. Written in the same transaction as the
 * state.
 */
public sealed interface Effect {

  /**
   * Carry out an attempt.
   *
   * @param caution what to do before
   */
  record Begin(AttemptId attempt, Caution caution, Duration after) implements Effect {}

  /** End an attempt in flight. Its end is signalled like any other. */
  record Stop(AttemptId attempt) implements Effect {}

  /** Look and judge from time to time while the run is not over. */
  record KeepWatching() implements Effect {}

  /** How an attempt begins. */
  enum Caution {
    /** The first one: nothing was done before. */
    FIRST,
    /** Something was done before: observe first, and when that says nothing, do not begin. */
    OBSERVE_FIRST,
    /** A person has ordered it: observe first, and begin unless it is done already. */
    ORDERED
  }
}
