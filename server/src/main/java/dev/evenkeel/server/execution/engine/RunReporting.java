package dev.evenkeel.server.execution.engine;

import dev.evenkeel.server.execution.RunReport;
import dev.evenkeel.server.execution.RunReports;
import dev.evenkeel.server.execution.machine.Plan;
import dev.evenkeel.server.execution.machine.RunState;
import dev.evenkeel.server.execution.machine.RunStatus;
import dev.evenkeel.server.execution.machine.Segment;
import dev.evenkeel.server.execution.store.FinishedRuns;
import dev.evenkeel.server.execution.store.ReportedRuns;
import dev.evenkeel.server.execution.store.RunLog;
import dev.evenkeel.server.execution.store.RunStore;
import dev.evenkeel.server.execution.store.StoredRun;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeId;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads how runs stand from their state and their log. */
@Component
class RunReporting implements RunReports {
  /** By what the log says when a run comes to them. */
  private static final Map<String, String> STATUSES =
      Arrays.stream(RunStatus.values())
          .map(Enum::name)
          .collect(
              Collectors.toUnmodifiableMap(
                  name -> "run-" + name.toLowerCase(Locale.ROOT).replace('_', '-'), name -> name));

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
    Map<String, RunReport.Came> passed = new HashMap<>();
    log.newestOf(run.id(), STATUSES.keySet())
        .forEach(line ->
            passed.put(
                Objects.requireNonNull(STATUSES.get(line.what())),
                new RunReport.Came(line.at(), line.seq())));
    var came = Optional.ofNullable(passed.get(status));
    return new RunReport(
        run.id(),
        run.title(),
        status,
        state.reason(),
        state.startedAt(),
        state.endedAt().filter(_ -> state.status().ended()),
        came.map(RunReport.Came::at).orElse(run.createdAt()),
        came.map(RunReport.Came::mark).orElse(0L),
        plan.segments().get(Math.min(state.segment(), plan.segments().size() - 1)).wave(),
        plan.segments().stream().mapToInt(Segment::wave).max().orElse(0),
        plan.watched(),
        state
            .verdict()
            .map(seen -> new RunReport.Judged(seen.kind().name(), seen.says(), seen.at())),
        ChangeHours.names(planned.runbook()),
        run.upgrade(),
        passed);
  }
}
