package dev.evenkeel.server.tasks;

import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.tasks.store.TaskStore;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** Lists of tasks over all upgrades: whose they are, and how upgrades stand. */
@Service
public class TaskLists {
  private final TaskStore store;
  private final ObjectProvider<Undertakings> upgrades;
  private final Clock clock;

  TaskLists(TaskStore store, ObjectProvider<Undertakings> upgrades, Clock clock) {
    this.store = store;
    this.upgrades = upgrades;
    this.clock = clock;
  }

  /** Whom the duties of somebody are written to: the name, the team, the role. */
  public Set<Owner> hats(Actor actor) {
    Set<Owner> hats = new HashSet<>(upgrades.getObject().hats(actor.name()));
    Owner.parse(actor.name()).ifPresent(hats::add);
    return hats;
  }

  /** What is open for any of these, the most urgent first. */
  public List<Task> open(Collection<Owner> owners, int limit) {
    return store.open(owners, limit);
  }

  /** How many are {@code open} for any of these, and how many of them {@code overdue}. */
  public Map<String, Long> counts(Collection<Owner> owners) {
    return store.counts(owners, clock.instant());
  }

  /** People to whom open tasks are written by name. */
  public List<String> owners() {
    return store.owners();
  }

  /** How each upgrade stands, the most overdue first. */
  public List<TaskStanding> standings(int from, int limit) {
    return store.standings(clock.instant(), from, limit);
  }

  /** Empty when the upgrade has no tasks. */
  public Optional<TaskStanding> standing(long upgrade) {
    return store.standing(upgrade, clock.instant());
  }

  public Map<Long, String> titles(Collection<Long> ids) {
    return upgrades.getObject().titles(ids);
  }
}
