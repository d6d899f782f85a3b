package dev.evenkeel.server.execution.engine;

import dev.evenkeel.server.execution.HoursOverride;
import dev.evenkeel.server.execution.NewRun;
import dev.evenkeel.server.execution.RequestKey;
import dev.evenkeel.server.execution.RunId;
import dev.evenkeel.server.execution.StartTimes;
import dev.evenkeel.server.execution.machine.Appointment;
import dev.evenkeel.server.execution.machine.Appointment.State;
import dev.evenkeel.server.execution.machine.Entry;
import dev.evenkeel.server.execution.machine.RunCommand;
import dev.evenkeel.server.execution.machine.RunStatus;
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
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Where people say when a run shall start by itself, think better of it, or take it back. */
@Component
public class Appointments {
  private final Intake intake;
  private final RunStore runs;
  private final Plans plans;
  private final ChangeHours hours;
  private final AppointmentStore store;
  private final RunLog log;
  private final EffectQueue effects;
  private final ClockJumps time;

  Appointments(
      Intake intake,
      RunStore runs,
      Plans plans,
      ChangeHours hours,
      AppointmentStore store,
      RunLog log,
      EffectQueue effects,
      ClockJumps time) {
    this.intake = intake;
    this.runs = runs;
    this.plans = plans;
    this.hours = hours;
    this.store = store;
    this.log = log;
    this.effects = effects;
    this.time = time;
  }

  /**
   * Takes a run in that shall start by itself; both or nothing. The same request again changes
   * nothing.
   *
   * @param override that it starts whatever windows and freezes say then
   * @throws Refused as {@link Intake#take}, and when it could start at no time between the two
   */
  @Transactional
  public RunId take(
      NewRun asked,
      StartTimes times,
      Optional<HoursOverride> override,
      RequestKey key,
      Actor actor) {
    RunId id = intake.take(asked, key, Intake.Purpose.APPOINTMENT, Optional.empty(), actor);
    StoredRun run = runs.lock(id);
    if (store.find(id).isEmpty()) {
      write(run, times, override, Optional.empty(), actor);
    }
    return id;
  }

  /**
   * Says when a run shall start by itself, for the first time or anew.
   *
   * @param override that it starts whatever windows and freezes say then
   * @param version of the appointment that was seen; empty takes any
   * @throws Refused when the run is not ready to start, or the appointment is another one by now
   */
  @Transactional
  public void make(
      RunId id,
      StartTimes times,
      Optional<HoursOverride> override,
      Optional<Long> version,
      Actor actor) {
    StoredRun run = runs.lock(id);
    if (run.state().status() != RunStatus.READY) {
      throw new Refused(
          Refused.Kind.NOT_NOW,
          "Run %s was started already, so it cannot start by itself any more. Make a new run of its runbook."
              .formatted(id));
    }
    write(run, times, override, version, actor);
  }

  private void write(
      StoredRun run,
      StartTimes times,
      Optional<HoursOverride> override,
      Optional<Long> version,
      Actor actor) {
    Optional<Appointment> before = store.find(run.id());
    requireSeen(run.id(), before, version);
    hours.requireSometime(
        hours.aboutStart(plans.of(run).runbook(), run.kind(), run.digest()), times, override);
    Instant now = time.now();
    store.save(
        run.id(),
        new Appointment(
            times.at(),
            times.latest(),
            now,
            actor,
            override.map(HoursOverride::reason),
            State.WAITING,
            List.of(),
            Optional.empty(),
            before.map(Appointment::version).orElse(0L) + 1));
    boolean moved = before.filter(b -> b.state() == State.WAITING).isPresent();
    note(
        run.id(),
        now,
        actor.name(),
        moved ? "appointment-moved" : "appointment-made",
        "Starts by itself at %s, at the latest at %s.%s"
            .formatted(
                Spoken.moment(times.at()),
                Spoken.moment(times.latest()),
                override
                    .map(o ->
                        " Whatever windows and freezes say then, because: %s".formatted(o.reason()))
                    .orElse("")));
    effects.startBy(run.id(), times.at());
  }

  /**
   * Takes an appointment back; the run stays as it is.
   *
   * @param version of the appointment that was seen; empty takes any
   * @throws Refused when there is none that could still be kept
   */
  @Transactional
  public void cancel(RunId id, Optional<Long> version, Actor actor) {
    runs.lock(id);
    Optional<Appointment> found = store.find(id);
    requireSeen(id, found, version);
    Appointment waiting =
        found
            .filter(a -> a.state() == State.WAITING)
            .orElseThrow(() ->
                new Refused(
                    Refused.Kind.NOT_NOW,
                    "Run %s does not wait for a time to start by itself%s."
                        .formatted(
                            id,
                            found.map(a -> ": " + became(a.state())).orElse(", and never did"))));
    store.save(id, waiting.to(State.CANCELLED));
    note(
        id,
        time.now(),
        actor.name(),
        "appointment-cancelled",
        "Does not start by itself at %s any more.".formatted(Spoken.moment(waiting.startsAt())));
  }

  /** What a person does to a run that waits for its time ends the waiting. */
  @Transactional(propagation = Propagation.MANDATORY)
  void overtaken(RunId id, RunCommand command, Actor actor) {
    store
        .find(id)
        .filter(a -> a.state() == State.WAITING)
        .ifPresent(waiting -> {
          store.save(id, waiting.to(State.OVERTAKEN));
          note(
              id,
              time.now(),
              actor.name(),
              "appointment-overtaken",
              "%s by hand; it does not start by itself at %s any more."
                  .formatted(
                      command == RunCommand.START ? "Started" : "Ended",
                      Spoken.moment(waiting.startsAt())));
        });
  }

  /** A clock jumped: what time it is nobody can tell, until a person says when to start. */
  @Transactional
  public void doubt(RunId id, String says) {
    runs.lock(id);
    store
        .find(id)
        .filter(a -> a.state() == State.WAITING && a.doubt().isEmpty())
        .ifPresent(waiting -> {
          String whole =
              says
                  + " It does not start by itself until a person has seen that the clock is right and has set the time to start anew.";
          store.save(id, waiting.inDoubt(whole));
          note(id, time.now(), Actor.EVENKEEL.name(), "clock-moved", whole);
        });
  }

  private static void requireSeen(RunId id, Optional<Appointment> found, Optional<Long> version) {
    if (version.isPresent()
        && !version.equals(found.map(Appointment::version).or(() -> Optional.of(0L)))) {
      throw new Refused(
          Refused.Kind.STALE,
          "When run %s starts by itself was changed meanwhile. Look again.".formatted(id));
    }
  }

  private static String became(State state) {
    return switch (state) {
      case WAITING -> "it waits";
      case KEPT -> "it was started by itself already";
      case MISSED -> "its time is over";
      case CANCELLED -> "that was taken back already";
      case OVERTAKEN -> "a person started or ended it";
    };
  }

  private void note(RunId id, Instant now, String actor, String what, String says) {
    log.append(id, now, actor, new Entry(what, Optional.empty(), says));
  }
}
