package dev.evenkeel.server.execution.engine;

import dev.evenkeel.runbook.Proves;
import dev.evenkeel.server.execution.RunId;
import dev.evenkeel.server.execution.RunKind;
import dev.evenkeel.server.execution.machine.PlannedStep;
import dev.evenkeel.server.execution.machine.StepKey;
import dev.evenkeel.server.execution.store.FinishedRuns;
import dev.evenkeel.server.execution.store.StepOutcomes;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.tasks.Proof;
import dev.evenkeel.server.tasks.ProofKind;
import dev.evenkeel.server.tasks.Proofs;
import dev.evenkeel.server.tasks.Undertaking;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * What steps of runs and rehearsals show of an upgrade, where its runbook says which of them show
 * it. The newest run that came so far tells: what an older one showed is not so any more when a
 * newer one failed to show it.
 */
@Component
class StepProofs implements Proofs {
  /** A runbook tells of a kind when it marks steps for all of these. */
  private static final Map<ProofKind, Set<Proves>> KINDS =
      Map.of(
          ProofKind.BACKUP_VERIFIED,
          EnumSet.of(Proves.BACKUP_VERIFIED),
          ProofKind.TESTS_PASSED,
          EnumSet.of(
              Proves.UNIT_TESTS_PASSED,
              Proves.INTEGRATION_TESTS_PASSED,
              Proves.ACCEPTANCE_TESTS_PASSED,
              Proves.PERFORMANCE_TESTS_PASSED));

  private final FinishedRuns runs;
  private final ChangedByRuns changed;
  private final Plans plans;
  private final StepOutcomes outcomes;

  /** What a run carries out never changes. */
  private final Map<RunId, Map<Proves, Set<StepKey>>> marked = new ConcurrentHashMap<>();

  StepProofs(FinishedRuns runs, ChangedByRuns changed, Plans plans, StepOutcomes outcomes) {
    this.runs = runs;
    this.changed = changed;
    this.plans = plans;
    this.outcomes = outcomes;
  }

  @Override
  public Set<ProofKind> kinds() {
    return Set.of();
  }

  @Override
  public Set<ProofKind> sometimes() {
    return KINDS.keySet();
  }

  @Override
  public boolean tells(Undertaking upgrade, ProofKind kind) {
    return of(upgrade).anyMatch(run -> !steps(run, kind).isEmpty());
  }

  @Override
  public Optional<Proof> of(Undertaking upgrade, ProofKind kind) {
    return of(upgrade)
        .filter(run -> !steps(run, kind).isEmpty())
        .flatMap(run -> told(run, kind).stream())
        .findFirst()
        .flatMap(Told::proof);
  }

  /** What a run says; a no is something, too. */
  private record Told(Optional<Proof> proof) {}

  private Optional<Told> told(FinishedRuns.Course run, ProofKind kind) {
    Set<StepKey> steps = steps(run, kind);
    ShownBySteps shown = ShownBySteps.of(steps, outcomes.of(run.run(), steps));
    return switch (shown.answer()) {
      case NOTHING -> Optional.empty();
      case NO -> Optional.of(new Told(Optional.empty()));
      case YES ->
          Optional.of(
              new Told(
                  shown
                      .at()
                      .map(at ->
                          new Proof(
                              "%s '%s' showed it: %s."
                                  .formatted(
                                      run.kind() == RunKind.REHEARSAL ? "The rehearsal" : "Run",
                                      run.title(),
                                      words(run.run(), steps)),
                              at,
                              "/runs/" + run.run().value()))));
    };
  }

  private String words(RunId run, Set<StepKey> steps) {
    List<String> titles =
        steps.stream()
            .map(key -> plans.of(run).plan().step(key).step().title())
            .distinct()
            .map("'%s'"::formatted)
            .toList();
    return "%s %s done%s"
        .formatted(
            String.join(", ", titles),
            titles.size() == 1 ? "was" : "were",
            steps.size() > titles.size() ? ", %d times in all".formatted(steps.size()) : "");
  }

  private Stream<FinishedRuns.Course> of(Undertaking upgrade) {
    return runs.allSince(upgrade.madeAt()).stream()
        .filter(run ->
            changed.by(
                run.run(),
                run.upgrade(),
                new UpgradeId(upgrade.id()),
                upgrade.systems(),
                upgrade.to()));
  }

  private Set<StepKey> steps(FinishedRuns.Course run, ProofKind kind) {
    Map<Proves, Set<StepKey>> steps = marked.computeIfAbsent(run.run(), this::marked);
    Set<Proves> wanted = KINDS.getOrDefault(kind, Set.of());
    return steps.keySet().containsAll(wanted)
        ? wanted.stream()
            .flatMap(what -> steps.getOrDefault(what, Set.of()).stream())
            .collect(Collectors.toCollection(LinkedHashSet::new))
        : Set.of();
  }

  private Map<Proves, Set<StepKey>> marked(RunId run) {
    Map<Proves, Set<StepKey>> all = new EnumMap<>(Proves.class);
    for (PlannedStep step : plans.of(run).plan().steps().values()) {
      step.step()
          .proves()
          .ifPresent(what -> all.computeIfAbsent(what, _ -> new LinkedHashSet<>()).add(step.key()));
    }
    return all;
  }
}
