package dev.evenkeel.server.execution.engine;

import dev.evenkeel.runbook.Runbook;
import dev.evenkeel.server.execution.HoursOverride;
import dev.evenkeel.server.execution.RunId;
import dev.evenkeel.server.execution.engine.ChangeHours.Answer;
import dev.evenkeel.server.execution.engine.ChangeHours.Question;
import dev.evenkeel.server.execution.machine.Entry;
import dev.evenkeel.server.execution.machine.NotOffered;
import dev.evenkeel.server.execution.machine.RunCommand;
import dev.evenkeel.server.execution.machine.RunStatus;
import dev.evenkeel.server.execution.machine.Signal;
import dev.evenkeel.server.execution.store.OverrideStore;
import dev.evenkeel.server.execution.store.RunLog;
import dev.evenkeel.server.execution.store.RunStore;
import dev.evenkeel.server.execution.store.StoredRun;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Refused;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Carries out what a person orders, unless another run is in the way. */
@Component
public class OrderDesk {
  private final RunStore runs;
  private final Plans plans;
  private final RightOfWay rightOfWay;
  private final ChangeHours hours;
  private final StartRules rules;
  private final Agreed agreed;
  private final OverrideStore overrides;
  private final Appointments appointments;
  private final RunLog log;
  private final ClockJumps time;
  private final Decider decider;

  OrderDesk(
      RunStore runs,
      Plans plans,
      RightOfWay rightOfWay,
      ChangeHours hours,
      StartRules rules,
      Agreed agreed,
      OverrideStore overrides,
      Appointments appointments,
      RunLog log,
      ClockJumps time,
      Decider decider) {
    this.runs = runs;
    this.plans = plans;
    this.rightOfWay = rightOfWay;
    this.hours = hours;
    this.rules = rules;
    this.agreed = agreed;
    this.overrides = overrides;
    this.appointments = appointments;
    this.log = log;
    this.time = time;
    this.decider = decider;
  }

  /**
   * @param override that it goes forward whatever windows and freezes say
   * @throws NotOffered when the run does not take the command in its state
   * @throws Refused when there is no such run, another one is in its way, it would go forward while
   *     it may not, or nobody has approved its costs
   */
  @Transactional
  public void order(
      RunId id, Signal.Commanded command, Optional<HoursOverride> override, Actor actor) {
    StoredRun run = runs.lock(id);
    if (setsOff(run.state().status(), command.command())) {
      Runbook runbook = plans.of(run).runbook();
      rightOfWay.require(runbook);
      if (command.command() == RunCommand.START) {
        begin(run, override, actor);
      }
      if (command.command() == RunCommand.ROLL_BACK) {
        rightOfWay.requireNewest(id, runbook);
      }
    }
    if (command.command() != RunCommand.START && run.state().goesForwardBy(command.command())) {
      goOn(run, command.command(), override, actor);
    }
    Optional<Instant> openUntil =
        run.state().goesForwardBy(command.command())
            ? openUntil(run, command.command(), override, actor)
            : Optional.empty();
    if (run.state().status() == RunStatus.READY) {
      appointments.overtaken(id, command.command(), actor);
    }
    decider.signal(id, command.within(openUntil), actor.name());
  }

  /** What is overridden of that stays on record. */
  private void begin(StoredRun run, Optional<HoursOverride> override, Actor actor) {
    Instant now = time.now();
    Start start =
        new Start(plans.of(run), run.kind(), run.digest(), run.upgrade(), actor, override, now);
    agreed.hold(start);
    List<String> overridden = rules.require(start);
    agreed.begins(start, run);
    if (!overridden.isEmpty()) {
      keep(run, now, RunCommand.START, overridden, override.orElseThrow(), actor);
    }
  }

  private void goOn(
      StoredRun run, RunCommand command, Optional<HoursOverride> override, Actor actor) {
    Instant now = time.now();
    List<String> overridden = agreed.requireToGoOn(run, override, actor, now);
    if (!overridden.isEmpty()) {
      keep(run, now, command, overridden, override.orElseThrow(), actor);
    }
  }

  /** Until when it may go on; what somebody overrides ends nothing. */
  private Optional<Instant> openUntil(
      StoredRun run, RunCommand command, Optional<HoursOverride> override, Actor actor) {
    Instant now = time.now();
    Runbook runbook = plans.of(run).runbook();
    Question question =
        command == RunCommand.START
            ? hours.aboutStart(runbook, run.kind(), run.digest())
            : hours.aboutGoingOn(runbook, run.kind());
    Answer answer = hours.ask(question, now);
    ChangeHours.require(question, answer, override, now);
    return switch (answer) {
      case Answer.Open(var until) -> until;
      case Answer.Closed closed -> {
        keep(run, now, command, closed.reasons(), override.orElseThrow(), actor);
        yield Optional.empty();
      }
    };
  }

  private void keep(
      StoredRun run,
      Instant now,
      RunCommand command,
      List<String> against,
      HoursOverride given,
      Actor actor) {
    overrides.add(run.id(), now, actor.name(), command, against, given);
    log.append(
        run.id(),
        now,
        actor.name(),
        new Entry(
            "hours-overridden",
            Optional.empty(),
            "%s Overridden as %s, because: %s"
                .formatted(String.join(" ", against), given.rights().words(), given.reason())));
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
