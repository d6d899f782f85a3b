package dev.evenkeel.server.schedule.timetable;

import dev.evenkeel.optimiser.timetable.Assignment;
import dev.evenkeel.optimiser.timetable.Check;
import dev.evenkeel.optimiser.timetable.Timetable;
import dev.evenkeel.server.plan.UpgradeBook;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.plan.UpgradeZones;
import dev.evenkeel.server.schedule.timetable.store.TimetableStore;
import dev.evenkeel.server.shared.Auditable;
import dev.evenkeel.server.shared.Refused;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where upgrades of a timetable are tried elsewhere, moved and pinned by hand. */
@Service
public class PlacingDesk {
  private final TimetableStore store;
  private final TimetableDesk timetables;
  private final UpgradeBook upgrades;
  private final UpgradeZones zones;
  private final ApplicationEventPublisher events;

  PlacingDesk(
      TimetableStore store,
      TimetableDesk timetables,
      UpgradeBook upgrades,
      UpgradeZones zones,
      ApplicationEventPublisher events) {
    this.events = events;
    this.store = store;
    this.timetables = timetables;
    this.upgrades = upgrades;
    this.zones = zones;
  }

  /** What it would mean to put an upgrade somewhere else, with all others where they are. */
  public Tried tryOut(long id, UpgradeId upgrade, Instant start, Optional<String> mode) {
    return Tried.of(timetables.solution(id), upgrade, start, mode);
  }

  /**
   * Puts an upgrade somewhere else and pins it there.
   *
   * @throws Refused when something keeps it from there
   */
  @Transactional
  public Tried move(long id, UpgradeId upgrade, Instant start, Optional<String> mode) {
    store.lock(id);
    timetables.get(id).requireDraft();
    Solution solution = timetables.solution(id);
    Tried tried = Tried.of(solution, upgrade, start, mode);
    tried.requireFree(solution.problem(), zones.of(upgrades.get(upgrade)));
    Set<Long> pinned = pinned(id);
    pinned.add(upgrade.value());
    keep(id, solution, tried.in(solution), pinned);
    tell("upgrade moved", id, upgrade, "to", start);
    return tried;
  }

  /**
   * Takes the place of an upgrade away; it is left out then.
   *
   * @throws Refused when it has none, or what comes after it has one
   */
  @Transactional
  public void takeOut(long id, UpgradeId upgrade) {
    store.lock(id);
    timetables.get(id).requireDraft();
    Solution solution = timetables.solution(id);
    String key = solution.upgrade(upgrade).id();
    Set<String> placed =
        solution.timetable().assignments().stream()
            .map(Assignment::upgrade)
            .collect(Collectors.toCollection(HashSet::new));
    if (!placed.remove(key)) {
      throw new Refused(
          Refused.Kind.NOT_FOUND,
          "Upgrade %s has no place in timetable %d.".formatted(upgrade, id));
    }
    ObstacleWords words = new ObstacleWords(solution.problem());
    List<String> after =
        solution.problem().precedences().stream()
            .filter(one -> one.before().equals(key) && placed.contains(one.after()))
            .map(one -> words.title(one.after()))
            .toList();
    if (!after.isEmpty()) {
      throw new Refused(
          Refused.Kind.NOT_NOW,
          "%s cannot be left out: %s come%s after it. Take that out first."
              .formatted(words.title(key), String.join(", ", after), after.size() == 1 ? "s" : ""));
    }
    Set<Long> pinned = pinned(id);
    pinned.remove(upgrade.value());
    keep(
        id,
        solution,
        new Timetable(
            solution.timetable().assignments().stream()
                .filter(one -> placed.contains(one.upgrade()))
                .toList()),
        pinned);
    tell("upgrade left out", id, upgrade, "from", "timetable " + id);
  }

  private void tell(String what, long id, UpgradeId upgrade, String name, Object value) {
    events.publishEvent(
        Auditable.now(what, "/schedule/timetables/" + id)
            .with("upgrade", upgrade)
            .with(name, value));
  }

  private Set<Long> pinned(long id) {
    return store.placements(id).stream()
        .filter(Placement::pinned)
        .map(one -> one.upgrade().value())
        .collect(Collectors.toCollection(HashSet::new));
  }

  private void keep(long id, Solution solution, Timetable timetable, Set<Long> pinned) {
    store.place(
        id,
        timetable,
        Check.of(solution.problem(), timetable).score().total(solution.problem().weights()),
        Placement.all(solution.problem(), timetable, pinned));
  }

  /** What is pinned stays where it is when it is planned again. */
  @Transactional
  public void pin(long id, UpgradeId upgrade, boolean pinned) {
    store.lock(id);
    timetables.get(id).requireNotPast();
    if (!store.pin(id, upgrade, pinned)) {
      throw new Refused(
          Refused.Kind.NOT_FOUND,
          "Upgrade %s has no place in timetable %d, so it cannot be pinned."
              .formatted(upgrade, id));
    }
    tell("upgrade pinned", id, upgrade, "pinned", pinned);
  }
}
