package dev.evenkeel.server.approval;

import dev.evenkeel.server.approval.binding.Field;
import dev.evenkeel.server.plan.Upgrade;
import java.util.Map;
import java.util.Optional;

/**
 * Whoever keeps a part of what is agreed to tells it here, as it is now: the plan, the runbook, the
 * window, the risk.
 */
public interface Substance {
  /** Names as {@code plan.to}, from {@link Field}. */
  Map<String, String> of(Upgrade upgrade);

  /** Who changed one of its fields last; empty of those of others, and where nobody knows. */
  default Optional<String> changedBy(Upgrade upgrade, Field field) {
    return Optional.empty();
  }
}
