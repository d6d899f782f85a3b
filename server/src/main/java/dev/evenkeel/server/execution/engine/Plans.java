package dev.evenkeel.server.execution.engine;

import dev.evenkeel.runbook.Reading;
import dev.evenkeel.runbook.RunbookReader;
import dev.evenkeel.server.execution.RunId;
import dev.evenkeel.server.execution.RunKind;
import dev.evenkeel.server.execution.machine.Planner;
import dev.evenkeel.server.execution.store.RunStore;
import dev.evenkeel.server.execution.store.StoredRun;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * The plans of runs. Text and inputs of a run never change, so a plan once made is kept for a
 * while.
 */
@Component
public class Plans {
  private static final int KEPT = 50;

  private final RunStore runs;
  private final Map<RunId, PlannedRun> kept =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<RunId, PlannedRun> eldest) {
              return size() > KEPT;
            }
          });

  Plans(RunStore runs) {
    this.runs = runs;
  }

  public PlannedRun of(RunId id) {
    PlannedRun planned = kept.get(id);
    return planned != null ? planned : of(runs.get(id));
  }

  public PlannedRun of(StoredRun run) {
    PlannedRun planned = kept.get(run.id());
    if (planned == null) {
      planned = read(run);
      kept.put(run.id(), planned);
    }
    return planned;
  }

  private static PlannedRun read(StoredRun run) {
    Reading reading = RunbookReader.read(run.name(), run.runbook());
    return reading
        .runbook()
        .map(book ->
            new PlannedRun(
                book,
                run.inputs(),
                Planner.plan(book, run.inputs(), run.kind() == RunKind.REHEARSAL)))
        .orElseThrow(() ->
            new IllegalStateException(
                "The runbook of run %s was readable when it was started and is not now: %s"
                    .formatted(run.id(), reading.errors())));
  }
}
