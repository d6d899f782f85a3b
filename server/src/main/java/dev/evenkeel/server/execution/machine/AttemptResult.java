package dev.evenkeel.server.execution.machine;

/** How an attempt ended. */
public sealed interface AttemptResult {

  /** It took effect, seen by {@code observe} where there is one. */
  record Done() implements AttemptResult {}

  /** It did not take effect, or not all of it. */
  record Failed(String why) implements AttemptResult {}

  /** It was stopped because the run asked for it. */
  record Stopped() implements AttemptResult {}

  /** It was lost in a crash, and looking showed that it had not taken effect. */
  record Lost(String why) implements AttemptResult {}

  /**
   * It could not be stopped, or was told to stop and nobody knows whether it has, so it may still
   * go on. Nothing about the step is begun meanwhile.
   */
  record StillGoing(String why) implements AttemptResult {}

  /** Nobody can tell whether it took effect. Never guessed. */
  record Unknown(String why) implements AttemptResult {}
}
