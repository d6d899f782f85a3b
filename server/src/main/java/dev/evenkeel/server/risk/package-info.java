/**
 * What could go wrong with an upgrade, how badly, and who accepted it: the audit, the register of
 * risks, what downtime costs, reviews, capacity, the strategy. Owns the tables {@code risk_*}.
 */
@ApplicationModule(
    allowedDependencies = {
      "shared",
      "inventory",
      "inventory :: callers",
      "inventory :: lifecycle",
      "plan",
      "tasks",
      "health",
      "secrets"
    })
@NullMarked
package dev.evenkeel.server.risk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
