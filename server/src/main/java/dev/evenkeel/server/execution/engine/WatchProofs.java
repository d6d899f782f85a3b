package dev.evenkeel.server.execution.engine;

import dev.evenkeel.judge.Verdict;
import dev.evenkeel.runbook.Compared;
import dev.evenkeel.runbook.Watch;
import dev.evenkeel.runbook.WatchRule;
import dev.evenkeel.server.execution.RunKind;
import dev.evenkeel.server.execution.machine.RunStatus;
import dev.evenkeel.server.execution.store.FinishedRuns;
import dev.evenkeel.server.execution.store.VerdictStore;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.tasks.Proof;
import dev.evenkeel.server.tasks.ProofKind;
import dev.evenkeel.server.tasks.Proofs;
import dev.evenkeel.server.tasks.Undertaking;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Whether something rolls back by itself: the newest run or rehearsal of the upgrade that began has
 * a watch rule with a breach, or compares. And whether the watch found the new version healthy: the
 * newest run in production ended well, and the last verdict of each of its rules was healthy.
 * Without rules nobody can tell but a person.
 */
@Component
class WatchProofs implements Proofs {
  private final FinishedRuns runs;
  private final ChangedByRuns changed;
  private final Plans plans;
  private final VerdictStore verdicts;

  WatchProofs(FinishedRuns runs, ChangedByRuns changed, Plans plans, VerdictStore verdicts) {
    this.runs = runs;
    this.changed = changed;
    this.plans = plans;
    this.verdicts = verdicts;
  }

  @Override
  public Set<ProofKind> kinds() {
    return Set.of();
  }

  @Override
  public Set<ProofKind> sometimes() {
    return Set.of(ProofKind.HEALTHY, ProofKind.ROLLBACK_CRITERIA_SET);
  }

  @Override
  public boolean tells(Undertaking upgrade, ProofKind kind) {
    return switch (kind) {
      case HEALTHY -> newest(upgrade).filter(run -> !rules(run).isEmpty()).isPresent();
      case ROLLBACK_CRITERIA_SET -> newest(upgrade, RunKind.values()).isPresent();
      default -> false;
    };
  }

  @Override
  public Optional<Proof> of(Undertaking upgrade, ProofKind kind) {
    return switch (kind) {
      case HEALTHY ->
          newest(upgrade).filter(run -> run.status() == RunStatus.SUCCEEDED).flatMap(this::proof);
      case ROLLBACK_CRITERIA_SET -> newest(upgrade, RunKind.values()).flatMap(this::criteria);
      default -> Optional.empty();
    };
  }

  private Optional<Proof> criteria(FinishedRuns.Course run) {
    List<String> breaches =
        names(plans.of(run.run()).runbook().watch(), rule -> rule.breach().isPresent())
            .sorted()
            .toList();
    return breaches.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Proof(
                "The runbook '%s' rolls back by itself on a breach of %s."
                    .formatted(run.title(), String.join(", ", breaches)),
                run.started().orElse(run.made()),
                "/runs/" + run.run().value()));
  }

  private Optional<Proof> proof(FinishedRuns.Course run) {
    Set<String> rules = rules(run);
    List<VerdictStore.Given> last = verdicts.newest(run.run());
    Set<String> healthy =
        last.stream()
            .filter(one -> one.verdict().kind() == Verdict.Kind.HEALTHY)
            .map(one -> one.verdict().rule())
            .collect(Collectors.toCollection(HashSet::new));
    Optional<Instant> at = last.stream().map(VerdictStore.Given::at).max(Comparator.naturalOrder());
    return rules.isEmpty() || !healthy.containsAll(rules)
        ? Optional.empty()
        : at.map(moment ->
            new Proof(
                "The watch of run '%s' ended healthy by %s: %s."
                    .formatted(
                        run.title(),
                        rules.size() == 1
                            ? "its one rule"
                            : "all of its %d rules".formatted(rules.size()),
                        String.join(", ", rules.stream().sorted().toList())),
                moment,
                "/runs/" + run.run().value()));
  }

  private Set<String> rules(FinishedRuns.Course run) {
    return names(plans.of(run.run()).runbook().watch(), _ -> true).collect(Collectors.toSet());
  }

  /** Of these rules, and of all that is compared. */
  private static Stream<String> names(Watch watch, Predicate<WatchRule> which) {
    return Stream.concat(
        watch.rules().stream().filter(which).map(WatchRule::name),
        watch.compared().stream().map(Compared::name));
  }

  /** In production, and begun. */
  private Optional<FinishedRuns.Course> newest(Undertaking upgrade) {
    return newest(upgrade, RunKind.PRODUCTION);
  }

  private Optional<FinishedRuns.Course> newest(Undertaking upgrade, RunKind... kinds) {
    return runs.allSince(upgrade.madeAt()).stream()
        .filter(run -> List.of(kinds).contains(run.kind()) && run.started().isPresent())
        .filter(run ->
            changed.by(
                run.run(),
                run.upgrade(),
                new UpgradeId(upgrade.id()),
                upgrade.systems(),
                upgrade.to()))
        .max(Comparator.comparing(run -> run.started().orElseThrow()));
  }
}
