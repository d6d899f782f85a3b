package dev.evenkeel.server.execution.engine;

import dev.evenkeel.runbook.Runbook;
import dev.evenkeel.runbook.Target;
import dev.evenkeel.server.execution.RunId;
import dev.evenkeel.server.execution.store.RunStore;
import dev.evenkeel.server.shared.Refused;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sees to it that no two runs of one runbook work on the same target: what one has just done the
 * other would do again, or take back.
 *
 * <p>Runbooks are the same when they have the same name, however their text has changed; targets
 * when they have the same name. Runs of one runbook on other targets do not meet, and one that was
 * not started is in nobody's way.
 */
@Component
class RightOfWay {
  private final RunStore runs;
  private final Plans plans;

  RightOfWay(RunStore runs, Plans plans) {
    this.runs = runs;
    this.plans = plans;
  }

  /**
   * Until the transaction ends no other run of the runbook sets off.
   *
   * @throws Refused when one is under way on any of its targets
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void require(Runbook runbook) {
    Set<String> wanted = names(runbook);
    for (RunId other : runs.underWay(runbook.name())) {
      List<String> shared = shared(other, wanted);
      if (!shared.isEmpty()) {
        throw new Refused(
                Refused.Kind.NOT_NOW,
                "Run %s of %s is under way on %s. Two at once would undo each other's work. Wait until it has ended, or end it: go on with it, take it back or abort it (evenkeel run watch %s shows how far it is). Then start this one."
                    .formatted(other, runbook.name(), some(shared), other))
            .with("run", other.value());
      }
    }
  }

  /**
   * Runs are taken back as they were made, the newest first: what an older one puts back would
   * overwrite what a newer one left.
   *
   * @throws Refused when a later run of the runbook has left something on a target of this one
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void requireNewest(RunId run, Runbook runbook) {
    for (RunId later : runs.leftSince(run)) {
      List<String> shared = shared(later, names(runbook));
      if (!shared.isEmpty()) {
        throw new Refused(
                Refused.Kind.NOT_NOW,
                "Run %s of %s went over %s after this one; taking this one back would overwrite what it left. Take %s back first."
                    .formatted(later, runbook.name(), some(shared), later))
            .with("run", later.value());
      }
    }
  }

  private List<String> shared(RunId other, Set<String> wanted) {
    return plans.of(other).runbook().targets().stream()
        .map(Target::name)
        .filter(wanted::contains)
        .toList();
  }

  private static Set<String> names(Runbook runbook) {
    Set<String> names = new HashSet<>();
    runbook.targets().forEach(target -> names.add(target.name()));
    return names;
  }

  private static String some(List<String> names) {
    String first = String.join(", ", names.stream().limit(5).toList());
    return names.size() > 5 ? "%s and %d more".formatted(first, names.size() - 5) : first;
  }
}
