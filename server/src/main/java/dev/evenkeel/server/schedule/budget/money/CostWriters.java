package dev.evenkeel.server.schedule.budget.money;

import dev.evenkeel.server.shared.Actor;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Who wrote the costs there are, so that none of them approves them.
 *
 * <ol>
 *   <li>Each single cost, the budget, and all of it together were brought in by whoever saved the
 *       oldest version from which on it was always there.
 *   <li>Versions are looked at from the newest back; what is not in one was brought in by the
 *       version after it.
 * </ol>
 *
 * Whoever only changed a date, or a budget, does not take the costs of others upon himself; nor are
 * they rid of them.
 */
public final class CostWriters {
  private CostWriters() {}

  /**
   * Costs as they were in a version.
   *
   * @param by who saved it
   */
  public record Version(Actor by, SignedCosts costs) {}

  /**
   * @param versions the newest first; no further ones are asked for than are needed
   */
  public static Set<Actor> of(SignedCosts now, Iterator<Version> versions) {
    Set<Object> pending = parts(now);
    Map<Object, Actor> broughtBy = new HashMap<>();
    while (!pending.isEmpty() && versions.hasNext()) {
      Version version = versions.next();
      pending.retainAll(parts(version.costs()));
      pending.forEach(part -> broughtBy.put(part, version.by()));
    }
    return new LinkedHashSet<>(broughtBy.values());
  }

  private static Set<Object> parts(SignedCosts costs) {
    Set<Object> parts = new HashSet<>(costs.costs());
    parts.addAll(costs.phases());
    parts.add(costs);
    costs.budget().ifPresent(parts::add);
    return parts;
  }
}
