package dev.evenkeel.server.execution.machine;

import java.util.Optional;

/**
 * One line of the log of a run, without time and actor.
 *
 * @param what short name such as {@code step-failed}; stored, so it never changes
 */
public record Entry(String what, Optional<StepKey> step, String says) {
  static Entry of(String what, String says) {
    return new Entry(what, Optional.empty(), says);
  }

  static Entry of(String what, StepKey step, String says) {
    return new Entry(what, Optional.of(step), says);
  }
}
