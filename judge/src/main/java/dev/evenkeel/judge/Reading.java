package dev.evenkeel.judge;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one source said in one look. Facts that cannot be, such as a negative count, are taken as
 * missing.
 *
 * @param at when the look began: what it says is at least as new
 */
public record Reading(Instant at, List<Fact> facts) {
  public Reading {
    facts = facts.stream().map(Reading::usableOrMissing).toList();
  }

  public static Reading of(Instant at, Fact... facts) {
    return new Reading(at, List.of(facts));
  }

  /** The fact of a kind, if the source gave it. */
  public <F extends Fact> Optional<F> find(Class<F> kind) {
    for (var fact : facts) {
      if (kind.isInstance(fact)) {
        return Optional.of(kind.cast(fact));
      }
    }
    return Optional.empty();
  }

  private static Fact usableOrMissing(Fact fact) {
    return fact.usable() ? fact : new Fact.Missing("the source gave what cannot be: " + fact);
  }
}
