package dev.evenkeel.estate.backlog;

import dev.evenkeel.estate.EstateSystem;
import dev.evenkeel.estate.map.Rating;
import java.util.List;
import java.util.Optional;

/**
 * A system that could move.
 *
 * @param target where to; empty when something ends and nobody knows where to go
 * @param risk from 0 to 100: how likely it is to do harm as it is
 * @param impact from 0 to 100: how much harm that would be
 * @param score risk × impact ÷ 100
 * @param factors all of both, the weightiest first
 * @param exposures vulnerabilities it has or may have, the worst first
 */
public record BacklogItem(
    EstateSystem system,
    Rating rating,
    Standing standing,
    Optional<Target> target,
    double risk,
    double impact,
    double score,
    List<Factor> factors,
    List<Exposure> exposures) {
  public BacklogItem {
    factors = List.copyOf(factors);
    exposures = List.copyOf(exposures);
  }
}
