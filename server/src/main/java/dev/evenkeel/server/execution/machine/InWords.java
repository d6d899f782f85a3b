package dev.evenkeel.server.execution.machine;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** States and orders as people say them, for sentences that tell why an order is refused. */
final class InWords {
  private InWords() {}

  /** Why a run does not take an order now, when it would, and what it takes instead. */
  static String notNow(RunStatus status, RunCommand command) {
    return "The run %s; %s only when %s. %s"
        .formatted(
            of(status),
            passive(command),
            when(command),
            possible(status.offers().stream().toList()));
  }

  /** What a run in this state does: {@code is running}. */
  static String of(RunStatus status) {
    return switch (status) {
      case READY -> "is ready to start";
      case RUNNING -> "is running";
      case PAUSED -> "is paused";
      case HELD -> "is held";
      case ROLLING_BACK -> "is going back";
      case SUCCEEDED -> "has succeeded";
      case ROLLED_BACK -> "has gone back";
      case REFUSED -> "was refused";
      case ABORTED -> "was aborted";
    };
  }

  /** How a step in this phase is: {@code under way}. */
  static String of(StepState.Phase phase) {
    return switch (phase) {
      case RUNNING -> "under way";
      case SKIPPING -> "being stopped, to be skipped";
      case DONE -> "done";
      case SKIPPED -> "skipped";
      case FAILED -> "failed";
      case UNKNOWN -> "unknown";
      case STOPPED -> "stopped";
      case STILL_GOING -> "perhaps still going on";
      case REVERTING -> "being undone";
      case SKIPPING_REVERT -> "being taken as undone by hand";
      case REVERTED -> "undone";
      case REVERT_FAILED -> "not undone";
      case REVERT_UNKNOWN -> "perhaps undone";
    };
  }

  /** The order as something one does: {@code skipping a step}. */
  static String doing(RunCommand command) {
    return switch (command) {
      case START -> "starting it";
      case PAUSE -> "pausing it";
      case RESUME -> "resuming it";
      case RETRY -> "trying a step again";
      case SKIP -> "skipping a step";
      case ROLL_BACK -> "the way back";
      case ABORT -> "aborting it";
    };
  }

  private static String passive(RunCommand command) {
    return switch (command) {
      case START -> "it can be started";
      case PAUSE -> "it can be paused";
      case RESUME -> "it can be resumed";
      case RETRY -> "a step can be tried again";
      case SKIP -> "a step can be skipped";
      case ROLL_BACK -> "it can be taken back";
      case ABORT -> "it can be aborted";
    };
  }

  private static String when(RunCommand command) {
    List<String> states =
        Arrays.stream(RunStatus.values())
            .filter(status -> status.offers().contains(command))
            .map(InWords::of)
            .toList();
    return (command.needsStep() ? "the run " : "it ") + eitherOr(states);
  }

  /** {@code is paused or held}: a verb that comes again is said once. */
  private static String eitherOr(List<String> states) {
    StringBuilder all = new StringBuilder(states.getFirst());
    for (int i = 1; i < states.size(); i++) {
      boolean again = states.get(i).startsWith("is ") && states.get(i - 1).startsWith("is ");
      all.append(i == states.size() - 1 ? " or " : ", ")
          .append(again ? states.get(i).substring("is ".length()) : states.get(i));
    }
    return all.toString();
  }

  private static String possible(List<RunCommand> offers) {
    return offers.isEmpty()
        ? "Nothing more can be ordered of it."
        : "Possible now: %s."
            .formatted(
                offers.stream().sorted().map(InWords::doing).collect(Collectors.joining(", ")));
  }
}
