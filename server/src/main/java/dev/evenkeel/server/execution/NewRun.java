package dev.evenkeel.server.execution;

import java.util.Map;
import java.util.Optional;

/**
 * What is asked for when a run is started.
 *
 * @param runbook the text of the runbook
 * @param inputs values for its inputs
 * @param waiver why a production run may go without a rehearsed way back, in the words of whoever
 *     answers for it
 */
public record NewRun(
    String runbook, Map<String, String> inputs, RunKind kind, Optional<String> waiver) {
  public NewRun {
    inputs = Map.copyOf(inputs);
  }
}
