package dev.evenkeel.server.execution.engine;

import dev.evenkeel.calendar.Span;
import dev.evenkeel.runbook.Runbook;
import dev.evenkeel.server.execution.RunId;
import dev.evenkeel.server.execution.RunKind;
import dev.evenkeel.server.execution.store.AppointmentStore;
import dev.evenkeel.server.execution.store.RunStore;
import dev.evenkeel.server.execution.store.StoredRun;
import dev.evenkeel.server.schedule.PlacedWork;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Production runs that start by themselves are work that has its time. */
@Component
class AppointedWork implements PlacedWork {
  /** Of one that was never rehearsed nobody knows how long it takes. */
  private static final Duration SHORTEST = Duration.ofMinutes(15);

  private final AppointmentStore appointments;
  private final RunStore runs;
  private final Plans plans;
  private final ChangeHours hours;

  AppointedWork(AppointmentStore appointments, RunStore runs, Plans plans, ChangeHours hours) {
    this.appointments = appointments;
    this.runs = runs;
    this.plans = plans;
    this.hours = hours;
  }

  @Override
  public List<Placed> within(Span range) {
    return appointments.waiting().entrySet().stream()
        .filter(one -> one.getValue().isBefore(range.to()))
        .flatMap(one -> placed(one.getKey(), one.getValue()).stream())
        .filter(one -> one.when().meets(range))
        .toList();
  }

  private Optional<Placed> placed(RunId id, Instant startsAt) {
    return runs.find(id)
        .filter(run -> run.kind() == RunKind.PRODUCTION)
        .map(run -> placed(run, startsAt));
  }

  private Placed placed(StoredRun run, Instant startsAt) {
    Runbook runbook = plans.of(run).runbook();
    Duration known = hours.aboutStart(runbook, run.kind(), run.digest()).length();
    Duration length = known.compareTo(SHORTEST) < 0 ? SHORTEST : known;
    return new Placed(
        "run of " + runbook.title(),
        "/runs/" + run.id(),
        hours.systems(runbook),
        new Span(startsAt, startsAt.plus(length)));
  }
}
