package dev.evenkeel.server.execution.web;

import dev.evenkeel.server.execution.RunId;
import dev.evenkeel.server.execution.RunKind;
import dev.evenkeel.server.execution.machine.Appointment;
import dev.evenkeel.server.execution.machine.RunStatus;
import dev.evenkeel.server.execution.store.AppointmentStore;
import dev.evenkeel.server.execution.store.Rehearsals;
import dev.evenkeel.server.execution.store.RunLine;
import dev.evenkeel.server.execution.store.RunLines;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Lists of runs, with what rehearsals have shown. */
@Component
class ListedRuns {
  private final RunLines lines;
  private final Rehearsals rehearsals;
  private final AppointmentStore appointments;

  /** A run that is back never moves again, and lists are asked for every few seconds. */
  private final Recent<RunId, Optional<RehearsalView>> kept = new Recent<>(1_000);

  ListedRuns(RunLines lines, Rehearsals rehearsals, AppointmentStore appointments) {
    this.lines = lines;
    this.appointments = appointments;
    this.rehearsals = rehearsals;
  }

  /**
   * @param rehearsal what it has shown, for a rehearsal that went all the way and back
   * @param appointment when it starts by itself, or should have, for a run that was not started
   */
  record Listed(
      RunLine run, Optional<RehearsalView> rehearsal, Optional<AppointmentView> appointment) {

    /** Key of the word for where it stands. */
    public String word() {
      return appointment
          .flatMap(AppointmentView::word)
          .orElseGet(() -> RehearsalView.word(run.status(), rehearsal));
    }
  }

  /**
   * Newest first.
   *
   * @param before creation time of the last run already seen
   */
  List<Listed> newest(Optional<Instant> before, int limit) {
    List<RunLine> found = lines.newest(before, limit);
    learn(found.stream().filter(ListedRuns::mayHaveShown).map(RunLine::id).toList());
    Map<RunId, Appointment> made = made(found);
    return found.stream()
        .map(run ->
            new Listed(
                run, shown(run), Optional.ofNullable(made.get(run.id())).map(AppointmentView::of)))
        .toList();
  }

  private Map<RunId, Appointment> made(List<RunLine> found) {
    List<RunId> ready =
        found.stream().filter(run -> run.status() == RunStatus.READY).map(RunLine::id).toList();
    return ready.isEmpty() ? Map.of() : appointments.of(ready);
  }

  private static boolean mayHaveShown(RunLine run) {
    return run.kind() == RunKind.REHEARSAL && run.status() == RunStatus.ROLLED_BACK;
  }

  private void learn(List<RunId> runs) {
    List<RunId> unknown = runs.stream().filter(run -> kept.get(run) == null).toList();
    if (unknown.isEmpty()) {
      return;
    }
    Map<RunId, Rehearsals.Rehearsal> found = rehearsals.of(unknown);
    unknown.forEach(
        run -> kept.put(run, Optional.ofNullable(found.get(run)).map(RehearsalView::of)));
  }

  private Optional<RehearsalView> shown(RunLine run) {
    Optional<RehearsalView> shown = kept.get(run.id());
    return shown == null ? Optional.empty() : shown;
  }
}
