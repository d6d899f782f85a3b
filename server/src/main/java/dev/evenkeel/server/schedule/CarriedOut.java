package dev.evenkeel.server.schedule;

import dev.evenkeel.calendar.Span;
import dev.evenkeel.server.plan.UpgradeId;
import java.util.Map;

/**
 * Whoever carries upgrades out tells here which of those that are not over were begun: they are not
 * planned again.
 */
public interface CarriedOut {
  /**
   * Upgrades that are carried out now, or were and did not go back.
   *
   * @return from when to when; what goes on still ends with the present hour
   */
  Map<UpgradeId, Span> begun();
}
