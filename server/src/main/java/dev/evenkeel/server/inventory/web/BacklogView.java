package dev.evenkeel.server.inventory.web;

import dev.evenkeel.estate.Criticality;
import dev.evenkeel.estate.backlog.BacklogItem;
import dev.evenkeel.estate.backlog.Exposure;
import dev.evenkeel.estate.backlog.Factor;
import dev.evenkeel.estate.backlog.Factor.Weight;
import dev.evenkeel.estate.backlog.Standing;
import dev.evenkeel.estate.backlog.Weights;
import dev.evenkeel.estate.lifecycle.VersionPath;
import dev.evenkeel.estate.lifecycle.WayRules;
import dev.evenkeel.estate.version.Step;
import dev.evenkeel.server.shared.Refused;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A system that could move, as JSON: with all that its rank is made of.
 *
 * @param targetReason why this target and no other
 * @param whose rules the way follows
 * @param confidence of the match of system and product, 0 to 1
 */
record BacklogView(
    String system,
    String title,
    double score,
    double risk,
    double impact,
    Criticality criticality,
    Optional<String> product,
    double confidence,
    Optional<String> version,
    Optional<LocalDate> ends,
    Optional<Standing.What> endOf,
    Optional<String> target,
    Optional<String> targetReason,
    Optional<Step> step,
    List<VersionPath.Hop> hops,
    Optional<WayRules.Whose> whose,
    List<Factor> factors,
    List<Exposure> advisories) {

  static BacklogView of(BacklogItem item) {
    var chosen = item.standing().match().chosen();
    return new BacklogView(
        item.system().name(),
        item.system().shownAs(),
        rounded(item.score()),
        rounded(item.risk()),
        rounded(item.impact()),
        item.rating().criticality(),
        chosen.map(candidate -> candidate.product().name()),
        chosen.map(candidate -> candidate.confidence()).orElse(0.0),
        item.standing().match().version(),
        item.standing().end().filter(Standing.End::isDated).map(Standing.End::day),
        item.standing().end().map(Standing.End::what),
        item.target().map(target -> target.version()),
        item.target().map(target -> target.reason()),
        item.target().map(target -> target.step()),
        item.target().map(target -> target.path().hops()).orElse(List.of()),
        item.target().map(target -> target.path().whose()),
        item.factors(),
        item.exposures());
  }

  private static double rounded(double value) {
    return Math.round(value * 10) / 10.0;
  }

  /**
   * @throws Refused when they make no ranking
   */
  static Weights weights(Map<Weight, Integer> given) {
    if (given.containsValue(null)) {
      throw new Refused(
          Refused.Kind.INVALID, "A weight has no value. Give a number from 0 to 100.");
    }
    try {
      return Weights.of(given);
    } catch (IllegalArgumentException unfit) {
      throw new Refused(Refused.Kind.INVALID, unfit.getMessage() + " Nothing was changed.");
    }
  }
}
