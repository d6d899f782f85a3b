package dev.evenkeel.server.execution;

import dev.evenkeel.server.execution.engine.Appointments;
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
  private final Appointments appointments;
  private final ManualAnswers answers;

  RunControl(Intake intake, OrderDesk desk, Appointments appointments, ManualAnswers answers) {
    this.intake = intake;
    this.desk = desk;
    this.appointments = appointments;
    this.answers = answers;
  }

  /**
   * Takes a run in without starting it. The same request again finds the run it was given.
   *
   * @throws Refused when the runbook, its inputs, its secrets or its rehearsal do not allow it, or
   *     another run of it is under way on the same targets; nothing is kept then
   */
  public RunId take(NewRun run, RequestKey key, Actor actor) {
    return intake.take(run, key, Intake.Purpose.LATER, Optional.empty(), actor);
  }

  /** As {@link #start(NewRun, RequestKey, Optional, Actor)}, keeping to windows and freezes. */
  public RunId start(NewRun run, RequestKey key, Actor actor) {
    return start(run, key, Optional.empty(), actor);
  }

  /**
   * Takes a run in and starts it. The same request again finds the run it was given, and starts it
   * only if that was not done.
   *
   * @param override that it starts whatever windows and freezes say
   * @throws Refused as {@link #take}, and when a window is closed or a freeze holds
   */
  public RunId start(NewRun run, RequestKey key, Optional<HoursOverride> override, Actor actor) {
    RunId id = intake.take(run, key, Intake.Purpose.START, override, actor);
    try {
      desk.order(id, Signal.Commanded.to(RunCommand.START), override, actor);
    } catch (NotOffered startedBefore) {
      // A new run can always be started, so this one is not new.
    }
    return id;
  }

  /**
   * Takes a run in that shall start by itself. The same request again finds the run it was given.
   *
   * @param override that it starts whatever windows and freezes say then
   * @throws Refused as {@link #take}, but for other runs that are under way now
   */
  public RunId schedule(
      NewRun run, StartTimes times, Optional<HoursOverride> override, RequestKey key, Actor actor) {
    return appointments.take(run, times, override, key.about(times), actor);
  }

  /** The same, keeping to windows and freezes. */
  public RunId schedule(NewRun run, StartTimes times, RequestKey key, Actor actor) {
    return schedule(run, times, Optional.empty(), key, actor);
  }

  /**
   * Says when a run that was taken in shall start by itself, for the first time or anew.
   *
   * @param override that it starts whatever windows and freezes say then
   * @param version of the appointment that was seen; empty takes any
   */
  public void appoint(
      RunId id,
      StartTimes times,
      Optional<HoursOverride> override,
      Optional<Long> version,
      Actor actor) {
    appointments.make(id, times, override, version, actor);
  }

  /** The same, keeping to windows and freezes. */
  public void appoint(RunId id, StartTimes times, Optional<Long> version, Actor actor) {
    appoint(id, times, Optional.empty(), version, actor);
  }

  /** A run that should have started by itself does not. */
  public void cancelAppointment(RunId id, Optional<Long> version, Actor actor) {
    appointments.cancel(id, version, actor);
  }

  /**
   * Orders a run to do something.
   *
   * @param step needed by retry and skip
   * @param reason needed by skip and abort
   * @param override that it goes forward whatever windows and freezes say
   * @throws Refused when the run is not there, does not take the command in its state, would set
   *     off while another of the same runbook is under way on the same targets, or would go forward
   *     while a window is closed or a freeze holds
   */
  public void command(
      RunId id,
      RunCommand command,
      Optional<String> step,
      String reason,
      Optional<HoursOverride> override,
      Actor actor) {
    try {
      desk.order(
          id, new Signal.Commanded(command, step.map(StepKey::new), reason), override, actor);
    } catch (NotOffered no) {
      throw new Refused(Refused.Kind.NOT_NOW, no.says()).with("command", command.name());
    }
  }

  /** The same, keeping to windows and freezes. */
  public void command(
      RunId id, RunCommand command, Optional<String> step, String reason, Actor actor) {
    command(id, command, step, reason, Optional.empty(), actor);
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
