package dev.evenkeel.optimiser.problem;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** The things of a problem by their ids. */
public final class Names {
  private final Map<String, PlannedSystem> systems;
  private final Map<String, Calendar> calendars;
  private final Map<String, Resource> resources;
  private final Map<String, Budget> budgets;
  private final Map<String, Upgrade> upgrades;

  public Names(Problem problem) {
    systems = by(problem.systems(), PlannedSystem::id);
    calendars = by(problem.calendars(), Calendar::id);
    resources = by(problem.resources(), Resource::id);
    budgets = by(problem.budgets(), Budget::id);
    upgrades = by(problem.upgrades(), Upgrade::id);
  }

  private static <T> Map<String, T> by(List<T> all, Function<T, String> id) {
    Map<String, T> by = HashMap.newHashMap(all.size());
    all.forEach(one -> by.put(id.apply(one), one));
    return by;
  }

  public PlannedSystem system(String id) {
    return Objects.requireNonNull(systems.get(id));
  }

  public Calendar calendar(String id) {
    return Objects.requireNonNull(calendars.get(id));
  }

  public Resource resource(String id) {
    return Objects.requireNonNull(resources.get(id));
  }

  public Budget budget(String id) {
    return Objects.requireNonNull(budgets.get(id));
  }

  /** Somebody may ask for an upgrade that is not there. */
  public Optional<Upgrade> upgrade(String id) {
    return Optional.ofNullable(upgrades.get(id));
  }
}
