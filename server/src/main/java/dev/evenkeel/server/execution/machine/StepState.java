package dev.evenkeel.server.execution.machine;

import java.time.Instant;

/**
 * Where one step stands.
 *
 * @param attempts attempts begun so far in the direction of the phase, at least 1 unless the step
 *     was skipped untouched
 * @param touched whether {@code run} was ever begun, so that going back must undo it
 * @param since when the phase began
 * @param note why it failed, is unknown or was skipped, or what a person who settled it gave as a
 *     reason; empty otherwise
 */
public record StepState(Phase phase, int attempts, boolean touched, Instant since, String note) {
  static final String NOTHING_TO_UNDO = "nothing to undo";

  /** A person said that it is undone; nobody saw it. */
  public boolean undoneByHand() {
    return phase == Phase.REVERTED && !note.isEmpty() && !note.equals(NOTHING_TO_UNDO);
  }

  /**
   * <pre>
   * RUNNING --> DONE | FAILED | UNKNOWN | STOPPED | STILL_GOING      skipped meanwhile: SKIPPING --> SKIPPED
   * any touched one --going back--> REVERTING --> REVERTED | REVERT_FAILED | REVERT_UNKNOWN
   *                                 skipped meanwhile: SKIPPING_REVERT --> REVERTED
   * </pre>
   */
  public enum Phase {
    RUNNING,
    SKIPPING,
    DONE,
    SKIPPED,
    FAILED,
    UNKNOWN,
    STOPPED,
    /** It could not be stopped; a person sees to its end before anything else is done to it. */
    STILL_GOING,
    REVERTING,
    SKIPPING_REVERT,
    REVERTED,
    REVERT_FAILED,
    REVERT_UNKNOWN;

    /** An attempt is under way. */
    public boolean inFlight() {
      return this == RUNNING || this == SKIPPING || goingBack();
    }

    /** An attempt to undo is under way. */
    boolean goingBack() {
      return this == REVERTING || this == SKIPPING_REVERT;
    }

    /** Undoing it was tried and a person must decide. */
    boolean undoing() {
      return this == REVERT_FAILED || this == REVERT_UNKNOWN;
    }

    /** It is being undone, is undone, or undoing it was tried. */
    public boolean back() {
      return goingBack() || undoing() || this == REVERTED;
    }

    /** Forwards nothing more is to be done. */
    public boolean settled() {
      return this == DONE || this == SKIPPED;
    }

    /** A person must decide about this step. */
    public boolean open() {
      return switch (this) {
        case FAILED, UNKNOWN, STOPPED, STILL_GOING, REVERT_FAILED, REVERT_UNKNOWN -> true;
        default -> false;
      };
    }
  }

  StepState to(Phase next, Instant now, String why) {
    return new StepState(next, attempts, touched, now, why);
  }
}
