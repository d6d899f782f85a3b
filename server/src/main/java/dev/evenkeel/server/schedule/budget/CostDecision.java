package dev.evenkeel.server.schedule.budget;

import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.schedule.budget.money.SignedCosts;
import dev.evenkeel.server.shared.Actor;
import java.time.Instant;
import java.util.Optional;

/**
 * That somebody approved costs, or took that back.
 *
 * @param number counts the decisions on an upgrade, from 1
 * @param costs what was signed
 */
public record CostDecision(
    UpgradeId upgrade,
    int number,
    Verdict verdict,
    String digest,
    SignedCosts costs,
    Optional<String> note,
    Actor by,
    Instant at) {
  /** What was decided. */
  public enum Verdict {
    APPROVED,
    WITHDRAWN
  }
}
