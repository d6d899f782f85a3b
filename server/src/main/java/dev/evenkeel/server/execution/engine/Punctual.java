package dev.evenkeel.server.execution.engine;

import dev.evenkeel.server.execution.HoursOverride;
import dev.evenkeel.server.execution.RunId;
import dev.evenkeel.server.execution.machine.Appointment;
import dev.evenkeel.server.execution.machine.Appointment.State;
import dev.evenkeel.server.execution.machine.Appointment.Turn;
import dev.evenkeel.server.execution.machine.Entry;
import dev.evenkeel.server.execution.machine.RunCommand;
import dev.evenkeel.server.execution.machine.Signal;
import dev.evenkeel.server.execution.machine.Spoken;
import dev.evenkeel.server.execution.store.AppointmentStore;
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

/**
 * Starts a run at its time, or writes down why not. Each is one transaction under the lock of the
 * run, which looks at the appointment again: whoever comes second, late or after a crash finds what
 * became of it.
 */
@Component
class Punctual {
  private final RunStore runs;
  private final AppointmentStore store;
  private final StartGates gates;
  private final OrderDesk desk;
  private final RunLog log;
  private final ClockJumps time;

  Punctual(
      RunStore runs,
      AppointmentStore store,
      StartGates gates,
      OrderDesk desk,
      RunLog log,
      ClockJumps time) {
    this.runs = runs;
    this.store = store;
    this.gates = gates;
    this.desk = desk;
    this.log = log;
    this.time = time;
  }

  /**
   * Starts the run, unless it is not the time any more or again.
   *
   * @throws Refused with every reason why it does not start now; nothing has changed then
   */
  @Transactional
  public void start(RunId id) {
    StoredRun run = runs.lock(id);
    Instant now = time.now();
    Optional<Appointment> due = due(id, now);
    if (due.isEmpty()) {
      return;
    }
    Actor maker = due.get().madeBy();
    Optional<HoursOverride> override = gates.require(run, due.get(), now);
    // Ended first: what the start overtakes would be this very appointment.
    store.save(id, due.get().to(State.KEPT));
    log.append(
        id,
        now,
        maker.name(),
        new Entry(
            "appointment-kept",
            Optional.empty(),
            "Starts by itself at its time, as %s scheduled on %s."
                .formatted(maker.name(), Spoken.moment(due.get().madeAt()))));
    desk.order(id, Signal.Commanded.to(RunCommand.START), override, maker);
  }

  /** Writes down why it did not start when it was tried, when that is news. */
  @Transactional
  public void notYet(RunId id, List<String> reasons) {
    runs.lock(id);
    Instant now = time.now();
    due(id, now)
        .filter(waiting -> !waiting.reasons().equals(reasons))
        .ifPresent(waiting -> {
          store.save(id, waiting.notYet(reasons));
          note(
              id,
              now,
              "appointment-waits",
              "Does not start yet; it is tried until %s. %s"
                  .formatted(Spoken.moment(waiting.latest()), String.join(" ", reasons)));
        });
  }

  /** Gives up what it is too late for. */
  @Transactional
  public void missed(RunId id) {
    runs.lock(id);
    Instant now = time.now();
    store
        .find(id)
        .filter(waiting -> waiting.turn(now) instanceof Turn.Late)
        .ifPresent(late -> {
          List<String> reasons = late.whyMissed();
          store.save(id, late.notYet(reasons).to(State.MISSED));
          note(
              id,
              now,
              "appointment-missed",
              "Did not start by itself until %s. %s"
                  .formatted(Spoken.moment(late.latest()), String.join(" ", reasons)));
        });
  }

  private Optional<Appointment> due(RunId id, Instant now) {
    return store.find(id).filter(a -> a.turn(now) instanceof Turn.Due);
  }

  private void note(RunId id, Instant now, String what, String says) {
    log.append(id, now, Actor.EVENKEEL.name(), new Entry(what, Optional.empty(), says));
  }
}
