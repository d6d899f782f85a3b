package dev.evenkeel.server.execution.machine;

import static dev.evenkeel.server.execution.machine.RunCommand.*;

import java.util.Set;

/**
 * Where a run stands, and what a person may do about it.
 *
 * <pre>
 * READY --start--> RUNNING --last segment done--> SUCCEEDED --roll back--+
 *                  |  ^  |                                               |
 *      pause or    |  |  +--step failed, breach, asked, too late--> ROLLING_BACK --> ROLLED_BACK
 *      warning     v  | resume                                        |  ^
 *                 PAUSED --roll back, breach------------------------> |  |
 *                                                   revert failed     v  | retry, skip
 * RUNNING --nobody knows, past the point of no return-------------->  HELD
 * RUNNING --a check before the first change fails--> REFUSED
 * any of them --abort--> ABORTED (all stays as it is)
 * </pre>
 */
public enum RunStatus {
  READY(START, ABORT),
  RUNNING(PAUSE, SKIP, ROLL_BACK, ABORT),
  PAUSED(RESUME, RETRY, SKIP, ROLL_BACK, ABORT),
  HELD(RESUME, RETRY, SKIP, ROLL_BACK, ABORT),
  ROLLING_BACK(RETRY, SKIP, ABORT),
  SUCCEEDED(ROLL_BACK),
  ROLLED_BACK,
  REFUSED,
  ABORTED(ROLL_BACK);

  private final Set<RunCommand> offers;

  RunStatus(RunCommand... offers) {
    this.offers = Set.of(offers);
  }

  /**
   * What a person may ask for now. Pages draw their buttons from it and the machine refuses by it.
   */
  public Set<RunCommand> offers() {
    return offers;
  }

  /** Whether the run is over, until a person asks for more. */
  public boolean ended() {
    return switch (this) {
      case SUCCEEDED, ROLLED_BACK, REFUSED, ABORTED -> true;
      case READY, RUNNING, PAUSED, HELD, ROLLING_BACK -> false;
    };
  }
}
