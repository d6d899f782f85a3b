package dev.evenkeel.server.execution.machine;

import dev.evenkeel.runbook.Step;
import java.util.List;

/**
 * A step at its place in a run.
 *
 * @param target name of the target, empty when the step is about the whole
 * @param wave number of the wave from 1, 0 outside waves
 * @param expects what its output {@code version} must be
 */
public record PlannedStep(StepKey key, Step step, String target, int wave, Expectation expects) {

  /** What a look at a target's version must find. Steps written in a runbook expect nothing. */
  public sealed interface Expectation {

    /** Any outcome will do. */
    record Nothing() implements Expectation {}

    /**
     * The version must be one of these; an empty list accepts any. Going back, it must be what it
     * was before.
     */
    record Version(List<String> accepted) implements Expectation {
      public Version {
        accepted = List.copyOf(accepted);
      }
    }
  }
}
