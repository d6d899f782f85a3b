package dev.evenkeel.estate.lifecycle.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * Which product a system is.
 *
 * @param chosen there when one candidate is likely enough and stands out among the others
 * @param candidates the likeliest first
 * @param version of the system, as it says it or as it is hidden in its names
 * @param reason in words for a person, also why nothing was chosen
 */
public record ProductMatch(
    Optional<Candidate> chosen,
    List<Candidate> candidates,
    Optional<String> version,
    String reason) {

  /** From here on a candidate may be chosen. */
  public static final double LIKELY = 0.7;

  /** By so much it must stand out. */
  public static final double LEAD = 0.1;

  public ProductMatch {
    candidates = List.copyOf(candidates);
  }

  /** The same, of another version. */
  ProductMatch of(Optional<String> another) {
    return another.equals(version) ? this : new ProductMatch(chosen, candidates, another, reason);
  }

  static ProductMatch none(Optional<String> version, String reason) {
    return new ProductMatch(Optional.empty(), List.of(), version, reason);
  }

  static ProductMatch among(List<Candidate> found, Optional<String> version) {
    var best = new LinkedHashMap<String, Candidate>();
    for (var candidate : found) {
      best.merge(
          candidate.product().name(),
          candidate,
          (one, other) -> other.confidence() > one.confidence() ? other : one);
    }
    var candidates = new ArrayList<>(best.values());
    candidates.sort(Comparator.comparingDouble(Candidate::confidence).reversed());
    if (candidates.isEmpty()) {
      return none(version, "no known product is named so");
    }
    var first = candidates.getFirst();
    if (first.confidence() < LIKELY) {
      return new ProductMatch(
          Optional.empty(), candidates, version, "not likely enough: " + first.reason());
    }
    if (candidates.size() > 1 && first.confidence() - candidates.get(1).confidence() < LEAD) {
      var reason =
          "it may be %s (%s) or %s (%s)"
              .formatted(
                  first.product().label(),
                  first.reason(),
                  candidates.get(1).product().label(),
                  candidates.get(1).reason());
      return new ProductMatch(Optional.empty(), candidates, version, reason);
    }
    return new ProductMatch(Optional.of(first), candidates, version, first.reason());
  }
}
