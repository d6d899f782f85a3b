package dev.evenkeel.server.schedule.budget;

import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeBook;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.schedule.CostGate;
import dev.evenkeel.server.schedule.timetable.UnapprovedCosts.Unapproved;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Asks for the money of the upgrade that a run carries out; of a run that names none, of those that
 * its systems and versions tell.
 */
@Component
class RunCosts implements CostGate {
  private final UpgradeBook upgrades;
  private final CostDesk costs;

  RunCosts(UpgradeBook upgrades, CostDesk costs) {
    this.upgrades = upgrades;
    this.costs = costs;
  }

  @Override
  public List<String> unapproved(Set<String> systems, Set<String> to) {
    List<UpgradeId> meant =
        upgrades.open().stream()
            .filter(one -> isDoneBy(one, systems, to))
            .map(Upgrade::id)
            .toList();
    return meant.isEmpty() ? List.of() : costs.of(meant).stream().map(Unapproved::says).toList();
  }

  @Override
  public List<String> unapproved(UpgradeId upgrade) {
    return costs.of(List.of(upgrade)).stream().map(Unapproved::says).toList();
  }

  private static boolean isDoneBy(Upgrade upgrade, Set<String> systems, Set<String> to) {
    List<String> wanted = upgrade.terms().systems();
    return !wanted.isEmpty() && systems.containsAll(wanted) && to.contains(upgrade.terms().to());
  }
}
