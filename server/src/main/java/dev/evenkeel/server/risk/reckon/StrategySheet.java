package dev.evenkeel.server.risk.reckon;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What people say of the strategy.
 *
 * @param adjusted scores other than those proposed
 * @param toleranceMinutes how long the business can bear it; the workflows' word when left out
 */
public record StrategySheet(
    List<Adjusted> adjusted,
    Optional<Integer> toleranceMinutes,
    Optional<Strategy> decided,
    Optional<String> rationale,
    Optional<String> decidedBy,
    Optional<Instant> decidedAt) {
  public static final StrategySheet EMPTY =
      new StrategySheet(
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  public StrategySheet {
    adjusted = List.copyOf(adjusted);
  }

  /** A score somebody gave in the place of the one proposed. */
  public record Adjusted(
      Strategy strategy, Strategy.Criterion criterion, int score, Optional<String> reason) {}

  public Optional<Adjusted> at(Strategy strategy, Strategy.Criterion criterion) {
    return adjusted.stream()
        .filter(one -> one.strategy() == strategy && one.criterion() == criterion)
        .findFirst();
  }
}
