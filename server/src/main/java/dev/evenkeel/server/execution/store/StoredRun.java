package dev.evenkeel.server.execution.store;

import dev.evenkeel.server.execution.RunId;
import dev.evenkeel.server.execution.RunKind;
import dev.evenkeel.server.execution.machine.RunState;
import dev.evenkeel.server.plan.UpgradeId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A run as it is kept.
 *
 * @param runbook the text it carries out
 * @param digest SHA-256 of that text, as hexadecimal
 * @param inputs as given
 * @param upgrade that it carries out; empty of runs from before this was written down, and of those
 *     that carry out none
 * @param version counts the changes of the state
 */
public record StoredRun(
    RunId id,
    String name,
    String title,
    RunKind kind,
    Optional<String> waiver,
    String runbook,
    String digest,
    Map<String, String> inputs,
    RunState state,
    long version,
    Instant createdAt,
    String createdBy,
    Optional<UpgradeId> upgrade) {

  StoredRun with(RunState other) {
    return new StoredRun(
        id, name, title, kind, waiver, runbook, digest, inputs, other, version, createdAt,
        createdBy, upgrade);
  }
}
