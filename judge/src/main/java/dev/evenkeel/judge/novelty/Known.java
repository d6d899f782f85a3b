package dev.evenkeel.judge.novelty;

import dev.evenkeel.judge.Fact;
import dev.evenkeel.judge.Reading;
import dev.evenkeel.judge.Track;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * What the old version is known to log.
 *
 * <p>How much of it is not known is estimated in two ways:
 *
 * <ul>
 *   <li>The probability that its next entry is a failure of a kind never seen is about f₁ / n, with
 *       n entries and f₁ patterns seen once (Good and Turing; I. J. Good, 'The population
 *       frequencies of species and the estimation of population parameters', Biometrika 40, 1953).
 *       Where f₁ is below 3 it is taken as 3 / n: what did not happen in n tries happens in at most
 *       3 of n, with 95 % confidence (the rule of three; Hanley and Lippman-Hand, 'If nothing goes
 *       wrong, is everything all right?', JAMA 249, 1983).
 *   <li>A single pattern that comes λ times an entry is absent from n entries, and comes a k-th
 *       time within the first m of the new version, with probability at most (m / (n + m))ᵏ,
 *       whatever λ is (Chernoff's bound of a Poisson count, at the worst λ). That many patterns
 *       could do so as are rare in the old version: those that came at most 2 k + 2 times, and 3 by
 *       the rule of three.
 * </ul>
 */
final class Known {
  private static final int RULE_OF_THREE = 3;

  private record Look(String target, Instant at) {}

  private final Map<String, Long> occasions = new HashMap<>();
  private long entries;
  private long untold;

  /** A reading that is in two parts is counted once. */
  static Known of(List<Track> before, List<Track> waiting) {
    var known = new Known();
    var looks = new HashSet<Look>();
    for (var tracks : List.of(before, waiting)) {
      for (var track : tracks) {
        for (var reading : track.readings()) {
          if (looks.add(new Look(track.target(), reading.at()))) {
            known.add(reading);
          }
        }
      }
    }
    return known;
  }

  private void add(Reading reading) {
    reading
        .find(Fact.Logged.class)
        .map(Fact.Logged::digest)
        .ifPresent(digest -> {
          entries += digest.entries();
          untold += digest.untold();
          for (var seen : digest.patterns()) {
            occasions.merge(seen.pattern(), seen.occasions(), Long::sum);
          }
        });
  }

  long entries() {
    return entries;
  }

  boolean has(String pattern) {
    return occasions.containsKey(pattern);
  }

  /** The probability that the next entry is a failure of a kind never seen. */
  double unseen() {
    return entries == 0 ? 1 : Math.min(1, Math.max(RULE_OF_THREE, rare(1)) / (double) entries);
  }

  /**
   * How often the old version would, by itself, bring a pattern never seen so fast.
   *
   * @param times how often it came by then
   * @param within entries of the new version by then
   */
  double chance(long times, long within) {
    if (entries == 0 || within <= 0 || times <= 0) {
      return 1;
    }
    double ratio = within / ((double) within + entries);
    // Looked at after each time it comes, so the chances of all of them must sum up to one.
    double spent = (double) times * (times + 1.0);
    double candidates = rare(2 * Math.min(times, 1_000_000) + 2) + RULE_OF_THREE;
    return Math.min(1, candidates * spent * Math.pow(ratio, times));
  }

  /** Patterns that came at most so often. Those for which there was no room may all be such. */
  private double rare(long atMost) {
    return occasions.values().stream().filter(count -> count <= atMost).count() + (double) untold;
  }
}
