package dev.evenkeel.server.risk;

import dev.evenkeel.server.plan.UpgradeId;

/**
 * What people wrote for upgrades and which risks of them are open. Who looks at all upgrades reads
 * each kind once, and not once for each of them.
 */
public interface Papers {
  <T> T sheet(UpgradeId upgrade, SheetKind<T> kind);

  /** How many high risks are open. */
  int highRisks(UpgradeId upgrade);
}
