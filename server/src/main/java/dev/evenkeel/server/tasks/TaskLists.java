package dev.evenkeel.server.tasks;

import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.tasks.store.ListStore;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
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
  private final ListStore store;
  private final ObjectProvider<Undertakings> upgrades;
  private final ObjectProvider<Seats> seats;
  private final Clock clock;

  TaskLists(
      ListStore store,
      ObjectProvider<Undertakings> upgrades,
      ObjectProvider<Seats> seats,
      Clock clock) {
    this.store = store;
    this.upgrades = upgrades;
    this.seats = seats;
    this.clock = clock;
  }

  /** Whom the duties of somebody are written to. */
  public Hats hats(Actor actor) {
    Set<Owner> everywhere = new HashSet<>(upgrades.getObject().hats(actor.name()));
    Owner.parse(actor.name()).ifPresent(everywhere::add);
    Map<Long, Set<Owner>> within = new HashMap<>();
    if (actor.kind() == Actor.Kind.PERSON) {
      seats.orderedStream().forEach(one -> within.putAll(one.of(actor.name())));
    }
    return new Hats(everywhere, within);
  }

  /**
   * Of the owners of open tasks those behind whom nobody is: teams that are not there, and roles
   * that nobody has, neither in the estate nor in the team of the upgrade.
   */
  public List<Owner> vacant(long upgrade, Collection<Task> tasks) {
    Set<Owner> there = new HashSet<>(upgrades.getObject().staffed());
    seats.orderedStream().forEach(one -> there.addAll(one.taken(upgrade)));
    return tasks.stream()
        .filter(Task::isOpen)
        .map(task -> task.duty().owner())
        .filter(owner -> owner.kind() != Owner.Kind.PERSON && !there.contains(owner))
        .distinct()
        .toList();
  }

  /** What is open for any of these, the most urgent first. */
  public List<Task> open(Hats hats, int limit) {
    return store.open(hats, limit);
  }

  /** How many are {@code open} for any of these, and how many of them {@code overdue}. */
  public Map<String, Long> counts(Hats hats) {
    return store.counts(hats, clock.instant());
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
