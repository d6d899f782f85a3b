package dev.evenkeel.server.execution.engine;

import dev.evenkeel.runbook.Runbook;
import dev.evenkeel.runbook.RunbookReader;
import dev.evenkeel.runbook.Target;
import dev.evenkeel.server.execution.RunId;
import dev.evenkeel.server.execution.store.RunLog;
import dev.evenkeel.server.execution.store.RunStore;
import dev.evenkeel.server.execution.store.StoredRun;
import dev.evenkeel.server.execution.store.VerdictStore;
import dev.evenkeel.server.shared.EvidenceSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The runs of an upgrade, and those of no upgrade that changed its systems since it was made: text,
 * log, verdicts.
 */
@Component
class RunEvidence implements EvidenceSource {
  private static final int LINES = 1_000;

  private final RunStore runs;
  private final RunLog log;
  private final VerdictStore verdicts;
  private final JsonMapper json;

  RunEvidence(RunStore runs, RunLog log, VerdictStore verdicts, JsonMapper json) {
    this.runs = runs;
    this.log = log;
    this.verdicts = verdicts;
    this.json = json;
  }

  @Override
  public List<String> subjects(About upgrade) {
    return of(runs.since(upgrade.since()), upgrade).map(run -> "/runs/" + run.id()).toList();
  }

  private static Stream<StoredRun> of(List<StoredRun> runs, About upgrade) {
    return runs.stream()
        .filter(run ->
            run.upgrade().isPresent()
                ? run.upgrade().get().value() == upgrade.upgrade()
                : changes(run, upgrade));
  }

  /** For runs that nobody said the upgrade of. */
  private static boolean changes(StoredRun run, About upgrade) {
    return RunbookReader.read("run " + run.id(), run.runbook())
        .runbook()
        .filter(runbook -> !Collections.disjoint(systems(runbook), upgrade.systems()))
        .isPresent();
  }

  private static List<String> systems(Runbook runbook) {
    return Stream.concat(runbook.systems().stream(), runbook.targets().stream().map(Target::name))
        .toList();
  }

  @Override
  public List<Item> of(About upgrade) {
    return of(runs.since(upgrade.since()), upgrade).flatMap(run -> items(run).stream()).toList();
  }

  private List<Item> items(StoredRun run) {
    String folder = "runs/%s/".formatted(run.id());
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("id", run.id().value());
    facts.put("name", run.name());
    facts.put("title", run.title());
    facts.put("kind", run.kind());
    facts.put("status", run.state().status());
    facts.put("digest", run.digest());
    facts.put("inputs", run.inputs());
    facts.put("createdAt", run.createdAt().toString());
    facts.put("createdBy", run.createdBy());
    run.waiver().ifPresent(waiver -> facts.put("waiver", waiver));
    return List.of(
        new Item(folder + "run.json", pretty(facts)),
        new Item(folder + "runbook.yaml", run.runbook()),
        new Item(folder + "log.jsonl", lines(run.id())),
        new Item(folder + "verdicts.json", pretty(verdicts.newest(run.id()))));
  }

  private String pretty(Object value) {
    return json.writerWithDefaultPrettyPrinter().writeValueAsString(value);
  }

  private String lines(RunId id) {
    List<String> text = new ArrayList<>();
    long seq = 0;
    List<RunLog.Line> lines;
    do {
      lines = log.after(id, seq, LINES);
      for (RunLog.Line line : lines) {
        text.add(json.writeValueAsString(line) + "\n");
        seq = line.seq();
      }
    } while (lines.size() == LINES);
    return String.join("", text);
  }
}
