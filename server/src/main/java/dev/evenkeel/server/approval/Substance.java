package dev.evenkeel.server.approval;

import dev.evenkeel.server.plan.Upgrade;
import java.util.Map;

/**
 * Whoever keeps a part of what is agreed to tells it here, as it is now: the plan, the runbook, the
 * window, the risk.
 */
public interface Substance {
  /** Names as {@code plan.to}, from {@link dev.evenkeel.server.approval.binding.Field}. */
  Map<String, String> of(Upgrade upgrade);
}
