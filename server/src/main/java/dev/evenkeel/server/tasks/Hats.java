package dev.evenkeel.server.tasks;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whom the duties of somebody are written to.
 *
 * @param everywhere the name, the team, the role
 * @param within by the number of an upgrade the parts somebody has in its team, besides those
 */
public record Hats(Set<Owner> everywhere, Map<Long, Set<Owner>> within) {
  public Hats {
    Set<Owner> all = Set.copyOf(everywhere);
    everywhere = all;
    within =
        within.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey,
                    one ->
                        one.getValue().stream()
                            .filter(owner -> !all.contains(owner))
                            .collect(Collectors.toUnmodifiableSet())));
  }

  /** The duties of one. */
  public static Hats of(Owner owner) {
    return new Hats(Set.of(owner), Map.of());
  }

  /** Whether the task is a duty of theirs. */
  public boolean fit(Task task) {
    Owner owner = task.duty().owner();
    return everywhere.contains(owner)
        || within.getOrDefault(task.upgrade(), Set.of()).contains(owner);
  }
}
