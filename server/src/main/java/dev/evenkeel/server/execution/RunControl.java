package dev.evenkeel.server.execution;

import dev.evenkeel.server.execution.engine.Intake;
import dev.evenkeel.server.execution.engine.ManualAnswers;
import dev.evenkeel.server.execution.engine.OrderDesk;
import dev.evenkeel.server.execution.machine.NotOffered;
import dev.evenkeel.server.execution.machine.RunCommand;
import dev.evenkeel.server.execution.machine.Signal;
import dev.evenkeel.server.execution.machine.StepKey;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Refused;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The desk at which runs are started, steered and confirmed. */
@Service
public class RunControl {
  private final Intake intake;
  private final OrderDesk desk;
  private final ManualAnswers answers;

  RunControl(Intake intake, OrderDesk desk, ManualAnswers answers) {
    this.intake = intake;
    this.desk = desk;
    this.answers = answers;
  }

  /**
   * Takes a run in without starting it. The same request again finds the run it was given.
   *
   * @throws Refused when the runbook, its inputs, its secrets or its rehearsal do not allow it, or
   *     another run of it is under way on the same targets; nothing is kept then
   */
  public RunId take(NewRun run, RequestKey key, Actor actor) {
    return intake.take(run, key, actor);
  }

  /**
   * Takes a run in and starts it. The same request again finds the run it was given, and starts it
   * only if that was not done.
   *
   * @throws Refused as {@link #take}
   */
  public RunId start(NewRun run, RequestKey key, Actor actor) {
    RunId id = intake.take(run, key, actor);
    try {
      desk.order(id, new Signal.Commanded(RunCommand.START, Optional.empty(), ""), actor);
    } catch (NotOffered startedBefore) {
      // A new run can always be started, so this one is not new.
    }
    return id;
  }

  /**
   * Orders a run to do something.
   *
   * @param step needed by retry and skip
   * @param reason needed by skip and abort
   * @throws Refused when the run is not there, does not take the command in its state, or would set
   *     off while another of the same runbook is under way on the same targets
   */
  public void command(
      RunId id, RunCommand command, Optional<String> step, String reason, Actor actor) {
    try {
      desk.order(id, new Signal.Commanded(command, step.map(StepKey::new), reason), actor);
    } catch (NotOffered no) {
      throw new Refused(Refused.Kind.NOT_NOW, no.says()).with("command", command.name());
    }
  }

  /**
   * A person's answer to a manual step.
   *
   * @throws Refused when the attempt waits for no answer, has one, or is confirmed without the
   *     evidence it asks for
   */
  public void confirm(RunId run, String attempt, boolean accepted, String evidence, Actor actor) {
    answers.take(run, attempt, accepted, evidence, actor);
  }
}
