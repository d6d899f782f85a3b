package dev.evenkeel.server.schedule.budget;

import dev.evenkeel.server.plan.StartObjection;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeBook;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.schedule.CostGate;
import dev.evenkeel.server.shared.Obstacle;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Asks for the money of the upgrade that a run carries out; of a run that names none, of those that
 * its systems and versions tell.
 */
@Component
class RunCosts implements CostGate, StartObjection {
  private final UpgradeBook upgrades;
  private final CostDesk costs;

  RunCosts(UpgradeBook upgrades, CostDesk costs) {
    this.upgrades = upgrades;
    this.costs = costs;
  }

  @Override
  public List<Obstacle> unapproved(Set<String> systems, Set<String> to) {
    List<UpgradeId> meant =
        upgrades.open().stream()
            .filter(one -> isDoneBy(one, systems, to))
            .map(Upgrade::id)
            .toList();
    return meant.isEmpty() ? List.of() : obstacles(meant);
  }

  @Override
  public List<Obstacle> unapproved(UpgradeId upgrade) {
    return obstacles(List.of(upgrade));
  }

  @Override
  public List<Obstacle> against(Upgrade upgrade) {
    return unapproved(upgrade.id());
  }

  private List<Obstacle> obstacles(List<UpgradeId> some) {
    return costs.of(some).stream()
        .map(one ->
            Obstacle.of(
                new Obstacle.Clearing(
                    "costs",
                    "Costs of upgrade %s".formatted(one.upgrade()),
                    "A sponsor who did not write them approves them.",
                    Optional.of("/upgrades/%s/budget".formatted(one.upgrade()))),
                "Costs of %s.".formatted(one.says())))
        .toList();
  }

  private static boolean isDoneBy(Upgrade upgrade, Set<String> systems, Set<String> to) {
    List<String> wanted = upgrade.terms().systems();
    return !wanted.isEmpty() && systems.containsAll(wanted) && to.contains(upgrade.terms().to());
  }
}
