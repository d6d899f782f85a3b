package dev.evenkeel.server.execution.engine;

import dev.evenkeel.server.execution.HoursOverride;
import dev.evenkeel.server.execution.RunKind;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.shared.Actor;
import java.time.Instant;
import java.util.Optional;

/**
 * That somebody would have a run begin.
 *
 * @param digest of the text of its runbook
 * @param upgrade that it carries out
 * @param operator who starts it, or said that it shall start by itself
 * @param override why it starts whatever speaks against it that may be overridden
 */
record Start(
    PlannedRun planned,
    RunKind kind,
    String digest,
    Optional<UpgradeId> upgrade,
    Actor operator,
    Optional<HoursOverride> override,
    Instant at) {}
