package dev.evenkeel.server.execution.web;

import dev.evenkeel.server.execution.RunId;
import dev.evenkeel.server.execution.RunKind;
import dev.evenkeel.server.execution.engine.ChangeHours;
import dev.evenkeel.server.execution.engine.ChangeHours.Answer;
import dev.evenkeel.server.execution.engine.Plans;
import dev.evenkeel.server.execution.machine.Direction;
import dev.evenkeel.server.execution.machine.RunStatus;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whether a run that waits for a person may go forward now, for the page to say so before. */
@Component
class HoursNow {
  private final ChangeHours hours;
  private final Plans plans;
  private final Clock clock;

  HoursNow(ChangeHours hours, Plans plans, Clock clock) {
    this.hours = hours;
    this.plans = plans;
    this.clock = clock;
  }

  /** Empty also when nobody would ask: it is under way, goes back, has ended, or is a rehearsal. */
  Optional<Answer.Closed> closed(RunId id, RunView run) {
    boolean ready = run.status() == RunStatus.READY;
    boolean rests = run.status() == RunStatus.PAUSED || run.status() == RunStatus.HELD;
    if (run.kind() != RunKind.PRODUCTION
        || run.direction() != Direction.FORWARD
        || !ready && !rests) {
      return Optional.empty();
    }
    var runbook = plans.of(id).runbook();
    var question =
        ready
            ? hours.aboutStart(runbook, run.kind(), run.digest())
            : hours.aboutGoingOn(runbook, run.kind());
    return hours.ask(question, clock.instant()) instanceof Answer.Closed closed
        ? Optional.of(closed)
        : Optional.empty();
  }
}
