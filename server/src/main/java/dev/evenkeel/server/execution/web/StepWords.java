package dev.evenkeel.server.execution.web;

import dev.evenkeel.server.execution.machine.PlannedStep;
import dev.evenkeel.server.execution.machine.StepState;

/**
 * What a step and its state are called. Going back, the version of a target is only looked at:
 * nothing is undone there. Pure.
 */
final class StepWords {
  private StepWords() {}

  static boolean onlyLooks(PlannedStep step, StepState state) {
    return WaysBack.looks(step)
        && switch (state.phase()) {
          case REVERTING, SKIPPING_REVERT, REVERTED, REVERT_FAILED, REVERT_UNKNOWN -> true;
          default -> false;
        };
  }

  static String title(PlannedStep step, StepState state) {
    return onlyLooks(step, state) ? "Look at its version" : step.step().title();
  }

  /** Key of the word for where it stands. */
  static String word(PlannedStep step, StepState state) {
    if (!onlyLooks(step, state)) {
      return state.phase().name();
    }
    return switch (state.phase()) {
      case REVERTED -> state.note().isEmpty() ? "LOOKED" : "LOOK_BY_HAND";
      case REVERT_FAILED -> "LOOK_FAILED";
      case REVERT_UNKNOWN -> "LOOK_UNKNOWN";
      default -> "LOOKING";
    };
  }
}
