package dev.evenkeel.server.execution.engine;

import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeId;
import java.util.List;

/** The upgrades that runs may carry out. */
public interface KnownUpgrades {
  /** All that are not over. */
  List<Upgrade> open();

  /**
   * @throws dev.evenkeel.server.shared.Refused when there is none of that number
   */
  Upgrade get(UpgradeId id);
}
