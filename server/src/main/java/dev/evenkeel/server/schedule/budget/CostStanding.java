package dev.evenkeel.server.schedule.budget;

import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.schedule.budget.CostDecision.Verdict;
import dev.evenkeel.server.schedule.budget.money.CostDifference;
import dev.evenkeel.server.schedule.budget.money.Share;
import dev.evenkeel.server.schedule.budget.money.SignedCosts;
import dev.evenkeel.server.schedule.timetable.terms.ScheduleTerms.Phase;
import java.util.List;
import java.util.Optional;

/**
 * The costs of an upgrade, and whether they are approved.
 *
 * @param way in which it is done, such as {@code big-bang}; empty when it costs nothing either way
 * @param isChosen whether somebody decided on that way; otherwise it is the dearest one
 * @param shares the costs with the days on which they fall
 * @param phases when those happen of which somebody said it
 * @param last the last decision on them
 */
public record CostStanding(
    Upgrade upgrade,
    String way,
    boolean isChosen,
    SignedCosts costs,
    List<Share> shares,
    List<Phase> phases,
    Optional<CostDecision> last) {
  public CostStanding {
    shares = List.copyOf(shares);
    phases = List.copyOf(phases);
  }

  public CostState state() {
    if (costs.isNothing()) {
      return CostState.NOTHING;
    }
    return last.map(one ->
            one.verdict() == Verdict.WITHDRAWN
                ? CostState.WITHDRAWN
                : one.digest().equals(costs.digest()) ? CostState.APPROVED : CostState.VOID)
        .orElse(CostState.OPEN);
  }

  /** The costs and whether they are approved, in one line that is the same everywhere. */
  public String says() {
    return "%s: %,d %s, %s"
        .formatted(upgrade.terms().title(), costs.total(), costs.currency(), state().word());
  }

  /** The approval that holds. */
  public Optional<CostDecision> approval() {
    return last.filter(one -> state() == CostState.APPROVED);
  }

  /** What is not as it was approved, in words. */
  public List<String> difference() {
    return state() == CostState.VOID
        ? CostDifference.between(last.orElseThrow().costs(), costs)
        : List.of();
  }

  /** How many decisions there were. */
  public int decisions() {
    return last.map(CostDecision::number).orElse(0);
  }

  /** What a person who decides has seen: the costs, and what was decided before. */
  public String edition() {
    return "%s-%d".formatted(costs.digest(), decisions());
  }
}
