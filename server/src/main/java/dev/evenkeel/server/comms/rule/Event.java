package dev.evenkeel.server.comms.rule;

import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.shared.Actor;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A row of the trail as rules see it.
 *
 * @param seq number of the row
 * @param upgrade that it is about
 * @param systems that this upgrade or run changes
 * @param production whether it is about a run in production
 */
public record Event(
    long seq,
    Instant at,
    Actor actor,
    String what,
    String subject,
    Map<String, String> facts,
    Optional<UpgradeId> upgrade,
    Set<String> systems,
    boolean production) {
  private static final String RULE = "rule ";

  public Event {
    facts = Map.copyOf(facts);
    systems = Set.copyOf(systems);
  }

  /** In whose name rules act. */
  static Actor actor(long rule) {
    return new Actor(Actor.Kind.SYSTEM, RULE + rule);
  }

  /** Whether a rule did it; then no rule does anything about it. */
  boolean isByRule() {
    return actor.kind() == Actor.Kind.SYSTEM && actor.name().startsWith(RULE);
  }
}
