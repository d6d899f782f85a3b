package dev.evenkeel.server.execution.machine;

/** What a person may order a run to do. */
public enum RunCommand {
  START,
  /** Start no further step; what is in flight goes on. */
  PAUSE,
  RESUME,
  /** Try a failed or unknown step again. Needs the step. */
  RETRY,
  /** Leave a step out, or take it as settled by hand. Needs the step and a reason. */
  SKIP,
  /** Stop what is in flight and undo what was done, newest first. */
  ROLL_BACK,
  /** Stop what is in flight and leave everything as it is. Needs a reason. */
  ABORT;

  public boolean needsStep() {
    return this == RETRY || this == SKIP;
  }

  public boolean needsReason() {
    return this == SKIP || this == ABORT;
  }
}
