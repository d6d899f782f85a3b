package dev.evenkeel.server.execution.web;

import dev.evenkeel.runbook.StepClass;
import dev.evenkeel.server.execution.machine.Direction;
import dev.evenkeel.server.execution.machine.Plan;
import dev.evenkeel.server.execution.machine.RunCommand;
import dev.evenkeel.server.execution.machine.RunState;
import dev.evenkeel.server.execution.machine.RunStatus;
import dev.evenkeel.server.execution.machine.StepState;
import java.util.List;

/**
 * What a person may order now: of what the status offers, that which the machine would not refuse
 * for another reason. Pure.
 */
final class Offers {
  private Offers() {}

  static List<RunCommand> ofRun(Plan plan, RunState state) {
    boolean open = state.steps().values().stream().anyMatch(step -> step.phase().open());
    boolean heldOnItsWayBack =
        state.status() == RunStatus.HELD && state.direction() == Direction.BACK;
    boolean closed =
        plan.steps().values().stream()
            .filter(step -> step.step().stepClass() == StepClass.POINT_OF_NO_RETURN)
            .anyMatch(step -> state.step(step.key()).filter(StepState::touched).isPresent());
    return state.status().offers().stream()
        .filter(command -> command != RunCommand.RESUME || !open)
        .filter(command -> command != RunCommand.ROLL_BACK || !heldOnItsWayBack && !closed)
        .sorted()
        .toList();
  }

  /**
   * A failed step of a run that goes back is undone when its turn comes; nobody decides about it.
   */
  static List<RunCommand> ofStep(RunState run, StepState step) {
    boolean leftBehind =
        run.direction() == Direction.BACK
            && switch (step.phase()) {
              case FAILED, UNKNOWN, STOPPED, STILL_GOING -> true;
              default -> false;
            };
    return run.status().offers().stream()
        .filter(RunCommand::needsStep)
        .filter(command -> !leftBehind)
        .filter(command -> command != RunCommand.RETRY || step.phase().open())
        .sorted()
        .toList();
  }
}
