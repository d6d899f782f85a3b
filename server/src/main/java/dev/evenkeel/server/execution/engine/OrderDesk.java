package dev.evenkeel.server.execution.engine;

import dev.evenkeel.runbook.Runbook;
import dev.evenkeel.server.execution.RunId;
import dev.evenkeel.server.execution.machine.NotOffered;
import dev.evenkeel.server.execution.machine.RunCommand;
import dev.evenkeel.server.execution.machine.RunStatus;
import dev.evenkeel.server.execution.machine.Signal;
import dev.evenkeel.server.execution.store.RunStore;
import dev.evenkeel.server.execution.store.StoredRun;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Refused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Carries out what a person orders, unless another run is in the way. */
@Component
public class OrderDesk {
  private final RunStore runs;
  private final Plans plans;
  private final RightOfWay rightOfWay;
  private final Appointments appointments;
  private final Decider decider;

  OrderDesk(
      RunStore runs,
      Plans plans,
      RightOfWay rightOfWay,
      Appointments appointments,
      Decider decider) {
    this.runs = runs;
    this.plans = plans;
    this.rightOfWay = rightOfWay;
    this.appointments = appointments;
    this.decider = decider;
  }

  /**
   * @throws NotOffered when the run does not take the command in its state
   * @throws Refused when there is no such run, or another one is in its way
   */
  @Transactional
  public void order(RunId id, Signal.Commanded command, Actor actor) {
    StoredRun run = runs.lock(id);
    if (setsOff(run.state().status(), command.command())) {
      Runbook runbook = plans.of(run).runbook();
      rightOfWay.require(runbook);
      if (command.command() == RunCommand.ROLL_BACK) {
        rightOfWay.requireNewest(id, runbook);
      }
    }
    if (run.state().status() == RunStatus.READY) {
      appointments.overtaken(id, command.command(), actor);
    }
    decider.signal(id, command, actor.name());
  }

  /** Whether a run that is at rest would be under way again. */
  private static boolean setsOff(RunStatus status, RunCommand command) {
    return status.offers().contains(command)
        && switch (command) {
          case START -> true;
          case ROLL_BACK -> status.ended();
          case PAUSE, RESUME, RETRY, SKIP, ABORT -> false;
        };
  }
}
