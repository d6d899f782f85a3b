package dev.evenkeel.server.execution.engine;

import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.shared.Refused;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Finds out which upgrade a run carries out: the one that was said, else the only open one all of
 * whose systems it brings to its version.
 */
@Component
public class UpgradesOfRuns {
  private final KnownUpgrades upgrades;

  UpgradesOfRuns(KnownUpgrades upgrades) {
    this.upgrades = upgrades;
  }

  /**
   * Open upgrades that a run could be of, the clear one first.
   *
   * @param chosen by itself when nothing is said
   */
  public record Proposed(List<Upgrade> choices, Optional<UpgradeId> chosen) {
    public Proposed {
      choices = List.copyOf(choices);
    }
  }

  /** Those with a system that the runbook changes. */
  public Proposed proposed(PlannedRun run) {
    Set<String> changed = ChangeHours.names(run.runbook());
    Set<String> versions = run.versions();
    List<Upgrade> touched =
        upgrades.open().stream()
            .filter(one -> !Collections.disjoint(one.terms().systems(), changed))
            .sorted(Comparator.comparing((Upgrade one) -> !isClear(one, changed, versions)))
            .toList();
    List<Upgrade> clear = touched.stream().filter(one -> isClear(one, changed, versions)).toList();
    return new Proposed(
        touched, clear.size() == 1 ? Optional.of(clear.getFirst().id()) : Optional.empty());
  }

  private static boolean isClear(Upgrade upgrade, Set<String> changed, Set<String> versions) {
    return changed.containsAll(upgrade.terms().systems())
        && versions.contains(upgrade.terms().to());
  }

  /**
   * @param said the upgrade that somebody named
   * @throws Refused when it is over, or the run changes none of its systems
   */
  Optional<UpgradeId> settled(Optional<UpgradeId> said, PlannedRun run) {
    if (said.isEmpty()) {
      return proposed(run).chosen();
    }
    Upgrade upgrade = upgrades.get(said.get());
    if (upgrade.isOver()) {
      throw upgrade.refused();
    }
    Set<String> changed = ChangeHours.names(run.runbook());
    if (Collections.disjoint(upgrade.terms().systems(), changed)) {
      throw new Refused(
          Refused.Kind.INVALID,
          "Upgrade %s is of %s, and this runbook changes %s. Name another upgrade, or write its systems into `systems` of the runbook."
              .formatted(
                  upgrade.id(),
                  String.join(", ", upgrade.terms().systems()),
                  changed.isEmpty()
                      ? "no system"
                      : String.join(", ", changed.stream().sorted().toList())));
    }
    return said;
  }
}
