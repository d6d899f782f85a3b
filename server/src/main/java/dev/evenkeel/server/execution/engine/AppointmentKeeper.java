package dev.evenkeel.server.execution.engine;

import dev.evenkeel.server.execution.RunId;
import dev.evenkeel.server.execution.machine.Appointment;
import dev.evenkeel.server.execution.machine.Appointment.Turn;
import dev.evenkeel.server.execution.store.AppointmentStore;
import dev.evenkeel.server.shared.Obstacle;
import dev.evenkeel.server.shared.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Keeps appointments: is woken at the time of a run, tries to start it, and comes again until it is
 * started or too late. To be woken early, late, twice or on two servers does no harm.
 */
@Component
class AppointmentKeeper {
  /** To see what became of it. */
  private static final Duration AT_ONCE = Duration.ZERO;

  private final AppointmentStore store;
  private final Appointments appointments;
  private final Punctual punctual;
  private final EffectQueue effects;
  private final ClockJumps time;

  AppointmentKeeper(
      AppointmentStore store,
      Appointments appointments,
      Punctual punctual,
      EffectQueue effects,
      ClockJumps time) {
    this.store = store;
    this.appointments = appointments;
    this.punctual = punctual;
    this.effects = effects;
    this.time = time;
  }

  Next keep(String runId) {
    RunId id = new RunId(runId);
    Instant now = time.now();
    // Before anything is decided by a time that has just turned out to be in doubt.
    time.fresh().ifPresent(jump -> appointments.doubt(id, jump.says()));
    Optional<Appointment> found = store.find(id);
    if (found.isEmpty()) {
      return new Next.Over();
    }
    return switch (found.get().turn(now)) {
      case Turn.Over over -> new Next.Over();
      case Turn.Early(var by) -> new Next.Again(by);
      case Turn.Due due -> attempt(id, found.get(), now);
      case Turn.Late late -> {
        punctual.missed(id);
        yield new Next.Again(AT_ONCE);
      }
    };
  }

  private Next attempt(RunId id, Appointment appointment, Instant now) {
    try {
      punctual.start(id);
      return new Next.Again(AT_ONCE);
    } catch (Refused no) {
      punctual.notYet(id, Obstacle.sentences(StartGates.obstacles(no)));
      return new Next.Again(appointment.rest(now));
    }
  }

  /** Takes up what waits for its time and has lost whoever should wake at it. */
  void takeUp() {
    store.waiting().forEach(effects::startByIfNobodyDoes);
  }

  /** Tells every run that waits for its time that the clock jumped. */
  void clockJumped(String says) {
    store.waiting().keySet().forEach(run -> appointments.doubt(run, says));
  }
}
