package dev.evenkeel.server.execution;

import dev.evenkeel.server.plan.UpgradeId;
import java.util.Map;
import java.util.Optional;

/**
 * What is asked for when a run is started.
 *
 * @param runbook the text of the runbook
 * @param inputs values for its inputs
 * @param waiver why a production run may go without a rehearsed way back, in the words of whoever
 *     answers for it
 * @param upgrade that it carries out; when nothing is said the one that is clear, if one is
 */
public record NewRun(
    String runbook,
    Map<String, String> inputs,
    RunKind kind,
    Optional<String> waiver,
    Optional<UpgradeId> upgrade) {
  public NewRun {
    inputs = Map.copyOf(inputs);
  }

  /** Of the upgrade that is clear from its systems and version, or of none. */
  public NewRun(String runbook, Map<String, String> inputs, RunKind kind, Optional<String> waiver) {
    this(runbook, inputs, kind, waiver, Optional.empty());
  }
}
