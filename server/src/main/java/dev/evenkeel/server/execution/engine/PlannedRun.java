package dev.evenkeel.server.execution.engine;

import dev.evenkeel.runbook.Runbook;
import dev.evenkeel.server.execution.machine.Plan;
import java.util.Map;

/**
 * A run's runbook, its inputs and the plan made from both.
 *
 * @param inputs as given when the run was started
 */
public record PlannedRun(Runbook runbook, Map<String, String> inputs, Plan plan) {}
