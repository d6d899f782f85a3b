package dev.evenkeel.judge.journey;

import java.time.Instant;

/**
 * One thing a user did in a workflow, as the system noted it.
 *
 * @param user a pseudonym: the same for the same person, and of no use to find out who it is
 * @param workflow such as {@code checkout}
 * @param at when, by the clock of the system
 * @param detail what came of it, such as {@code HTTP 500}; empty when nobody said
 */
public record Act(String user, String workflow, Instant at, What what, String detail) {

  /** What was done. */
  public enum What {
    /** Began an attempt. */
    TRIED,
    /** An attempt ended without success; counts as one itself when nobody noted its beginning. */
    FAILED,
    /** Still waits for an answer: a sign of life, and no attempt. */
    WAITING,
    /** Got through. */
    COMPLETED,
    /** Went away on purpose: signed out, closed the page. */
    LEFT
  }

  /** One without a user or a workflow says nothing about anybody. */
  public boolean usable() {
    return !user.isBlank() && !workflow.isBlank();
  }
}
