package dev.evenkeel.server.execution.engine;

import dev.evenkeel.runbook.Runbook;
import dev.evenkeel.server.execution.machine.Plan;
import dev.evenkeel.server.execution.machine.PlannedStep.Expectation;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A run's runbook, its inputs and the plan made from both.
 *
 * @param inputs as given when the run was started
 */
public record PlannedRun(Runbook runbook, Map<String, String> inputs, Plan plan) {

  /** What its targets are found to have after their wave; empty when the runbook tells none. */
  Set<String> versions() {
    return plan.steps().values().stream()
        .filter(step -> step.wave() > 0)
        .flatMap(step ->
            step.expects() instanceof Expectation.Version(var accepted)
                ? accepted.stream()
                : Stream.empty())
        .collect(Collectors.toSet());
  }
}
