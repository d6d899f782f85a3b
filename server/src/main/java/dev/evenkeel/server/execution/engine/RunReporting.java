package dev.evenkeel.server.execution.engine;

import dev.evenkeel.server.execution.RunReport;
import dev.evenkeel.server.execution.RunReports;
import dev.evenkeel.server.execution.machine.Plan;
import dev.evenkeel.server.execution.machine.RunState;
import dev.evenkeel.server.execution.machine.Segment;
import dev.evenkeel.server.execution.store.FinishedRuns;
import dev.evenkeel.server.execution.store.ReportedRuns;
import dev.evenkeel.server.execution.store.RunLog;
import dev.evenkeel.server.execution.store.RunStore;
import dev.evenkeel.server.execution.store.StoredRun;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads how runs stand from their state and their log. */
@Component
class RunReporting implements RunReports {
  private final ReportedRuns reported;
  private final RunStore runs;
  private final RunLog log;
  private final Plans plans;
  private final ChangedByRuns changed;
  private final FinishedRuns finished;

  RunReporting(
      ReportedRuns reported,
      RunStore runs,
      RunLog log,
      Plans plans,
      ChangedByRuns changed,
      FinishedRuns finished) {
    this.reported = reported;
    this.runs = runs;
    this.log = log;
    this.plans = plans;
    this.changed = changed;
    this.finished = finished;
  }

  @Override
  public List<RunReport> underWayOrEndedSince(Instant moment) {
    return reported.since(moment).stream()
        .flatMap(id -> runs.find(id).stream())
        .map(this::report)
        .toList();
  }

  @Override
  public Optional<Instant> lastInVain(UpgradeId upgrade) {
    return finished.lastInVain(upgrade);
  }

  @Override
  public boolean carriesOut(RunReport run, Upgrade upgrade) {
    return changed.by(run.id(), run.upgrade(), upgrade);
  }

  private RunReport report(StoredRun run) {
    PlannedRun planned = plans.of(run);
    Plan plan = planned.plan();
    RunState state = run.state();
    String status = state.status().name();
    Optional<RunLog.Line> came =
        log
            .newestOf(run.id(), List.of("run-" + status.toLowerCase(Locale.ROOT).replace('_', '-')))
            .stream()
            .findFirst();
    return new RunReport(
        run.id(),
        run.title(),
        status,
        state.reason(),
        state.startedAt(),
        state.endedAt().filter(_ -> state.status().ended()),
        came.map(RunLog.Line::at).orElse(run.createdAt()),
        came.map(RunLog.Line::seq).orElse(0L),
        plan.segments().get(Math.min(state.segment(), plan.segments().size() - 1)).wave(),
        plan.segments().stream().mapToInt(Segment::wave).max().orElse(0),
        plan.watched(),
        state
            .verdict()
            .map(seen -> new RunReport.Judged(seen.kind().name(), seen.says(), seen.at())),
        ChangeHours.names(planned.runbook()),
        run.upgrade());
  }
}
